/// All covers of a chart that need each of their columns, whatever their size.
///
/// Source: Murakami & Uno, Discrete Applied Mathematics 2014;170:83–94 (algorithm MMCS): each is met once, and a column is added only
/// while every column chosen before still has a row of its own.
struct IrredundantCovers {
  /// How many there are, and whether that is all.
  private(set) var count = CoverCount(0)
  /// Columns of each cover in rising order, the smallest covers first; no more than were asked for.
  private(set) var covers: [[Int]] = []
  /// Whether the search came to its end.
  private(set) var isComplete = true

  private let covered: [BitSet]
  private let members: [[Int]]
  private let over: [BitSet]
  private let limit: Int
  private var chosen: [Int] = []
  private var own: [BitSet] = []

  /// Searches; the parameters are those of ``MinimumCovers``.
  init(of chart: CoverChart, limit: Int, budget: inout SearchBudget) {
    let reduced = chart.reduced()
    self.limit = limit
    covered = reduced.covers
    members = reduced.members
    var over = [BitSet](repeating: BitSet(size: reduced.covers.count), count: reduced.rows)
    var all = BitSet(size: reduced.covers.count)
    for (column, cover) in reduced.covers.enumerated() {
      all.insert(column)
      for row in cover.members { over[row].insert(column) }
    }
    self.over = over
    var open = BitSet(size: reduced.rows)
    for row in 0..<reduced.rows { open.insert(row) }
    visit(open, all, &budget)
    if budget.isSpent {
      isComplete = false
      count.isExact = false
    }
    covers.sort { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count }
  }

  private mutating func visit(_ open: BitSet, _ candidates: BitSet, _ budget: inout SearchBudget) {
    guard budget.take(1 + covered.count) else { return }
    guard !open.isEmpty else {
      count.add(product: chosen.map { members[$0].count })
      guard covers.count < limit else { return }
      MinimumCovers.list(chosen.map { members[$0] }, in: &covers, limit: limit)
      if covers.count >= limit { budget.limit(to: budget.countingSteps) }
      return
    }
    var rarest: (columns: BitSet, count: Int) = (candidates, .max)
    for row in open.members {
      let columns = over[row].intersection(candidates)
      let count = columns.count
      if count < rarest.count { rarest = (columns, count) }
    }
    var rest = candidates.subtracting(rarest.columns)
    let before = own
    for column in rarest.columns.members {
      own = before.map { $0.subtracting(covered[column]) }
      if !own.contains(where: \.isEmpty) {
        own.append(open.intersection(covered[column]))
        chosen.append(column)
        visit(open.subtracting(covered[column]), rest, &budget)
        chosen.removeLast()
        if budget.isSpent { break }
        rest.insert(column)
      }
    }
    own = before
  }
}

/// All covers of a chart with the fewest columns, or as many as a search may take the time for.
struct MinimumCovers {
  /// How many there are, and whether that is all.
  private(set) var count = CoverCount(0)
  /// Columns of each cover in rising order; no more than were asked for.
  private(set) var covers: [[Int]] = []
  /// The size of a smallest cover, as far as is known: a proven lower bound, and the size of the smallest that was found.
  private(set) var size: ClosedRange<Int> = 0...0
  /// Whether the search came to its end.
  private(set) var isComplete = true

  /// Searches.
  ///
  /// - Parameters:
  ///   - chart: What covers what; every row must be covered by some column.
  ///   - limit: How many covers are listed.
  ///   - budget: When the search has to end.
  init(of chart: CoverChart, limit: Int, budget: inout SearchBudget) {
    let reduced = chart.reduced()
    guard reduced.rows > 0 else {
      count = CoverCount(1)
      covers = [[]]
      return
    }
    let widest = CoverColumns(rows: reduced.rows, covers: Self.undominated(reduced.covers))
    let greedy = Self.greedyCover(reduced)
    let (least, prices) = CoverSearch.bound(widest, coverSize: greedy.count)
    var size = least
    // Whether there is a cover of a size needs but the widest columns.
    while size < greedy.count && !budget.isSpent {
      var search = CoverSearch(widest, wanted: .any)
      search.run(size: size, prices: prices, budget: &budget)
      if search.count.value > 0 { break }
      if !budget.isSpent { size += 1 }
    }
    var search = CoverSearch(
      CoverColumns(rows: reduced.rows, covers: reduced.covers, weights: reduced.members.map(\.count)),
      wanted: .all(listed: limit, countingSteps: budget.countingSteps))
    if !budget.isSpent { search.run(size: size, prices: prices, budget: &budget) }
    var found = search.count
    var listed: [[Int]] = []
    for classes in search.listed { Self.list(classes.map { reduced.members[$0] }, in: &listed, limit: limit) }
    self.size = size...(found.value > 0 ? size : greedy.count)
    if budget.isSpent {
      isComplete = false
      found.isExact = false
      if listed.isEmpty {
        listed = [greedy.map { reduced.members[$0][0] }.sorted()]
        found = CoverCount(1, isExact: false)
      }
    }
    count = found
    covers = listed.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Writes out the covers that one choice of classes stands for.
  static func list(_ classes: [[Int]], in listed: inout [[Int]], limit: Int) {
    var chosen: [Int] = []
    func extend(_ listed: inout [[Int]]) {
      guard listed.count < limit else { return }
      guard chosen.count < classes.count else {
        listed.append(chosen.sorted())
        return
      }
      for column in classes[chosen.count] {
        chosen.append(column)
        extend(&listed)
        chosen.removeLast()
      }
    }
    extend(&listed)
  }

  /// The columns that are not part of another.
  private static func undominated(_ covers: [BitSet]) -> [BitSet] {
    let sizes = covers.map(\.count)
    let order = covers.indices.sorted { sizes[$0] > sizes[$1] }
    var kept: [BitSet] = []
    for place in order where !kept.contains(where: { covers[place].isSubset(of: $0) }) {
      kept.append(covers[place])
    }
    return kept
  }

  /// A cover that takes the column with most uncovered rows each time, and then does without those it can spare.
  private static func greedyCover(_ chart: CoverChart.Reduced) -> [Int] {
    var covered = BitSet(size: chart.rows)
    var chosen: [Int] = []
    while covered.count < chart.rows {
      var best: (place: Int, gain: Int) = (0, 0)
      for (place, cover) in chart.covers.enumerated() {
        var union = cover
        union.formUnion(covered)
        let gain = union.count - covered.count
        if gain > best.gain { best = (place, gain) }
      }
      guard best.gain > 0 else { break }
      chosen.append(best.place)
      covered.formUnion(chart.covers[best.place])
    }
    for place in chosen {
      var rest = BitSet(size: chart.rows)
      for other in chosen where other != place { rest.formUnion(chart.covers[other]) }
      if rest.count == covered.count { chosen.removeAll { $0 == place } }
    }
    return chosen
  }
}

/// Finds the covers of a given size, each once.
///
/// Of the row with the fewest columns left one must be chosen; what was tried at a row is barred from the tries after it. Prices of
/// rows bound how many columns are still needed (see ``CoverSearchLevel``).
struct CoverSearch {
  /// What is wanted of the covers.
  enum Wanted {
    /// Whether there is one.
    case any
    /// How many there are; so many are listed, and after them the count may take so many steps more.
    case all(listed: Int, countingSteps: Int)
  }

  private let columns: CoverColumns
  private let wanted: Wanted
  private var levels: [CoverSearchLevel] = []
  private var chosen: [Int] = []
  /// How many covers were met, each column counted by its weight.
  private(set) var count = CoverCount(0)
  /// Covers that were met, each as its columns; what these weigh is left to the receiver.
  private(set) var listed: [[Int]] = []
  private var listedWeight = 0

  /// Prepares a search among columns for covers.
  init(_ columns: CoverColumns, wanted: Wanted) {
    self.columns = columns
    self.wanted = wanted
  }

  /// The least number of columns that prices prove to be needed, and these prices.
  static func bound(_ columns: CoverColumns, coverSize: Int) -> (size: Int, prices: [Double]) {
    var root = CoverSearchLevel(columns)
    root.begin(prices: columns.evenPrices, slots: coverSize + 1, columns)
    _ = root.branch(slots: coverSize, steps: 200, columns)
    return (max(1, Int((root.bound - CoverSearchLevel.tolerance).rounded(.up))), root.best)
  }

  /// Walks through all covers of a size, given that there is none smaller.
  mutating func run(size: Int, prices: [Double], budget: inout SearchBudget) {
    levels = (0...size).map { _ in CoverSearchLevel(columns) }
    levels[0].begin(prices: prices, slots: size, columns)
    visit(0, slots: size, weight: 1, &budget)
  }

  private mutating func visit(_ depth: Int, slots: Int, weight: Int, _ budget: inout SearchBudget) {
    // Few slots are tried out faster than they are argued away.
    let steps = depth == 0 ? 100 : slots > 3 ? 20 : 0
    guard budget.take(1 + levels[depth].list.count * (steps + 1)) else { return }
    guard slots > 1 else {
      close(levels[depth], weight, &budget)
      return
    }
    guard let tried = levels[depth].branch(slots: slots, steps: steps, columns) else { return }
    let level = levels[depth]
    for place in stride(from: level.list.count - 1, through: level.list.count - tried, by: -1) {
      let column = level.list[place]
      levels[depth + 1].begin(after: level, choosing: column, among: place, slots: slots - 1, columns)
      chosen.append(column)
      let (product, isTooLarge) = weight.multipliedReportingOverflow(by: columns.weights[column])
      visit(depth + 1, slots: slots - 1, weight: isTooLarge ? .max : product, &budget)
      chosen.removeLast()
      if budget.isSpent { return }
      if case .any = wanted, count.value > 0 { return }
    }
  }

  /// Takes the columns that cover all that is left.
  private mutating func close(_ level: CoverSearchLevel, _ weight: Int, _ budget: inout SearchBudget) {
    for column in level.list {
      count.add(weight, times: columns.weights[column])
      guard case .all(let most, let countingSteps) = wanted, listedWeight < most else { continue }
      listed.append(chosen + [column])
      listedWeight += min(most, (chosen + [column]).reduce(1) { min(most, $0 * columns.weights[$1]) })
      if listedWeight >= most { budget.limit(to: countingSteps) }
    }
  }
}

/// Columns as the search sees them: the rows that each covers, word by word.
struct CoverColumns {
  let rows: Int
  /// How many words hold one bit for each row.
  let width: Int
  let words: [UInt64]
  /// How many equal columns each stands for.
  let weights: [Int]

  init(rows: Int, covers: [BitSet], weights: [Int]? = nil) {
    self.rows = rows
    width = (rows + 63) / 64
    words = covers.flatMap(\.words)
    self.weights = weights ?? [Int](repeating: 1, count: covers.count)
  }

  var count: Int { weights.count }

  /// Whether a column covers all of some rows.
  func covers(_ column: Int, all open: [UInt64]) -> Bool {
    for word in 0..<width where open[word] & ~words[column * width + word] != 0 { return false }
    return true
  }

  /// Prices to begin with: each row at its share of the largest column over it.
  var evenPrices: [Double] {
    var largest = [Int](repeating: 1, count: rows)
    for column in 0..<count {
      let size = (0..<width).reduce(0) { $0 + words[column * width + $1].nonzeroBitCount }
      for word in 0..<width {
        var rest = words[column * width + word]
        while rest != 0 {
          let row = word << 6 | rest.trailingZeroBitCount
          largest[row] = max(largest[row], size)
          rest &= rest - 1
        }
      }
    }
    return largest.map { 1 / Double($0) }
  }
}

/// One state of a ``CoverSearch``: what is uncovered, what can still be chosen, and the prices of rows here.
///
/// For any prices, their sum less what single columns are worth above 1 is a lower bound for the columns that are needed; a column
/// worth less than 1 lifts it by the difference if it is chosen. Subgradient steps look for prices with a high bound (Held, Wolfe &
/// Crowder, Mathematical Programming 1974;6:62–88; Beasley, Naval Research Logistics 1990;37:151–164). Sums of prices are good
/// to 12 digits, and a bound counts only where it passes by ``tolerance``.
///
/// Each depth of the search keeps one and its room, so that nothing is allocated on the way.
struct CoverSearchLevel {
  /// The rows that are not covered.
  private(set) var open: [UInt64]
  /// The columns that can still be part of a cover.
  private(set) var list: [Int] = []
  private var prices: [Double]
  /// The prices with the highest bound.
  private(set) var best: [Double]
  /// The highest bound.
  private(set) var bound = 0.0
  private var slopes: [Double]
  private var degrees: [Int]
  private var worths: [Double] = []
  private var openRows: [Int] = []
  private var tried: [(column: Int, worth: Double)] = []

  static let tolerance = 1e-7

  init(_ columns: CoverColumns) {
    open = [UInt64](repeating: 0, count: columns.width)
    prices = [Double](repeating: 0, count: columns.rows)
    best = prices
    slopes = prices
    degrees = [Int](repeating: 0, count: columns.rows)
  }

  /// The beginning: nothing is covered.
  mutating func begin(prices: [Double], slots: Int, _ columns: CoverColumns) {
    best = prices
    for row in 0..<columns.rows { open[row >> 6] |= 1 << UInt64(row & 63) }
    list = (0..<columns.count).filter { slots > 1 || columns.covers($0, all: open) }
  }

  /// What is left when a column is chosen and only the first so many of the level above may join it.
  mutating func begin(
    after above: CoverSearchLevel, choosing column: Int, among count: Int, slots: Int, _ columns: CoverColumns
  ) {
    let width = columns.width
    for word in 0..<width { open[word] = above.open[word] & ~columns.words[column * width + word] }
    list.removeAll(keepingCapacity: true)
    if slots == 1 {
      for place in 0..<count where columns.covers(above.list[place], all: open) {
        list.append(above.list[place])
      }
      return
    }
    for place in 0..<count {
      let column = above.list[place]
      for word in 0..<width where columns.words[column * width + word] & open[word] != 0 {
        list.append(column)
        break
      }
    }
    for row in above.openRows { best[row] = above.best[row] }
  }

  /// Puts the columns of the row with the fewest at the end of the list, the most valuable last.
  ///
  /// - Returns: How many these are; nothing where no cover is left.
  mutating func branch(slots: Int, steps: Int, _ columns: CoverColumns) -> Int? {
    findOpenRows()
    guard improvePrices(slots: slots, steps: steps, columns) else { return nil }
    countColumns(columns)
    var rarest = (row: 0, degree: Int.max)
    for row in openRows where degrees[row] < rarest.degree { rarest = (row, degrees[row]) }
    guard rarest.degree > 0, rarest.degree < .max else { return nil }
    let (word, bit) = (rarest.row >> 6, UInt64(rarest.row & 63))
    tried.removeAll(keepingCapacity: true)
    var kept = 0
    for place in list.indices {
      if columns.words[list[place] * columns.width + word] >> bit & 1 == 1 {
        tried.append((list[place], worths[place]))
      } else {
        list[kept] = list[place]
        kept += 1
      }
    }
    list.removeSubrange(kept...)
    tried.sort { $0.worth == $1.worth ? $0.column > $1.column : $0.worth < $1.worth }
    for candidate in tried { list.append(candidate.column) }
    return tried.count
  }

  private mutating func findOpenRows() {
    openRows.removeAll(keepingCapacity: true)
    for word in open.indices {
      var rest = open[word]
      while rest != 0 {
        openRows.append(word << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  private mutating func countColumns(_ columns: CoverColumns) {
    for row in openRows { degrees[row] = 0 }
    for column in list {
      for word in 0..<columns.width {
        var rest = columns.words[column * columns.width + word] & open[word]
        while rest != 0 {
          degrees[word << 6 | rest.trailingZeroBitCount] += 1
          rest &= rest - 1
        }
      }
    }
  }

  /// Steps towards better prices, dropping the columns that they rule out.
  ///
  /// - Returns: `false` where the prices prove that no cover is left.
  private mutating func improvePrices(slots: Int, steps: Int, _ columns: CoverColumns) -> Bool {
    let most = Double(slots) + Self.tolerance
    for row in openRows { prices[row] = best[row] }
    bound = -Double.infinity
    var step = 0
    var pace = 1.0
    var idle = 0
    while true {
      let proven = weigh(columns)
      if proven > bound {
        if proven > bound + 1e-4 { idle = 0 }
        bound = proven
        for row in openRows { best[row] = prices[row] }
      } else {
        idle += 1
        if idle >= 10 { (pace, idle) = (pace / 2, 0) }
      }
      if proven > most { return false }
      var kept = 0
      for place in list.indices where proven + max(0, 1 - worths[place]) <= most {
        list[kept] = list[place]
        worths[kept] = worths[place]
        kept += 1
      }
      list.removeSubrange(kept...)
      worths.removeSubrange(kept...)
      guard step < steps, pace > 0.01 else { return true }
      step += 1
      var steepness = 0.0
      for row in openRows { steepness += slopes[row] * slopes[row] }
      guard steepness > 0 else { return true }
      let pace = pace * max(0.1, most + 0.1 - proven) / steepness
      for row in openRows { prices[row] = max(0, prices[row] + pace * slopes[row]) }
    }
  }

  /// The bound that the prices prove, the worth of each column, and where to go from here.
  private mutating func weigh(_ columns: CoverColumns) -> Double {
    var proven = 0.0
    for row in openRows {
      proven += prices[row]
      slopes[row] = 1
    }
    worths.removeAll(keepingCapacity: true)
    let width = columns.width
    for column in list {
      var worth = 0.0
      for word in 0..<width {
        var rest = columns.words[column * width + word] & open[word]
        while rest != 0 {
          worth += prices[word << 6 | rest.trailingZeroBitCount]
          rest &= rest - 1
        }
      }
      worths.append(worth)
      guard worth > 1 else { continue }
      proven += 1 - worth
      for word in 0..<width {
        var rest = columns.words[column * width + word] & open[word]
        while rest != 0 {
          slopes[word << 6 | rest.trailingZeroBitCount] -= 1
          rest &= rest - 1
        }
      }
    }
    return proven
  }
}

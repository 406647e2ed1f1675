/// Rows to be covered and columns that cover them: the prime implicant chart.
///
/// Columns that cover the same rows are one class, since any of them stands for all; a row whose columns include all those of
/// another row is covered with it and needs no attention. Neither loses a cover that cannot do without one of its columns.
struct CoverChart {
  /// How many rows there are.
  let rows: Int
  /// The rows that each column covers.
  private(set) var columns: [BitSet] = []

  init(rows: Int) { self.rows = rows }

  mutating func add(_ covered: BitSet) { columns.append(covered) }

  /// The chart with its repetitions taken out.
  struct Reduced {
    /// How many rows are left.
    let rows: Int
    /// The rows that each class covers.
    var covers: [BitSet] = []
    /// The columns of each class.
    var members: [[Int]] = []
  }

  func reduced() -> Reduced {
    let kept = neededRows(Self.classes(columns).map(\.covered))
    let shrunk = columns.map { column in
      var covered = BitSet(size: kept.count)
      for (place, row) in kept.enumerated() where column.contains(row) { covered.insert(place) }
      return covered
    }
    var reduced = Reduced(rows: kept.count)
    for (covered, members) in Self.classes(shrunk) where !covered.isEmpty {
      reduced.covers.append(covered)
      reduced.members.append(members)
    }
    return reduced
  }

  /// Equal columns together, in the order in which they come first.
  private static func classes(_ columns: [BitSet]) -> [(covered: BitSet, members: [Int])] {
    var places: [BitSet: Int] = [:]
    var classes: [(covered: BitSet, members: [Int])] = []
    for (column, covered) in columns.enumerated() {
      if let place = places[covered] {
        classes[place].members.append(column)
      } else {
        places[covered] = classes.count
        classes.append((covered, [column]))
      }
    }
    return classes
  }

  /// The rows that no other row's columns are all among; of rows with equal columns the first.
  private func neededRows(_ classes: [BitSet]) -> [Int] {
    var columnsOf = [BitSet](repeating: BitSet(size: classes.count), count: rows)
    for (column, covered) in classes.enumerated() {
      for row in covered.members { columnsOf[row].insert(column) }
    }
    let sizes = columnsOf.map(\.count)
    return (0..<rows).filter { row in
      !(0..<rows).contains { other in
        guard other != row, sizes[other] < sizes[row] || (sizes[other] == sizes[row] && other < row) else {
          return false
        }
        return columnsOf[other].isSubset(of: columnsOf[row])
      }
    }
  }
}

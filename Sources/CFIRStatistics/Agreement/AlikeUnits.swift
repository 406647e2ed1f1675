/// The units of a table by how they were rated: units that were rated alike are counted, not repeated.
///
/// All coefficients are sums over units, so that a sample of units is known by how many of each kind it holds.
struct AlikeUnits {
  /// The kinds: the category that each rater gave, −1 where none.
  let rows: [[Int]]
  /// How many units of each kind there are.
  let multiplicities: [Int]
  /// The kind of each rated unit, in the order of the table.
  let kinds: [Int]
  /// How many raters gave a rating; others are left out of the rows.
  let raters: Int
  /// How often each kind has each category, row by row; nothing for more than ``mostCategories``.
  let counts: [Double]
  /// How many ratings each kind has.
  let sizes: [Double]
  /// The values of the categories.
  let values: [Double]

  var categories: Int { values.count }

  /// How many categories are counted; none where there are more than ``mostCategories``.
  var countedCategories: Int { categories <= Self.mostCategories ? categories : 0 }

  /// More categories than these are not compared pair by pair: the pairs would fill the memory.
  static let mostCategories = 2000

  /// Sorts the units of a table; those that nobody rated are left out.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - ignoringRaters: Whether units are alike that have the same ratings by different raters.
  init(_ table: AgreementTable, ignoringRaters: Bool = false) {
    values = table.values
    let active = (0..<table.raterCount).filter { rater in table.units.contains { $0[rater] != nil } }
    raters = active.count
    let all = table.units.map { unit in
      let row = active.map { unit[$0] ?? -1 }
      return ignoringRaters ? row.sorted() : row
    }.filter { row in row.contains { $0 >= 0 } }
    var found: [[Int]: Int] = [:]
    for row in all { found[row, default: 0] += 1 }
    let rows = found.keys.sorted { $0.lexicographicallyPrecedes($1) }
    let places = Dictionary(rows.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.rows = rows
    multiplicities = rows.map { found[$0] ?? 0 }
    kinds = all.compactMap { places[$0] }
    let categories = table.values.count
    let isCounted = categories <= Self.mostCategories
    var counts = [Double](repeating: 0, count: isCounted ? rows.count * categories : 0)
    for (kind, row) in rows.enumerated() where isCounted {
      for category in row where category >= 0 { counts[kind * categories + category] += 1 }
    }
    self.counts = counts
    sizes = rows.map { row in Double(row.count { $0 >= 0 }) }
  }

  /// How often a kind has a category.
  func count(_ kind: Int, _ category: Int) -> Double { counts[kind * categories + category] }

  /// The table's own numbers of units of each kind.
  var sample: [Double] { multiplicities.map(Double.init) }

  /// Those who rated all units that are complete, kind by kind.
  var complete: [Int] { rows.indices.filter { kind in !rows[kind].contains(-1) } }
}

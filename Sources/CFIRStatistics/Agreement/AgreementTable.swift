/// Units by raters with gaps: the one shape that every coefficient of agreement takes.
public struct AgreementTable: Hashable, Sendable {
  /// For each unit, the category that each rater gave it; `nil` where a rater gave none. All rows are equally long.
  public let units: [[Int?]]
  /// The value of each category, in the order of the scale; 1, 2, 3 … where categories are words.
  public let values: [Double]

  /// A table of categories.
  ///
  /// - Parameters:
  ///   - units: For each unit, the index of the category that each rater gave. Short rows are filled with gaps; an index without a value
  ///     counts as a gap.
  ///   - values: The value of each category, rising where the categories have an order.
  public init(units: [[Int?]], values: [Double]) {
    let raters = units.map(\.count).max() ?? 0
    self.units = units.map { unit in
      (0..<raters).map { rater in
        guard rater < unit.count, let category = unit[rater], values.indices.contains(category) else {
          return nil
        }
        return category
      }
    }
    self.values = values
  }

  /// A table of numbers, whose categories are the numbers that occur.
  ///
  /// - Parameters:
  ///   - numbers: For each unit, the number that each rater gave; what is no finite number counts as a gap.
  ///   - scale: All numbers that could be given, where more are possible than occur; others count as gaps.
  public init(numbers: [[Double?]], scale: [Double]? = nil) {
    let given = scale ?? numbers.flatMap { $0.compactMap { $0 } }
    let values = Set(given.filter(\.isFinite)).sorted()
    let places = Dictionary(values.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.init(units: numbers.map { $0.map { number in number.flatMap { places[$0] } } }, values: values)
  }

  /// How many raters there are, those without any rating included.
  public var raterCount: Int { units.first?.count ?? 0 }

  /// How many ratings there are.
  public var ratingCount: Int { units.reduce(0) { $0 + $1.count { $0 != nil } } }

  /// How many units at least one rater rated.
  public var ratedUnitCount: Int { units.count { $0.contains { $0 != nil } } }

  /// How many units at least two raters rated.
  public var pairableUnitCount: Int { units.count { $0.count { $0 != nil } >= 2 } }

  /// How often each category was given, in the order of the scale.
  public var categoryCounts: [Int] {
    var counts = [Int](repeating: 0, count: values.count)
    for case let category? in units.joined() { counts[category] += 1 }
    return counts
  }

  /// The same units as two raters saw them.
  public func pair(_ first: Int, _ second: Int) -> AgreementTable {
    AgreementTable(units: units.map { [$0[first], $0[second]] }, values: values)
  }
}

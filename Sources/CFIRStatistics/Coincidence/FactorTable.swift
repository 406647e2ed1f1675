/// Cases by factors: what coincidence analysis starts from.
///
/// Crisp factors are 0 or 1, multi-value factors whole numbers from 0, fuzzy factors memberships 0 … 1.
public struct FactorTable: Hashable, Sendable {
  /// What the numbers are.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Every number is 0 or 1.
    case crisp
    /// Every number is whole and not negative, and one of them above 1.
    case multiValue = "multi-value"
    /// Every number is between 0 and 1, and one of them between.
    case fuzzy
  }

  /// A column.
  public struct Factor: Hashable, Sendable {
    /// Its name in upper case, since lower case stands for absence.
    public var name: String
    /// The values that a condition can name: presence and absence, or the values that occur, in rising order.
    public var values: [Int]
  }

  /// Why numbers are no table of factors.
  public enum Problem: Error, Hashable, Sendable {
    /// No factor, or no case.
    case empty
    /// A column is longer or shorter than the first.
    case ragged(factor: Int)
    /// A number is no number, below 0, or above 1 where another is between 0 and 1.
    case value(factor: Int, case: Int)
    /// A factor has more values than the 64 that can be told apart.
    case manyValues(factor: Int)
    /// A name is that of an earlier factor, but for case.
    case twice(factor: Int, first: Int)
    /// A name has no letter that could be lower case, or a sign of the notation.
    case name(factor: Int)
  }

  /// What the numbers are.
  public let kind: Kind
  /// The columns.
  public let factors: [Factor]
  /// The numbers by factor, then case.
  public let columns: [[Double]]
  /// How many cases there are.
  public let caseCount: Int

  /// A table; its kind is found from the numbers.
  ///
  /// - Parameters:
  ///   - names: The factors' names; they are told apart without case.
  ///   - columns: The numbers of each factor, case by case.
  /// - Throws: What keeps the numbers from being a table of factors.
  public init(_ names: [String], _ columns: [[Double]]) throws(Problem) {
    guard let first = columns.first, !first.isEmpty, names.count == columns.count else { throw .empty }
    for (place, column) in columns.enumerated() where column.count != first.count {
      throw .ragged(factor: place)
    }
    let kind = Self.kind(of: columns)
    var factors: [Factor] = []
    for (place, name) in names.enumerated() {
      let upper = name.uppercased()
      if let before = factors.firstIndex(where: { $0.name == upper }) {
        throw .twice(factor: place, first: before)
      }
      guard upper != name.lowercased(), !upper.contains(where: Self.signs.contains) else {
        throw .name(factor: place)
      }
      for (index, value) in columns[place].enumerated() {
        let isValid = kind == .multiValue ? value == value.rounded() && value < 1e9 : value <= 1
        guard value >= 0, isValid else { throw .value(factor: place, case: index) }
      }
      let values = kind == .multiValue ? Set(columns[place].map { Int($0) }).sorted() : [1, 0]
      guard values.count <= 64 else { throw .manyValues(factor: place) }
      factors.append(Factor(name: upper, values: values))
    }
    self.kind = kind
    self.factors = factors
    self.columns = columns
    caseCount = first.count
  }

  /// Signs that stand for something in a formula.
  private static let signs: Set<Character> = ["*", "+", "=", "<", ">", "(", ")", ","]

  private static func kind(of columns: [[Double]]) -> Kind {
    if columns.joined().allSatisfy({ $0 == 0 || $0 == 1 }) { return .crisp }
    return columns.joined().contains { $0 != $0.rounded() } ? .fuzzy : .multiValue
  }

  /// Everything that a condition can name, factor by factor.
  public var factorValues: [FactorValue] {
    factors.indices.flatMap { factor in
      factors[factor].values.map { FactorValue(factor: factor, value: $0) }
    }
  }

  /// How far each case is a member of a factor's value: 0 or 1, between where factors are fuzzy.
  public func membership(_ value: FactorValue) -> [Double] {
    let column = columns[value.factor]
    return switch kind {
    case .fuzzy: value.value == 1 ? column : column.map { 1 - $0 }
    case .crisp, .multiValue: column.map { $0 == Double(value.value) ? 1 : 0 }
    }
  }

  /// Which cases have a factor's value; fuzzy members of 0.5 and more have it.
  func presence(_ value: FactorValue) -> [Bool] {
    let column = columns[value.factor]
    return switch kind {
    case .fuzzy: column.map { ($0 >= 0.5) == (value.value == 1) }
    case .crisp, .multiValue: column.map { $0 == Double(value.value) }
    }
  }
}

/// A factor taking a value: `U` (1) and `u` (0) where factors are crisp or fuzzy, `C=2` where they have several values.
public struct FactorValue: Hashable, Sendable {
  /// The factor's place in the table.
  public var factor: Int
  /// The value.
  public var value: Int

  /// A factor taking a value.
  public init(factor: Int, value: Int) {
    self.factor = factor
    self.value = value
  }
}

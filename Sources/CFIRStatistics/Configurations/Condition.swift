/// A factor as an analysis of configurations sees it: its name and the values that it can take.
public struct Condition: Hashable, Sendable {
  /// What it is called in terms.
  public let name: String
  /// How many values it has: 0 ..< levels; 2 for crisp and fuzzy sets.
  public let levels: Int
  /// Whether cases belong to it by degrees.
  public let isFuzzy: Bool

  /// A condition.
  ///
  /// - Parameters:
  ///   - name: What it is called in terms.
  ///   - levels: How many values it has; fewer than two count as two.
  ///   - isFuzzy: Whether cases belong to it by degrees.
  public init(_ name: String, levels: Int = 2, isFuzzy: Bool = false) {
    self.name = name
    self.levels = max(2, levels)
    self.isFuzzy = isFuzzy
  }

  /// How a value of it is written: `DEV`, `~DEV`, or `DEV{2}`.
  public func literal(_ value: Int, asMultiValue: Bool) -> String {
    if asMultiValue || levels > 2 { return "\(name){\(value)}" }
    return value == 0 ? "~\(name)" : name
  }

  /// How far a number belongs to a value of this condition, 0 … 1.
  func membership(_ number: Double, in value: Int) -> Double {
    if isFuzzy { return value == 0 ? 1 - number : number }
    return number == Double(value) ? 1 : 0
  }
}

/// Conditions that belong together, and the whole numbers by which their combinations are known.
struct ConfigurationSpace: Sendable {
  let conditions: [Condition]
  /// The weight of each condition's value in the number of a configuration.
  let rowBases: [Int]
  /// The weight of each condition's value, counted from 1 with 0 for “any”, in the code of an implicant.
  let codeBases: [Int]
  /// How many configurations there are.
  let count: Int
  let isBinary: Bool
  let isMultiValue: Bool

  /// The largest number of conditions: sets of them are walked through one by one.
  static let mostConditions = 20

  /// Nothing where there are too many combinations to number.
  init?(_ conditions: [Condition]) {
    guard conditions.count <= Self.mostConditions else { return nil }
    var (rows, codes) = (1, 1)
    var (rowBases, codeBases): ([Int], [Int]) = ([], [])
    for condition in conditions.reversed() {
      rowBases.append(rows)
      codeBases.append(codes)
      let next = codes.multipliedReportingOverflow(by: condition.levels + 1)
      guard !next.overflow else { return nil }
      codes = next.partialValue
      rows *= condition.levels
    }
    self.conditions = conditions
    self.rowBases = rowBases.reversed()
    self.codeBases = codeBases.reversed()
    count = rows
    isMultiValue = conditions.contains { $0.levels > 2 }
    isBinary = !isMultiValue
  }

  /// The number of a configuration, counted from 0.
  func number(_ configuration: [Int]) -> Int {
    zip(configuration, rowBases).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The configuration of a number.
  func configuration(_ number: Int) -> [Int] {
    zip(conditions, rowBases).map { number / $1 % $0.levels }
  }

  /// The conditions on which two configurations differ, one bit for each.
  func difference(_ first: [Int], _ second: [Int]) -> Int {
    var mask = 0
    for place in first.indices where first[place] != second[place] { mask |= 1 << place }
    return mask
  }
}

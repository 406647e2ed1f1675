/// Which factors may be causes of which: `A,B<C` says that C is no cause of A or B.
public struct CausalOrdering: Hashable, Sendable {
  /// Factors by level, upstream first; factors that are not named stand upstream of all.
  public var levels: [[Int]]
  /// Whether factors of one level are no causes of each other.
  public var isStrict: Bool

  /// An ordering.
  public init(_ levels: [[Int]], isStrict: Bool = false) {
    self.levels = levels
    self.isStrict = isStrict
  }

  /// Why text is no ordering of a table's factors.
  public enum Problem: Error, Hashable, Sendable {
    /// No factor has this name.
    case unknown(String)
    /// A factor is named twice.
    case twice(String)
    /// There is nothing between two commas or signs.
    case blank
  }

  /// Reads `A,B<C`, factors by their names without case.
  public init(_ text: String, of table: FactorTable, isStrict: Bool = false) throws(Problem) {
    var levels: [[Int]] = []
    var seen: Set<Int> = []
    for level in text.split(separator: "<", omittingEmptySubsequences: false) {
      var factors: [Int] = []
      for part in level.split(separator: ",", omittingEmptySubsequences: false) {
        let name = part.trimmingBlanks()
        if name.isEmpty { throw .blank }
        guard let factor = table.factor(named: name) else { throw .unknown(name) }
        guard seen.insert(factor).inserted else { throw .twice(name) }
        factors.append(factor)
      }
      levels.append(factors)
    }
    self.init(levels, isStrict: isStrict)
  }

  /// The factors of a table that may be causes of one, in the table's order.
  public func causes(of outcome: Int, among table: FactorTable) -> [Int] {
    // Level 0 are the factors that no level names.
    func level(_ factor: Int) -> Int {
      levels.firstIndex { $0.contains(factor) }.map { $0 + 1 } ?? 0
    }
    let own = level(outcome)
    return table.factors.indices.filter {
      $0 != outcome && (isStrict ? level($0) < own : level($0) <= own)
    }
  }
}

extension FactorTable {
  /// A factor's place by its name without case.
  public func factor(named name: String) -> Int? {
    let upper = name.uppercased()
    return factors.firstIndex { $0.name == upper }
  }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  func trimmingBlanks() -> String {
    var slice = self[...]
    while slice.first?.isWhitespace == true { slice = slice.dropFirst() }
    while slice.last?.isWhitespace == true { slice = slice.dropLast() }
    return String(slice)
  }
}

/// Cases and how each stands on some factors: crisp sets as 0 and 1, fuzzy sets as 0 … 1, multi-value factors as 0, 1, 2, …
public struct CaseTable: Hashable, Sendable {
  /// A factor.
  public struct Factor: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// One number for each case.
    public var values: [Double]

    /// A factor.
    public init(_ name: String, _ values: [Double]) {
      self.name = name
      self.values = values
    }

    /// Whether any value lies between two whole numbers.
    public var isFuzzy: Bool { values.contains { $0 != $0.rounded() } }

    /// Whether the values are those of a set or of a multi-value factor: a fuzzy set's within 0 … 1, else whole and not negative.
    public var isCalibrated: Bool {
      isFuzzy
        ? values.allSatisfy { (0...1).contains($0) }
        : values.allSatisfy { $0 >= 0 && $0 < Double(CaseTable.mostLevels) }
    }

    /// The factor as a condition.
    public var condition: Condition {
      let isFuzzy = isFuzzy
      return Condition(name, levels: isFuzzy ? 2 : Int(values.max() ?? 0) + 1, isFuzzy: isFuzzy)
    }
  }

  /// A multi-value factor has at most so many values; more are a number that nobody calibrated.
  public static let mostLevels = 20

  /// What the cases are called.
  public var cases: [String]
  /// How many cases each row stands for; 1 in a table of single cases.
  public var counts: [Int]
  /// The factors in order.
  public var factors: [Factor]

  /// A table.
  ///
  /// - Parameters:
  ///   - cases: What the cases are called.
  ///   - factors: The factors, each with a number for each case.
  ///   - counts: How many cases each row stands for; nothing: one each.
  public init(cases: [String], factors: [Factor], counts: [Int]? = nil) {
    self.cases = cases
    self.factors = factors
    self.counts = counts ?? [Int](repeating: 1, count: cases.count)
  }

  /// A factor by its name.
  public func factor(_ name: String) -> Factor? { factors.first { $0.name == name } }

  /// The table without one case.
  public func leavingOut(_ place: Int) -> CaseTable {
    var rest = self
    rest.cases.remove(at: place)
    rest.counts.remove(at: place)
    for index in rest.factors.indices { rest.factors[index].values.remove(at: place) }
    return rest
  }
}

/// What combinations of conditions lead to the outcome: all models of one kind.
public struct Solution: Sendable {
  /// What is assumed of combinations that no case shows.
  public enum Kind: String, Sendable, CaseIterable {
    /// Nothing.
    case conservative
    /// Whatever makes the models shortest.
    case parsimonious
    /// What makes them shorter and is expected anyway.
    case intermediate
  }

  /// A sufficient path: a prime implicant in a model.
  public struct Path: Sendable {
    /// The term.
    public let term: Term
    /// How well it stands for being sufficient.
    public let fit: SufficiencyFit
    /// The share of the outcome that this path alone of its model covers; nothing where it is the only one.
    public let uniqueCoverage: Double?
    /// The places of the cases that belong to the truth table rows it covers, row by row.
    public let cases: [Int]
  }

  /// Paths that together cover every row with the outcome.
  public struct Model: Sendable {
    /// The paths, the shortest first.
    public let paths: [Path]
    /// How well they stand together.
    public let fit: SufficiencyFit
    /// Numbers of combinations that no case shows and the model takes to lead to the outcome.
    public internal(set) var counterfactuals: [Int] = []
    /// Of which conservative and parsimonious models it lies between, as `C1P2`; empty for other kinds.
    public internal(set) var between: [String] = []

    /// As the literature writes it: its terms joined by ` + `.
    public func text(_ conditions: [Condition]) -> String {
      paths.map { $0.term.text(conditions) }.joined(separator: " + ")
    }
  }

  /// A prime implicant and the rows that it covers.
  public struct Prime: Sendable {
    /// The term.
    public let term: Term
    /// The numbers of the rows with the outcome that it covers.
    public let rows: [Int]
    /// Whether it alone covers one of them.
    public let isEssential: Bool
  }

  /// What is assumed.
  public let kind: Kind
  /// The prime implicant chart; for intermediate solutions that of the first pair of models.
  public let primes: [Prime]
  /// The models, as far as they are listed.
  public let models: [Model]
  /// How many models there are, or at least are.
  public let count: CoverCount
  /// How many paths the shortest model has: more than one number where the search was ended too soon.
  public let size: ClosedRange<Int>
  /// Whether the search came to its end; if not, there may be more and even shorter models.
  public let isComplete: Bool

  /// Whether all models are listed.
  public var listsAll: Bool { isComplete && count.isExact && count.value == UInt64(models.count) }
}

/// How a truth table is minimized.
public struct MinimizationOptions {
  /// Whether all models are wanted that need each of their paths, not only those with the fewest.
  public var allIrredundant: Bool
  /// How many models are listed.
  public var limit: Int
  /// The values of each condition that are expected to lead to the outcome; empty: no expectation.
  public var expectations: [[Int]]

  /// Options.
  public init(allIrredundant: Bool = false, limit: Int = 1000, expectations: [[Int]] = []) {
    self.allIrredundant = allIrredundant
    self.limit = limit
    self.expectations = expectations
  }
}

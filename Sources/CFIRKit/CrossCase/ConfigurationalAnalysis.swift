import CFIRStatistics

/// Which combinations of conditions go with the outcome: one qualitative comparative analysis.
public struct ConfigurationalAnalysis: Sendable {
  /// What is asked.
  public struct Question: Sendable {
    /// The outcome: a factor's name, `~NAME` for its absence, `NAME{2}` for one of several values.
    public var outcome: String
    /// Whether the outcome's absence is asked about instead.
    public var isNegated = false
    /// The conditions; empty: every other column.
    public var conditions: [String] = []
    /// From where on a combination counts.
    public var cuts = TruthTable.Cuts()
    /// The kinds of solutions.
    public var kinds = Solution.Kind.allCases
    /// The literals that are expected to lead to the outcome, separated by commas.
    public var expectations = ""
    /// Whether all models are wanted that need each of their paths.
    public var allIrredundant = false
    /// How many models are listed.
    public var limit = 1000
    /// How many times the usual time a search may take.
    public var effort = 1
    /// Whether it is tried how solutions change with cut-offs, anchors and cases.
    public var checksRobustness = false
    /// Where the names are said that it holds.
    public var places = Places()

    /// Where names are said: the options of the command line, or places in a study file.
    public struct Places: Sendable {
      /// Of the outcome.
      public var outcome = Origin(file: "--outcome")
      /// Of the conditions.
      public var conditions = Origin(file: "--conditions")
      /// Of the expectations.
      public var expectations = Origin(file: "--expect")

      /// The options.
      public init() {}
    }

    /// A question about an outcome.
    public init(outcome: String) { self.outcome = outcome }
  }

  /// What was asked.
  public let question: Question
  /// Cases and raw numbers.
  public let columns: CaseColumns
  /// The recipe that was followed.
  public let recipe: CalibrationRecipe
  /// The cases as memberships.
  public let cases: CalibratedCases
  /// How the outcome is written: `SURV`, `~SURV`, `SURV{2}`.
  public let outcomeText: String
  /// The truth table.
  public let truthTable: TruthTable
  /// What is necessary.
  public let necessity: Necessity
  /// A solution of each kind.
  public private(set) var solutions: [Solution] = []
  /// The expected values of each condition.
  public let expectations: [[Int]]
  /// How solutions change; empty where it was not asked.
  public private(set) var variations: [Variation] = []

  /// Analyses.
  ///
  /// - Parameters:
  ///   - columns: Cases and raw numbers.
  ///   - recipe: How they are calibrated.
  ///   - question: What is asked.
  ///   - isStopped: Polled during searches; `true` ends them.
  /// - Throws: Findings that name the option or file and how to mend it.
  public init(
    _ columns: CaseColumns, by recipe: CalibrationRecipe, asking question: Question,
    isStopped: @escaping () -> Bool = { false }
  ) throws(Findings) {
    let parts = try Self.factors(columns, question)
    try recipe.check(against: columns)
    let cases = try CalibratedCases(columns, parts.conditions + [parts.outcome.column], by: recipe)
    self.question = question
    self.columns = columns
    self.recipe = recipe
    self.cases = cases
    let isNegated = question.isNegated != parts.outcome.isNegated
    outcomeText =
      (isNegated ? "~" : "") + parts.outcome.column.name + (parts.outcome.value.map { "{\($0)}" } ?? "")
    let outcome = try Self.memberships(cases, parts.outcome, question)
    truthTable = try Self.truthTable(cases.table, parts.conditions.map(\.name), outcome, question.cuts)
    necessity = truthTable.necessity()
    expectations = try Self.expectations(question, truthTable.conditions)
    solutions = try solve(truthTable, question.kinds, isStopped)
    if question.checksRobustness { variations = vary(isStopped) }
  }

  /// Whether intermediate solutions can be told from the others: something must be expected.
  public var hasExpectations: Bool { expectations.contains { !$0.isEmpty } }

  func solve(_ table: TruthTable, _ kinds: [Solution.Kind], _ isStopped: @escaping () -> Bool)
    throws(Findings)
    -> [Solution]
  {
    var solutions: [Solution] = []
    for kind in kinds where kind != .intermediate || hasExpectations {
      var budget = SearchBudget(
        steps: 4_000_000_000 * question.effort, countingSteps: 200_000_000 * question.effort,
        isStopped: isStopped)
      let options = MinimizationOptions(
        allIrredundant: question.allIrredundant, limit: question.limit, expectations: expectations)
      do throws(ConfigurationProblem) {
        solutions.append(try table.minimized(kind, options: options, budget: &budget))
      } catch {
        throw Findings([error.finding])
      }
    }
    return solutions
  }

  static func truthTable(
    _ table: CaseTable, _ conditions: [String], _ outcome: [Double], _ cuts: TruthTable.Cuts
  ) throws(Findings) -> TruthTable {
    do throws(ConfigurationProblem) {
      return try TruthTable(table, conditions: conditions, outcome: outcome, cuts: cuts)
    } catch {
      throw Findings([error.finding])
    }
  }
}

extension ConfigurationProblem {
  /// The problem as it is told to the user.
  var finding: Finding {
    switch self {
    case .unknown(let name):
      .error(at: Origin(file: "--conditions"), "there is no factor '\(name)'", fix: "name one of the columns")
    case .notCalibrated(let name):
      .error(
        at: Origin(file: "--calibrate"),
        "the numbers of '\(name)' are neither memberships within 0 … 1 nor values 0, 1, 2, …",
        fix: CalibratedCases.fix(name))
    case .tooManyConditions(let count):
      .error(
        at: Origin(file: "--conditions"),
        "\(count) conditions have more combinations than can be gone through",
        fix: "choose fewer with --conditions")
    case .tooManyCounterfactuals(let possible):
      .error(
        at: Origin(file: "--solution"),
        "\(possible) combinations are too many to list the counterfactuals of an intermediate solution",
        fix: "choose fewer conditions, or --solution conservative or parsimonious")
    }
  }
}

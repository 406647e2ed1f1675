import CFIRStatistics

/// A study's configurations from beginning to end: the constructs cut down to a few conditions, and these analysed.
public struct CrossCaseAnalysis: Sendable {
  /// How the conditions were chosen.
  public enum Choice: Sendable {
    /// The study names them, before anything was looked at.
    case named
    /// By ``CrossCaseAnalysis/chosen(from:most:)``, at most so many.
    case reduced(most: Int)
  }

  /// The minimally sufficient conditions over all constructs that have a number in every case.
  public struct Reduction: Sendable {
    /// The cases; the last factor is the outcome.
    public let table: FactorTable
    /// What is to come about.
    public let outcome: FactorValue
    /// What was looked for.
    public let options: ConditionReduction.Options
    /// What was found.
    public let found: ConditionReduction
    /// The constructs of the table's factors.
    public let constructs: [Construct.ID]
    /// Rated constructs without a number somewhere.
    public let leftOut: [Construct.ID]

    /// The constructs that a model names, each with whether it is present; in multi-value data the value.
    public func terms(_ model: CoincidenceModel) -> [(construct: Construct.ID, value: Int)] {
      (model.formulas.first?.disjuncts.first?.values ?? []).map { (constructs[$0.factor], $0.value) }
    }
  }

  /// The outcome's name.
  public let outcome: String
  /// What was found over all constructs; nothing where no construct has a number in every case, or the numbers are no sets.
  public let reduction: Reduction?
  /// How the conditions were chosen.
  public let choice: Choice
  /// The analysis of the chosen conditions, or why there is none.
  public let analysis: Result<ConfigurationalAnalysis, Findings>

  /// Cuts the constructs down and analyses the chosen conditions.
  ///
  /// - Parameters:
  ///   - columns: Cases and raw numbers.
  ///   - recipe: How they are calibrated.
  ///   - asked: What is asked; without conditions they are chosen.
  ///   - constructs: The columns that are rated constructs.
  init(
    _ columns: CaseColumns, by recipe: CalibrationRecipe, asking asked: ConfigurationalAnalysis.Question,
    among constructs: [Construct.ID]
  ) {
    var question = asked
    outcome = question.outcome
    reduction = Self.reduce(columns, recipe, question, Set(constructs.map(\.rawValue)))
    if question.conditions.isEmpty {
      let most = Self.mostConditions(of: columns.cases.count)
      choice = .reduced(most: most)
      question.conditions = reduction.map { Self.chosen(from: $0, most: most) } ?? []
    } else {
      choice = .named
    }
    question.kinds = question.expectations.isEmpty ? [.conservative, .parsimonious] : Solution.Kind.allCases
    question.checksRobustness = true
    do throws(Findings) {
      guard !question.conditions.isEmpty else { throw Self.nothingChosen }
      analysis = .success(
        try ConfigurationalAnalysis(columns, by: recipe, asking: question))
    } catch {
      analysis = .failure(error)
    }
  }

  /// No more conditions than leave every combination a case each: the largest k with 2ᵏ no larger than the number of cases; at least
  /// two, at most five.
  public static func mostConditions(of cases: Int) -> Int {
    var most = 2
    while most < 5 && 1 << (most + 1) <= cases { most += 1 }
    return most
  }

  /// The constructs of the best-ranked conditions of the reduction, one condition after the other, as long as they are not more than so
  /// many; a condition that would name too many is passed over.
  ///
  /// Source of the ranking by coverage at a threshold of consistency: Garr Whitaker et al., Implementation Science 2020;15:108.
  public static func chosen(from reduction: Reduction, most: Int) -> [String] {
    var chosen: [String] = []
    for model in reduction.found.models {
      let new = reduction.terms(model).map(\.construct.rawValue).filter { !chosen.contains($0) }
      if chosen.count + new.count <= most { chosen += new }
      if chosen.count == most { break }
    }
    return chosen
  }

  private static let nothingChosen = Findings([
    .error(
      at: Origin(file: "study.yaml"),
      "no combination of constructs is sufficient at this consistency, so that no condition is chosen",
      fix: "name conditions under `configurations:`")
  ])

  /// The least consistency of the reduction: sets without degrees need no allowance for them.
  static func consistency(_ kind: FactorTable.Kind) -> Double { kind == .fuzzy ? 0.8 : 1 }

  private static func reduce(
    _ columns: CaseColumns, _ recipe: CalibrationRecipe, _ question: ConfigurationalAnalysis.Question,
    _ rated: Set<String>
  ) -> Reduction? {
    var asked = question
    asked.conditions = columns.columns.map(\.name).filter { rated.contains($0) && $0 != question.outcome }
    guard let parts = try? ConfigurationalAnalysis.factors(columns, asked) else { return nil }
    let cases = columns.cases.indices.filter { parts.outcome.column.values[$0] != nil }
    let isComplete = { (column: CaseColumns.Column) in cases.allSatisfy { column.values[$0] != nil } }
    let used = parts.conditions.filter { recipe.missing == .absent || isComplete($0) }
    guard !used.isEmpty,
      let calibrated = try? CalibratedCases(columns, used + [parts.outcome.column], by: recipe),
      let outcome = try? ConfigurationalAnalysis.memberships(
        calibrated.table, parts.outcome, isNegated: parts.outcome.isNegated != question.isNegated),
      let table = try? FactorTable(
        used.map(\.name) + ["the outcome"],
        calibrated.table.factors.dropLast().map(\.values) + [outcome])
    else { return nil }
    var options = ConditionReduction.Options()
    options.consistency = consistency(table.kind)
    let value = FactorValue(factor: used.count, value: 1)
    return Reduction(
      table: table, outcome: value, options: options,
      found: ConditionReduction(table, outcome: value, options: options),
      constructs: used.map { Construct.ID($0.name) },
      leftOut: parts.conditions.filter { column in !used.contains { $0.name == column.name } }.map {
        Construct.ID($0.name)
      })
  }
}

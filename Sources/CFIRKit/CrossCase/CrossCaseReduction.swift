import CFIRStatistics

/// The minimally sufficient conditions over all that a study has, by which a few are chosen to be analysed.
public struct CrossCaseReduction: Sendable {
  /// The cases; the last factor is the outcome.
  public let table: FactorTable
  /// What is to come about.
  public let outcome: FactorValue
  /// What was looked for.
  public let options: ConditionReduction.Options
  /// What was found.
  public let found: ConditionReduction
  /// The names of the table's factors but the last: rated constructs, and numbers and survey scores that the recipe names.
  public let conditions: [String]
  /// Those without a number somewhere.
  public let leftOut: [String]
  /// Whether all of them are rated constructs.
  public let isOfConstructsAlone: Bool

  /// Searches; nothing where no column has a number in every case, or the numbers are no sets.
  ///
  /// - Parameters:
  ///   - columns: Cases and raw numbers.
  ///   - recipe: How they are calibrated.
  ///   - question: What is asked; its conditions have no part in this.
  public init?(
    _ columns: CaseColumns, by recipe: CalibrationRecipe, for question: ConfigurationalAnalysis.Question
  ) {
    guard let asked = try? CaseOutcome(question.outcome, in: columns, at: question.places.outcome) else {
      return nil
    }
    let (used, left) = columns.usual(for: [asked.column], by: recipe)
    guard !used.isEmpty, let cases = try? CalibratedCases(columns, used + [asked.column], by: recipe),
      let result = try? ConfigurationalAnalysis.memberships(cases, asked, question),
      let table = try? FactorTable(
        used.map(\.name) + ["the outcome"], cases.table.factors.dropLast().map(\.values) + [result])
    else { return nil }
    self.table = table
    outcome = FactorValue(factor: used.count, value: 1)
    var options = ConditionReduction.Options()
    options.consistency = Self.consistency(table.kind)
    self.options = options
    found = ConditionReduction(table, outcome: outcome, options: options)
    conditions = used.map(\.name)
    leftOut = left.map(\.name)
    isOfConstructsAlone = used.allSatisfy { $0.kind == .rating }
  }

  /// The least consistency of the search: sets without degrees need no allowance for them.
  static func consistency(_ kind: FactorTable.Kind) -> Double { kind == .fuzzy ? 0.8 : 1 }

  /// What a model names, each with whether it is present; in multi-value data the value.
  public func terms(_ model: CoincidenceModel) -> [(name: String, value: Int)] {
    (model.formulas.first?.disjuncts.first?.values ?? []).map { (conditions[$0.factor], $0.value) }
  }

  /// The conditions of the best-ranked models, one model after the other, as long as they are not more than so many; a model that
  /// would name too many is passed over.
  ///
  /// Source of the ranking by coverage at a threshold of consistency: Garr Whitaker et al., Implementation Science 2020;15:108.
  public func chosen(most: Int) -> [String] {
    var chosen: [String] = []
    for model in found.models {
      let new = terms(model).map(\.name).filter { !chosen.contains($0) }
      if chosen.count + new.count <= most { chosen += new }
      if chosen.count == most { break }
    }
    return chosen
  }
}

extension Study {
  /// What is asked of configurations: what the study says, and its own outcome where it names none; without an outcome an empty name.
  public var configurationQuestion: ConfigurationalAnalysis.Question {
    var question = configurations ?? .init(outcome: "")
    if question.outcome.isEmpty && groups != nil { question.outcome = outcomeColumn ?? "outcome" }
    return question
  }

  /// Which combinations of constructs go with the outcome.
  ///
  /// - Returns: `nil` where there is no outcome, or all organizations have the same.
  public func crossCaseAnalysis() -> CrossCaseAnalysis? {
    guard let groups, !groups.high.isEmpty else { return nil }
    let columns = caseColumns()
    guard let last = columns.columns.last, Set(last.values.compactMap { $0 }).count > 1 else { return nil }
    return CrossCaseAnalysis(columns, by: calibration, asking: configurationQuestion)
  }
}

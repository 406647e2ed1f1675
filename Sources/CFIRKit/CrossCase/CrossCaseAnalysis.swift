/// A study's configurations from beginning to end: the constructs cut down to a few conditions, and these analysed.
public struct CrossCaseAnalysis: Sendable {
  /// The outcome's name.
  public let outcome: String
  /// What was found over all constructs; nothing where no construct has a number in every case, or the numbers are no sets.
  public let reduction: CrossCaseReduction?
  /// How the conditions were chosen.
  public let choice: ConditionChoice
  /// The analysis of the chosen conditions, or why there is none.
  public let analysis: Result<ConfigurationalAnalysis, Findings>
  /// The analysis of the outcome's absence.
  public let absence: ConfigurationalAnalysis?

  /// Cuts the constructs down and analyses the chosen conditions.
  ///
  /// - Parameters:
  ///   - columns: Cases and raw numbers.
  ///   - recipe: How they are calibrated.
  ///   - asked: What is asked; without conditions they are chosen.
  init(
    _ columns: CaseColumns, by recipe: CalibrationRecipe, asking asked: ConfigurationalAnalysis.Question
  ) {
    var (question, columns) = (asked, columns)
    outcome = question.outcome
    question.checksRobustness = true
    let reduction = CrossCaseReduction(columns, by: recipe, for: question)
    self.reduction = reduction
    choice =
      question.conditions.isEmpty ? .reduced(most: ConditionChoice.most(of: columns.cases.count)) : .named
    do throws(Findings) {
      try question.chooseConditions(from: &columns, by: recipe, reduction: reduction)
      analysis = .success(try ConfigurationalAnalysis(columns, by: recipe, asking: question))
    } catch {
      analysis = .failure(error)
    }
    absence = (try? analysis.get())?.ofAbsence
  }
}

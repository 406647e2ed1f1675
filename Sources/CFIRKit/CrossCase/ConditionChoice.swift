import CFIRStatistics

/// How the conditions of a study's configurations were chosen.
public enum ConditionChoice: Sendable {
  /// Somebody names them: the study, before anything was looked at, or whoever asks.
  case named
  /// By ``CrossCaseReduction/chosen(most:)``, at most so many.
  case reduced(most: Int)

  /// No more conditions than leave every combination a case each: the largest k with 2ᵏ no larger than the number of cases; at least
  /// two, at most five.
  public static func most(of cases: Int) -> Int {
    var most = 2
    while most < 5 && 1 << (most + 1) <= cases { most += 1 }
    return most
  }
}

extension ConfigurationalAnalysis.Question {
  /// Chooses conditions where none are named.
  ///
  /// - Parameters:
  ///   - columns: A study's cases; what was chosen is added to their notes.
  ///   - recipe: How they are calibrated.
  ///   - reduction: What was found over all columns, where that is known.
  /// - Returns: How they were chosen.
  /// - Throws: A finding where there is nothing to choose by.
  @discardableResult
  public mutating func chooseConditions(
    from columns: inout CaseColumns, by recipe: CalibrationRecipe, reduction: CrossCaseReduction? = nil
  ) throws(Findings) -> ConditionChoice {
    guard conditions.isEmpty else { return .named }
    // What is wrong with the outcome is said as such.
    _ = try CaseOutcome(outcome, in: columns, at: places.outcome)
    let most = ConditionChoice.most(of: columns.cases.count)
    guard let reduction = reduction ?? CrossCaseReduction(columns, by: recipe, for: self) else {
      throw Findings([
        .error(
          at: places.conditions,
          "the constructs cannot be searched together, so that no condition is chosen: none has a number in every organization, or their sets are of kinds that do not mix",
          fix: Self.name)
      ])
    }
    conditions = reduction.chosen(most: most)
    guard !conditions.isEmpty else {
      throw Findings([
        .error(
          at: places.conditions,
          "no combination of constructs is sufficient at this consistency, so that no condition is chosen",
          fix: Self.name)
      ])
    }
    columns.notes.append(
      "No conditions are named. These are those of the minimally sufficient conditions with the highest coverage over \(reduction.conditions.count) \(reduction.isOfConstructsAlone ? "constructs" : "constructs and calibrated numbers"), at most \(most) for \(columns.cases.count) organizations; chosen by the outcome, they fit by construction."
    )
    return .reduced(most: most)
  }

  private static let name = "name conditions under `configurations:` in study.yaml, or with --conditions"
}

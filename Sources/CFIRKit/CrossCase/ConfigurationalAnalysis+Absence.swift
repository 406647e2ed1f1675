import CFIRStatistics

extension ConfigurationalAnalysis {
  /// The same question about the outcome's absence: what goes with it need not be the opposite of what goes with the outcome.
  ///
  /// A condition of two values that is expected to lead to the outcome is expected to lead to its absence by its own.
  public var ofAbsence: ConfigurationalAnalysis? {
    var asked = question
    asked.isNegated.toggle()
    asked.checksRobustness = false
    let isMultiValue = truthTable.conditions.contains { $0.levels > 2 }
    asked.expectations = zip(truthTable.conditions, expectations).compactMap { condition, values in
      guard condition.levels == 2, values.count == 1, let value = values.first else { return nil }
      return condition.literal(1 - value, asMultiValue: isMultiValue)
    }.joined(separator: ",")
    return try? ConfigurationalAnalysis(columns, by: recipe, asking: asked)
  }

  /// What models assume both here and in another analysis of the same conditions, such as that of the outcome's absence: combinations
  /// that no case shows and that cannot lead to both.
  ///
  /// Source: Schneider & Wagemann, *Set-Theoretic Methods for the Social Sciences*, 2012, chapter 8 (enhanced standard analysis).
  ///
  /// - Parameters:
  ///   - other: The other analysis.
  ///   - kind: The kind of solution; its listed models are looked at.
  /// - Returns: The numbers of the combinations in rising order; nothing where too many are possible to be gone through.
  public func assumptions(alsoOf other: ConfigurationalAnalysis, _ kind: Solution.Kind) -> [Int]? {
    guard let here = assumptions(kind), let there = other.assumptions(kind) else { return nil }
    return here.intersection(there).sorted()
  }

  private func assumptions(_ kind: Solution.Kind) -> Set<Int>? {
    var assumed: Set<Int> = []
    for model in solutions.filter({ $0.kind == kind }).flatMap(\.models) {
      guard let rows = truthTable.assumptions(of: model) else { return nil }
      assumed.formUnion(rows)
    }
    return assumed
  }

  /// The numbers of combinations that reach the cut-offs here and in another analysis of the same conditions: with fuzzy sets one can be
  /// consistent with the outcome and its absence alike.
  public func rows(alsoIn other: ConfigurationalAnalysis) -> [Int] {
    let there = Set(other.truthTable.rows.filter { $0.outcome == .present }.map(\.number))
    return truthTable.rows.filter { $0.outcome == .present && there.contains($0.number) }.map(\.number)
  }
}

/// What a mixed rating counts for in an analysis.
public enum MixedRule: String, Sendable, CaseIterable {
  /// Its number: `0 (mixed)` is 0, `+1*` is 1.
  case number
  /// Nothing: it is left out as if unscored.
  case unscored
  /// Its number where it leans (`+1*`); `0 (mixed)`, which leans nowhere, is left out.
  case leaning

  /// The number that a score counts for; nothing where it is left out.
  public func number(of score: RatingValue.Score?) -> Int? {
    guard let score else { return nil }
    switch self {
    case .number: return score.value
    case .unscored: return score.isMixed ? nil : score.value
    case .leaning: return score.isMixed && score.value == 0 ? nil : score.value
    }
  }
}

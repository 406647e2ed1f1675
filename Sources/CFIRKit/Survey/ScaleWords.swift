/// The words that stand for reliability and agreement, each by a rule that is printed with it.
public enum ScaleWords {
  /// What Cronbach's α says: from .90 very high, from .80 high, from .70 enough to compare groups (Nunnally & Bernstein,
  /// Psychometric Theory, 1994), below not enough.
  public static func reliability(_ alpha: Double?) -> String {
    guard let alpha else { return "cannot be said" }
    return alpha >= 0.9
      ? "very high" : alpha >= 0.8 ? "high" : alpha >= 0.7 ? "enough for groups" : "not enough"
  }

  /// What r_wg and r_wg(j) say: from .91 very strong, from .71 strong, from .51 moderate, from .31 weak agreement, below none.
  /// Source: LeBreton & Senter, Organizational Research Methods 2008;11:815–852, table 3.
  public static func agreement(_ value: Double?) -> String {
    guard let value else { return "cannot be said" }
    return value >= 0.91
      ? "very strong"
      : value >= 0.71 ? "strong" : value >= 0.51 ? "moderate" : value >= 0.31 ? "weak" : "none"
  }

  /// Whether a mean may stand for the organization: where its members agree at least strongly (.71).
  public static func standing(_ value: Double?) -> String {
    guard let value else { return "cannot be said" }
    return value >= 0.71
      ? "the mean speaks for the organization" : "opinions are too far apart for one number to speak for all"
  }
}

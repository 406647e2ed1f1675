/// Where the words of a readiness profile begin and end, on the scale from −2 to +2; docs/readiness.md explains each.
public enum ReadinessRules {
  /// From here on, something is a strength.
  public static let strength = 1.0
  /// Below here, something is a gap.
  public static let gap = 0.0
  /// So far apart, a leader and staff see something differently: one answer of five.
  public static let spread = 1.0
  /// So far from the round before, something has changed: half an answer of five.
  public static let change = 0.5
  /// So far apart, a survey and the interviews still agree: one step of the rating.
  public static let agreement = 1.0

  /// Numbers that are equal but for their last bits are equal.
  static func reaches(_ value: Double, _ bound: Double) -> Bool { value > bound - 1e-9 }
}

import Foundation

/// The standard normal distribution, by the error function of the system: relative error below 1e-14 also far out in the tails.
public enum NormalDistribution {
  /// The share below a number.
  public static func cumulative(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

  /// The share above a number.
  public static func upperTail(_ z: Double) -> Double { cumulative(-z) }

  /// The number below which a share lies; infinite at 0 and 1.
  public static func quantile(_ share: Double) -> Double {
    if share <= 0 { return -.infinity }
    if share >= 1 { return .infinity }
    if share == 0.5 { return 0 }
    if share > 0.5 { return -quantile(1 - share) }
    return -placeOf(-share, lower: 0, upper: 8) { -upperTail($0) }
  }
}

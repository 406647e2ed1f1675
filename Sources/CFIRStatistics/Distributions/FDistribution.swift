/// Fisher's F distribution; accuracy as that of its incomplete beta function, relative error below 1e-12 for up to a thousand degrees of
/// freedom.
public struct FDistribution: Hashable, Sendable {
  /// The degrees of freedom of the numerator, above 0.
  public let numerator: Double
  /// The degrees of freedom of the denominator, above 0.
  public let denominator: Double

  /// The distribution of the ratio of two mean squares.
  public init(_ numerator: Double, _ denominator: Double) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The share above a number.
  public func upperTail(_ f: Double) -> Double {
    if f <= 0 { return 1 }
    if f.isInfinite { return 0 }
    let sum = denominator + numerator * f
    return incompleteBeta(
      denominator / sum, complement: numerator * f / sum, denominator / 2, numerator / 2)
  }

  /// The share below a number.
  public func cumulative(_ f: Double) -> Double {
    if f <= 0 { return 0 }
    if f.isInfinite { return 1 }
    let sum = denominator + numerator * f
    return incompleteBeta(
      numerator * f / sum, complement: denominator / sum, numerator / 2, denominator / 2)
  }

  /// The number below which a share lies; 0 at 0, infinite at 1.
  public func quantile(_ share: Double) -> Double {
    if share <= 0 { return 0 }
    if share >= 1 { return .infinity }
    return share < 0.5
      ? placeOf(share, lower: 0, upper: 4, cumulative)
      : placeOf(share - 1, lower: 0, upper: 4) { -upperTail($0) }
  }
}

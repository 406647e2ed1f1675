/// Student's t distribution; accuracy as that of its incomplete beta function, relative error below 1e-12 for up to a thousand degrees of
/// freedom.
public struct StudentT: Hashable, Sendable {
  /// Its degrees of freedom, above 0.
  public let degrees: Double

  /// The distribution with so many degrees of freedom.
  public init(degrees: Double) { self.degrees = degrees }

  /// The share above a number.
  public func upperTail(_ t: Double) -> Double {
    if t < 0 { return 1 - upperTail(-t) }
    let square = t * t
    if square.isInfinite { return 0 }
    let sum = degrees + square
    return 0.5 * incompleteBeta(degrees / sum, complement: square / sum, degrees / 2, 0.5)
  }

  /// The share below a number.
  public func cumulative(_ t: Double) -> Double { upperTail(-t) }

  /// The share that lies at least as far from 0 on either side.
  public func bothTails(_ t: Double) -> Double { 2 * upperTail(abs(t)) }

  /// The number below which a share lies; infinite at 0 and 1.
  public func quantile(_ share: Double) -> Double {
    if share <= 0 { return -.infinity }
    if share >= 1 { return .infinity }
    if share == 0.5 { return 0 }
    if share > 0.5 { return -quantile(1 - share) }
    return -placeOf(-share, lower: 0, upper: 16) { -upperTail($0) }
  }
}

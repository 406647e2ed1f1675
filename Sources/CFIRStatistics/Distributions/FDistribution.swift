import Foundation

/// Fisher's F: the ratio of two mean squares that estimate the same variance.
public struct FDistribution: Sendable {
  private let numerator: Double
  private let denominator: Double

  /// A distribution with so many degrees of freedom above and below; `nil` where one is not above 0.
  public init?(numerator: Double, denominator: Double) {
    guard numerator > 0, denominator > 0, numerator.isFinite, denominator.isFinite else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The chance of a value at most so large, 0 … 1.
  public func lowerTail(_ value: Double) -> Double { tails(value).lower }

  /// The chance of a value at least so large, 0 … 1; small chances keep their digits.
  public func upperTail(_ value: Double) -> Double { tails(value).upper }

  private func tails(_ value: Double) -> (lower: Double, upper: Double) {
    guard value > 0 else { return (0, 1) }
    guard value.isFinite else { return (1, 0) }
    let whole = denominator + numerator * value
    return incompleteBeta(
      numerator * value / whole, complement: denominator / whole, a: numerator / 2, b: denominator / 2)
  }

  /// The value below which a share of the distribution lies.
  ///
  /// - Parameter share: Above 0 and below 1.
  /// - Returns: The value, to about 12 digits; `nil` for another share.
  public func quantile(_ share: Double) -> Double? {
    guard share > 0, share < 1 else { return nil }
    // Halving the span of the logarithm: slower than Newton, and never astray.
    var (low, high) = (-700.0, 700.0)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if middle == low || middle == high { break }
      let (lower, upper) = tails(exp(middle))
      // Of the two tails the smaller one has the digits.
      if share < 0.5 ? lower < share : upper > 1 - share { low = middle } else { high = middle }
    }
    return exp((low + high) / 2)
  }
}

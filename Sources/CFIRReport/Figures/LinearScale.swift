/// Where numbers stand on a line: equal steps are equally long.
public struct LinearScale: Sendable {
  /// The numbers that it spans.
  public let domain: ClosedRange<Double>
  /// Where the least of them stands.
  public let start: Double
  /// Where the greatest stands.
  public let end: Double

  /// A scale.
  ///
  /// - Parameters:
  ///   - domain: The numbers that it spans.
  ///   - start: Where the least of them stands.
  ///   - end: Where the greatest stands; left of the start, or above it, where it runs the other way.
  public init(_ domain: ClosedRange<Double>, from start: Double, to end: Double) {
    self.domain = domain
    self.start = start
    self.end = end
  }

  /// The place of a number; what is outside stands at the nearer end, and everything at the start where the scale spans nothing.
  public func place(_ value: Double) -> Double {
    let span = domain.upperBound - domain.lowerBound
    guard span > 0, !value.isNaN else { return start }
    let part = min(1, max(0, (value - domain.lowerBound) / span))
    return start + part * (end - start)
  }
}

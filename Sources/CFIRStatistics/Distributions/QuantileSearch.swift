/// The place where a rising function reaches a share, by halving an interval until it can be halved no more.
///
/// - Parameters:
///   - share: Between 0 and 1.
///   - lower: Where the function is below the share.
///   - upper: A first guess of where it is not; doubled away from `lower` until that is so.
///   - cumulative: A distribution function.
/// - Returns: The least number known at which the function is not below the share.
func placeOf(
  _ share: Double, lower: Double, upper: Double, _ cumulative: (Double) -> Double
) -> Double {
  var low = lower
  var high = upper
  while cumulative(high) < share && high - lower < 1e300 {
    low = high
    high = lower + (high - lower) * 2
  }
  while true {
    let middle = low + (high - low) / 2
    if middle <= low || middle >= high { return high }
    if cumulative(middle) < share { low = middle } else { high = middle }
  }
}

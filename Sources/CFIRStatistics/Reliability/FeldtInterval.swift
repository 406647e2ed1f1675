/// The confidence interval of Cronbach's α by Feldt's F ratio.
///
/// (1 − α)/(1 − sample α) follows F with *n* − 1 and (*n* − 1)(*k* − 1) degrees of freedom where items are parallel.
/// Source: Feldt, Psychometrika 1965;30:357–370.
///
/// - Parameters:
///   - alpha: The sample's α.
///   - respondents: *n*.
///   - items: *k*.
///   - confidence: The level, above 0 and below 1.
/// - Returns: `nil` with fewer than two respondents or items.
public func feldtInterval(
  alpha: Double, respondents: Int, items: Int, confidence: Double = 0.95
) -> (lower: Double, upper: Double)? {
  guard respondents >= 2, items >= 2, confidence > 0, confidence < 1 else { return nil }
  let ratio = FDistribution(Double(respondents - 1), Double((respondents - 1) * (items - 1)))
  let tail = (1 - confidence) / 2
  return (1 - (1 - alpha) * ratio.quantile(1 - tail), 1 - (1 - alpha) * ratio.quantile(tail))
}

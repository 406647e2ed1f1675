/// q-values: each the smallest false discovery rate at which its p-value would be called a discovery.
///
/// Source: Benjamini & Hochberg, Journal of the Royal Statistical Society B 1995;57:289–300, as adjusted p-values. p-values that can
/// take few values, such as exact shares of few splits, make them larger than need be, never smaller.
///
/// - Parameter shares: The p-values, 0 … 1.
/// - Returns: The q-values in the same order, 0 … 1.
public func benjaminiHochberg(_ shares: [Double]) -> [Double] {
  let count = Double(shares.count)
  let order = shares.indices.sorted { shares[$0] == shares[$1] ? $0 < $1 : shares[$0] < shares[$1] }
  var adjusted = shares
  var least = 1.0
  for (rank, place) in order.enumerated().reversed() {
    least = min(least, shares[place] * count / Double(rank + 1))
    adjusted[place] = least
  }
  return adjusted
}

/// q-values where some units have no p-value: these get none, and do not count as tests.
///
/// - Parameter shares: The p-values, 0 … 1, or nothing.
/// - Returns: The q-values in the same order.
public func benjaminiHochberg(_ shares: [Double?]) -> [Double?] {
  let present: [Double] = shares.compactMap { $0 }
  var adjusted = benjaminiHochberg(present).makeIterator()
  return shares.map { $0 == nil ? nil : adjusted.next() }
}

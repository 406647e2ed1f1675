/// Means, variances and covariances of the items of a scale, from which its reliability follows.
public struct ItemCovariances: Sendable {
  /// How many respondents stand behind them.
  public let respondents: Int
  /// How many of these answered each item.
  public let counts: [Int]
  /// Each item's mean; `nil` where nobody answered.
  public let means: [Double?]
  private let values: [Double]

  init(respondents: Int, counts: [Int], means: [Double?], values: [Double]) {
    self.respondents = respondents
    self.counts = counts
    self.means = means
    self.values = values
  }

  /// How many items there are.
  public var items: Int { means.count }

  /// The covariance of two items, or one item's variance; NaN where fewer than two respondents answered both.
  public subscript(first: Int, second: Int) -> Double { values[first * items + second] }

  /// An item's standard deviation; `nil` where fewer than two respondents answered it.
  public func standardDeviation(of item: Int) -> Double? {
    let variance = self[item, item]
    return variance.isNaN ? nil : variance.squareRoot()
  }

  /// Cronbach's α of all items, or of all but one.
  ///
  /// *k*/(*k* − 1) · (1 − Σ variances / Σ of the whole covariance matrix). Source: Cronbach, Psychometrika 1951;16:297–334.
  ///
  /// - Parameter dropped: The item that is left out.
  /// - Returns: At most 1, below 0 where items run against each other; `nil` with fewer than two items, where a
  ///   covariance is unknown, or where the sum of items does not vary.
  public func cronbachAlpha(without dropped: Int? = nil) -> Double? {
    let kept = (0..<items).filter { $0 != dropped }
    guard kept.count >= 2 else { return nil }
    let (diagonal, whole) = sums(of: kept)
    guard whole > 0 else { return nil }
    let k = Double(kept.count)
    return k / (k - 1) * (1 - diagonal / whole)
  }

  /// The mean correlation of all pairs of items; `nil` where a pair has none.
  public func averageCorrelation() -> Double? {
    guard items >= 2, let correlations = correlations() else { return nil }
    var sum = 0.0
    for first in 0..<items {
      for second in (first + 1)..<max(items, first + 1) { sum += correlations[first * items + second] }
    }
    return sum / Double(items * (items - 1) / 2)
  }

  /// The correlation of an item with the sum of the other items (*item–rest*, corrected item–total).
  ///
  /// - Returns: −1 … +1; `nil` with fewer than two items or where either side does not vary.
  public func itemRestCorrelation(of item: Int) -> Double? {
    let others = (0..<items).filter { $0 != item }
    guard !others.isEmpty else { return nil }
    let rest = sums(of: others).whole
    let shared = others.reduce(0) { $0 + self[item, $1] }
    let spread = rest * self[item, item]
    guard spread > 0 else { return nil }
    return shared / spread.squareRoot()
  }

  /// The correlation matrix, row by row: covariances over the standard deviations of all who answered the one item and the
  /// other, as R's `cov2cor` makes it; `nil` where an item does not vary or a pair was never answered together.
  func correlations() -> [Double]? {
    guard (0..<items).allSatisfy({ self[$0, $0] > 0 }), !values.contains(where: \.isNaN) else { return nil }
    return values.indices.map { place in
      let (first, second) = (place / items, place % items)
      return first == second ? 1 : values[place] / (self[first, first] * self[second, second]).squareRoot()
    }
  }

  private func sums(of kept: [Int]) -> (diagonal: Double, whole: Double) {
    var (diagonal, whole) = (0.0, 0.0)
    for first in kept {
      diagonal += self[first, first]
      for second in kept { whole += self[first, second] }
    }
    return (diagonal, whole)
  }
}

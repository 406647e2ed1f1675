/// Kendall's W: how far raters rank the units alike, 0 … 1, with mid-ranks and correction for ties, over the units that all raters rated.
///
/// Source: Kendall & Babington Smith, Annals of Mathematical Statistics 1939;10:275–287; Siegel & Castellan, Nonparametric Statistics, 2nd
/// edition 1988, section 9.3 (ties, and the chi-squared test).
struct KendallW {
  /// W; not a number where no rater tells any two units apart.
  func value(_ sums: RaterSums) -> Double {
    let (n, m, q) = (sums.completeUnits, Double(sums.raters), sums.categories)
    guard n >= 2, m >= 2 else { return .nan }
    // Twice the mid-rank of each category by each rater, less twice the middle rank: whole numbers.
    var ranks = sums.completeCounts
    var ties = 0.0
    for rater in 0..<sums.raters {
      var below = 0.0
      for place in (rater * q)..<(rater * q + q) {
        let count = sums.completeCounts[place]
        ties += count * (count * count - 1)
        ranks[place] = 2 * below + count - n
        below += count
      }
    }
    let whole = m * m * n * (n * n - 1) - m * ties
    return whole > 0 ? 3 * sums.squaredSums(ranks) / whole : .nan
  }

  func estimate(_ sums: RaterSums) throws(NotComputable) -> AgreementEstimate {
    let n = sums.completeUnits
    guard n >= 2 else {
      throw NotComputable("it takes two units that all raters rated, and there are \(Int(n))")
    }
    let w = value(sums)
    guard w.isFinite else { throw NotComputable("no rater tells any two units apart") }
    var estimate = AgreementEstimate(w, units: Int(n))
    let statistic = Double(sums.raters) * (n - 1) * w
    estimate.test = .init(name: "chi-squared", statistic: statistic, degrees: [n - 1])
    estimate.p = ChiSquared(degrees: n - 1).upperTail(statistic)
    return estimate
  }
}

/// The share of units on which all their raters agree, over units with two ratings or more.
struct UnitAgreement {
  /// How far apart ratings may lie; nothing: they must be the same.
  let tolerance: Double?

  /// For each kind of units, whether its raters agree: 1 or 0; 0 where there is no pair.
  func agreeing(_ alike: AlikeUnits) -> [Double] {
    alike.rows.indices.map { kind in
      let given = alike.rows[kind].filter { $0 >= 0 }
      guard given.count >= 2, let low = given.min(), let high = given.max() else { return 0 }
      let isAgreed = tolerance.map { alike.values[high] - alike.values[low] <= $0 + 1e-9 } ?? (low == high)
      return isAgreed ? 1 : 0
    }
  }

  /// The share with Wilson's interval. Source: Wilson, Journal of the American Statistical Association 1927;22:209–212.
  func estimate(_ alike: AlikeUnits, _ sums: CategorySums, level: Double) -> AgreementEstimate {
    let n = sums.pairable
    let share = zip(agreeing(alike), alike.sample).reduce(0) { $0 + $1.0 * $1.1 } / n
    var estimate = AgreementEstimate(share, units: Int(n))
    estimate.observed = share
    if n >= 2 { estimate.standardError = (share * (1 - share) / (n - 1)).squareRoot() }
    let z = NormalDistribution.quantile(0.5 + level / 2)
    let center = (share + z * z / (2 * n)) / (1 + z * z / n)
    let reach = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    estimate.interval = .init(
      lower: max(0, center - reach), upper: min(1, center + reach), method: .wilson)
    return estimate
  }
}

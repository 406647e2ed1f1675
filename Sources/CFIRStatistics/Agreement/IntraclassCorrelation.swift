/// Intraclass correlations: the share of variance that lies between units, over the units that all raters rated.
///
/// Sources: Shrout & Fleiss, Psychological Bulletin 1979;86:420–428 (the six forms); McGraw & Wong, Psychological Methods 1996;1:30–46
/// (intervals and tests).
struct IntraclassCorrelation {
  /// What raters are, and what is asked of them.
  enum Model {
    /// Other raters for each unit.
    case oneWay
    /// Raters drawn from many, who should agree.
    case agreement
    /// These raters, who should rank alike.
    case consistency
  }
  let model: Model
  /// Whether the mean of all raters is judged, not a single rater.
  let isAverage: Bool

  init?(_ name: AgreementCoefficient.Name) {
    switch name {
    case .icc11: (model, isAverage) = (.oneWay, false)
    case .icc1k: (model, isAverage) = (.oneWay, true)
    case .icc21: (model, isAverage) = (.agreement, false)
    case .icc2k: (model, isAverage) = (.agreement, true)
    case .icc31: (model, isAverage) = (.consistency, false)
    case .icc3k: (model, isAverage) = (.consistency, true)
    default: return nil
    }
  }

  /// Mean squares of units by raters.
  private struct Squares {
    var n, k, units, raters, error, within: Double

    init(_ sums: RaterSums) {
      n = sums.completeUnits
      k = Double(sums.raters)
      var (total, squares, raterSquares) = (0.0, 0.0, 0.0)
      for rater in 0..<sums.raters {
        var column = 0.0
        for category in 0..<sums.categories {
          let part = sums.completeCounts[rater * sums.categories + category] * sums.values[category]
          column += part
          squares += part * sums.values[category]
        }
        total += column
        raterSquares += column * column
      }
      let correction = total * total / (n * k)
      let between = max(0, sums.squaredUnitSums / k - correction)
      let columns = max(0, raterSquares / n - correction)
      let rest = max(0, squares - correction - between - columns)
      units = between / (n - 1)
      raters = columns / (k - 1)
      error = rest / ((n - 1) * (k - 1))
      within = (columns + rest) / (n * (k - 1))
    }
  }

  /// The coefficient; not a number where it is not defined.
  func value(_ sums: RaterSums) -> Double { sums.completeUnits < 2 ? .nan : value(Squares(sums)) }

  private func value(_ s: Squares) -> Double {
    let noise = model == .oneWay ? s.within : s.error
    let gain = s.units - noise
    let whole =
      switch (model, isAverage) {
      case (.agreement, false): s.units + (s.k - 1) * noise + s.k / s.n * (s.raters - noise)
      case (.agreement, true): s.units + (s.raters - noise) / s.n
      case (_, false): s.units + (s.k - 1) * noise
      case (_, true): s.units
      }
    return whole > 0 ? gain / whole : .nan
  }

  func estimate(_ sums: RaterSums, level: Double) throws(NotComputable) -> AgreementEstimate {
    guard sums.completeUnits >= 2 else {
      throw NotComputable(
        "it takes two units that all raters rated, and there are \(Int(sums.completeUnits))")
    }
    let s = Squares(sums)
    let icc = value(s)
    guard icc.isFinite else {
      throw NotComputable("the units do not differ, so that no share of variance is theirs")
    }
    var estimate = AgreementEstimate(icc, units: Int(s.n))
    let noise = model == .oneWay ? s.within : s.error
    guard noise > 1e-12 * s.units else {
      estimate.remark = "the raters' values leave no error, so that there is no interval"
      return estimate
    }
    let f = s.units / noise
    let numerator = s.n - 1
    let denominator =
      switch model {
      case .oneWay: s.n * (s.k - 1)
      case .consistency: (s.n - 1) * (s.k - 1)
      case .agreement: degreesOfAgreement(icc, s)
      }
    guard denominator.isFinite, denominator > 0 else {
      estimate.remark = "the raters' values leave no degrees of freedom for an interval"
      return estimate
    }
    estimate.test = .init(name: "F", statistic: f, degrees: [numerator, denominator])
    estimate.p = FDistribution(numerator, denominator).upperTail(f)
    let share = 0.5 + level / 2
    let lowF = FDistribution(numerator, denominator).quantile(share)
    let highF = FDistribution(denominator, numerator).quantile(share)
    let (lower, upper) = bounds(s, f: f, low: lowF, high: highF)
    estimate.interval = .init(lower: lower, upper: upper, method: .f)
    return estimate
  }

  /// Satterthwaite's degrees of freedom of the error that raters and residuals make together.
  private func degreesOfAgreement(_ icc: Double, _ s: Squares) -> Double {
    let a = s.k * icc / (s.n * (1 - icc)) * s.raters
    let b = (1 + s.k * icc * (s.n - 1) / (s.n * (1 - icc))) * s.error
    return (a + b) * (a + b) / (a * a / (s.k - 1) + b * b / ((s.n - 1) * (s.k - 1)))
  }

  private func bounds(_ s: Squares, f: Double, low: Double, high: Double) -> (Double, Double) {
    switch (model, isAverage) {
    case (.agreement, false):
      let raters = s.k * s.raters + (s.k * s.n - s.k - s.n) * s.error
      return (
        s.n * (s.units - low * s.error) / (low * raters + s.n * s.units),
        s.n * (high * s.units - s.error) / (raters + s.n * high * s.units)
      )
    case (.agreement, true):
      let raters = s.raters - s.error
      return (
        s.n * (s.units - low * s.error) / (low * raters + s.n * s.units),
        s.n * (high * s.units - s.error) / (raters + s.n * high * s.units)
      )
    case (_, true): return (1 - low / f, 1 - 1 / (f * high))
    case (_, false):
      return ((f / low - 1) / (f / low + s.k - 1), (f * high - 1) / (f * high + s.k - 1))
    }
  }
}

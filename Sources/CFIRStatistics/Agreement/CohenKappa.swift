/// Cohen's κ of two raters, over the units that both rated; weighted, where weights are given.
///
/// Sources: Cohen, Educational and Psychological Measurement 1960;20:37–46 and Psychological Bulletin 1968;70:213–220; both standard errors
/// by Fleiss, Cohen & Everitt, Psychological Bulletin 1969;72:323–327: the one of the interval allows for agreement, the one of `p` assumes
/// that there is none.
struct CohenKappa {
  private let matrix: [Double]
  private let categories: Int

  init(_ chance: ChanceAgreement) {
    matrix = chance.matrix
    categories = chance.categories
  }

  /// κ; not a number where chance explains full agreement.
  func value(_ sums: RaterSums) -> Double {
    let (observed, expected) = agreement(sums)
    return expected < 1 - 1e-12 ? (observed - expected) / (1 - expected) : .nan
  }

  private func agreement(_ sums: RaterSums) -> (observed: Double, expected: Double) {
    let (n, q) = (sums.completeUnits, categories)
    var (observed, expected) = (0.0, 0.0)
    for k in 0..<q {
      for l in 0..<q {
        observed += matrix[k * q + l] * sums.crossed[k * q + l]
        expected += matrix[k * q + l] * sums.completeCounts[k] * sums.completeCounts[q + l]
      }
    }
    return (observed / n, expected / (n * n))
  }

  func estimate(_ sums: RaterSums, level: Double) throws(NotComputable) -> AgreementEstimate {
    let (n, q) = (sums.completeUnits, categories)
    guard n > 0 else { throw NotComputable("no unit was rated by both raters") }
    let kappa = value(sums)
    guard kappa.isFinite else { throw .noVariation }
    let (observed, expected) = agreement(sums)
    let first = (0..<q).map { sums.completeCounts[$0] / n }
    let second = (0..<q).map { sums.completeCounts[q + $0] / n }
    let rowMeans = (0..<q).map { k in (0..<q).reduce(0.0) { $0 + second[$1] * matrix[k * q + $1] } }
    let columnMeans = (0..<q).map { l in (0..<q).reduce(0.0) { $0 + first[$1] * matrix[$1 * q + l] } }
    var (agreeing, chance) = (0.0, 0.0)
    for k in 0..<q {
      for l in 0..<q {
        let mean = rowMeans[k] + columnMeans[l]
        let weight = matrix[k * q + l]
        let apart = weight - mean * (1 - kappa)
        agreeing += sums.crossed[k * q + l] / n * apart * apart
        chance += first[k] * second[l] * (weight - mean) * (weight - mean)
      }
    }
    let scale = n * (1 - expected) * (1 - expected)
    let center = kappa - expected * (1 - kappa)
    var estimate = AgreementEstimate(kappa, units: Int(n))
    estimate.observed = observed
    estimate.expected = expected
    let error = max(0, (agreeing - center * center) / scale).squareRoot()
    estimate.standardError = error < 1e-12 ? 0 : error
    let reach = NormalDistribution.quantile(0.5 + level / 2) * (estimate.standardError ?? 0)
    estimate.interval = .init(lower: kappa - reach, upper: min(1, kappa + reach), method: .normal)
    if estimate.standardError == 0 {
      estimate.remark = "all units are rated alike in this respect, so that the interval shows no uncertainty"
    }
    let null = max(0, (chance - expected * expected) / scale).squareRoot()
    if null > 1e-12 {
      estimate.test = .init(name: "z", statistic: kappa / null, degrees: [])
      estimate.p = 2 * NormalDistribution.upperTail(abs(kappa / null))
    }
    return estimate
  }
}

/// Krippendorff's α: 1 − observed/expected disagreement, over units that two raters or more rated.
///
/// Source: Krippendorff, Content Analysis, 4th edition 2019, chapter 12; Hayes & Krippendorff, Communication Methods and Measures
/// 2007;1:77–89.
struct KrippendorffAlpha {
  private let weights: AgreementWeights
  private let values: [Double]
  /// Differences for `k ≤ l` where they do not depend on the ratings.
  private let fixed: [Double]?

  init(_ weights: AgreementWeights, values: [Double]) throws(NotComputable) {
    self.weights = weights
    self.values = values
    fixed =
      weights == .ordinal
      ? nil
      : CategorySums.packed(
        try weights.matrix(values: values, frequencies: []), categories: values.count
      ).map { 1 - $0 }
  }

  /// α; not a number where chance gives no disagreement.
  func value(_ sums: CategorySums) -> Double {
    let n = sums.frequencies
    var (observed, expected, total) = (0.0, 0.0, 0.0)
    var place = 0
    for k in n.indices {
      total += n[k]
      var between = n[k] / 2
      place += 1
      for l in (k + 1)..<max(n.count, k + 1) {
        let difference: Double
        if let fixed {
          difference = fixed[place]
        } else {
          between += n[l] / 2
          difference = between * between
          between += n[l] / 2
        }
        observed += sums.coincidences[place] * difference
        expected += 2 * n[k] * n[l] * difference
        place += 1
      }
    }
    return expected > 0 ? 1 - (total - 1) * observed / expected : .nan
  }

  /// The estimate with Gwet's standard error; the metric is taken as given, also where it depends on the ratings.
  ///
  /// Source: Gwet, "On Krippendorff's alpha coefficient" 2015; Handbook, 4th edition 2014, chapter 5.
  func estimate(
    _ alike: AlikeUnits, _ sums: CategorySums, level: Double
  ) throws(NotComputable) -> AgreementEstimate {
    let alpha = value(sums)
    guard alpha.isFinite else { throw .noVariation }
    let q = values.count
    let matrix = try weights.matrix(values: values, frequencies: sums.frequencies)
    let n = sums.pairable
    let all = sums.frequencies.reduce(0, +)
    let mean = all / n
    let shares = sums.frequencies.map { $0 / all }
    let weighted = (0..<q).map { k in (0..<q).reduce(0.0) { $0 + matrix[k * q + $1] * shares[$1] } }
    let expected = (0..<q).reduce(0.0) { $0 + shares[$1] * weighted[$1] }
    let packed = CategorySums.packed(matrix, categories: q)
    let agreeing = packed.indices.reduce(0.0) { $0 + packed[$1] * sums.coincidences[$1] } / all
    let observed = (1 - 1 / all) * agreeing + 1 / all
    let uncorrected = (agreeing - expected) / (1 - expected)
    var sum = 0.0
    for kind in alike.rows.indices where alike.sizes[kind] >= 2 {
      let m = alike.sizes[kind]
      let excess = (m - mean) / mean
      var (pairs, chance) = (0.0, 0.0)
      for k in 0..<q where alike.count(kind, k) > 0 {
        let c = alike.count(kind, k)
        pairs += c * ((0..<q).reduce(0.0) { $0 + matrix[k * q + $1] * alike.count(kind, $1) } - 1)
        chance += c * weighted[k]
      }
      let gain = pairs / (mean * (m - 1)) - observed * excess - expected
      let owed = chance / mean - expected * excess - expected
      let linear = gain / (1 - expected) - 2 * (1 - uncorrected) * owed / (1 - expected)
      sum += Double(alike.multiplicities[kind]) * (linear - uncorrected) * (linear - uncorrected)
    }
    var estimate = AgreementEstimate(alpha, units: Int(n))
    estimate.observed = observed
    estimate.expected = expected
    return estimate.sampled(variance: sum / (n * (n - 1)), units: n, level: level)
  }
}

/// Coefficients of the form (observed − expected) / (1 − expected), which differ in what they take for chance.
///
/// With gaps, observed agreement is the mean over units with two ratings or more of the weighted share of agreeing pairs, and chance is
/// worked out from all ratings. Source: Gwet, Handbook of Inter-Rater Reliability, 4th edition 2014, chapters 2, 3 and 5.
struct ChanceAgreement {
  /// The weights of agreement, row by row.
  let matrix: [Double]
  /// The same for `k ≤ l`.
  let packed: [Double]
  /// Their sum.
  let total: Double
  /// How many categories there are.
  let categories: Int

  init(_ weights: AgreementWeights, values: [Double]) throws(NotComputable) {
    guard weights != .ordinal else {
      throw NotComputable("the weights 'ordinal' are Krippendorff's metric; ordinal-gwet are for this one")
    }
    matrix = try weights.matrix(values: values, frequencies: [])
    categories = values.count
    packed = CategorySums.packed(matrix, categories: categories)
    total = matrix.reduce(0, +)
  }

  /// The weighted share of agreeing pairs.
  func observed(_ sums: CategorySums) -> Double {
    var sum = 0.0
    for place in packed.indices { sum += packed[place] * sums.agreement[place] }
    return sum / sums.pairable
  }

  /// Fleiss, Psychological Bulletin 1971;76:378–382: two ratings drawn from the pool of all.
  func fleiss(_ sums: CategorySums) -> Double {
    var sum = 0.0
    for k in 0..<categories {
      for l in 0..<categories { sum += matrix[k * categories + l] * sums.shares[k] * sums.shares[l] }
    }
    return sum
  }

  /// Gwet, British Journal of Mathematical and Statistical Psychology 2008;61:29–48: a rating given at random, to a unit hard to rate.
  func gwet(_ sums: CategorySums) -> Double {
    let q = Double(categories)
    var sum = 0.0
    for share in sums.shares { sum += share * (1 - share) }
    return total / (q * (q - 1)) * sum
  }

  /// Brennan & Prediger, Educational and Psychological Measurement 1981;41:687–699: every category as likely as any other.
  var brennanPrediger: Double { total / Double(categories * categories) }

  /// Conger, Psychological Bulletin 1980;88:322–328: two raters drawn, and a rating of each by that rater's own habits.
  func conger(_ sums: RaterSums) -> Double {
    let (r, q) = (sums.raters, categories)
    var all = [Double](repeating: 0, count: q)
    var same = 0.0
    for rater in 0..<r {
      let start = rater * q
      for k in 0..<q {
        all[k] += sums.profiles[start + k]
        var weighted = 0.0
        for l in 0..<q { weighted += matrix[k * q + l] * sums.profiles[start + l] }
        same += sums.profiles[start + k] * weighted
      }
    }
    var sum = 0.0
    for k in 0..<q {
      for l in 0..<q { sum += matrix[k * q + l] * all[k] * all[l] }
    }
    return (sum - same) / Double(r * (r - 1))
  }

  /// The weighted share of agreeing pairs of a kind of units; 0 where there is no pair.
  func observed(_ alike: AlikeUnits, _ kind: Int) -> Double {
    let m = alike.sizes[kind]
    guard m >= 2 else { return 0 }
    var sum = 0.0
    for k in 0..<categories where alike.count(kind, k) > 0 {
      var weighted = 0.0
      for l in 0..<categories { weighted += matrix[k * categories + l] * alike.count(kind, l) }
      sum += alike.count(kind, k) * (weighted - 1)
    }
    return sum / (m * (m - 1))
  }
}

/// Standard errors over samples of units, linearised; what a unit adds to chance is counted twice over since chance is a product.
///
/// Source: Gwet, Psychometrika 2008;73:407–430; Handbook, 4th edition 2014, chapter 5.
extension ChanceAgreement {
  /// What chance owes to a unit of each kind, for Fleiss' κ.
  func fleissParts(_ alike: AlikeUnits, _ sums: CategorySums) -> [Double] {
    let weighted = (0..<categories).map { k in
      (0..<categories).reduce(0.0) { $0 + matrix[k * categories + $1] * sums.shares[$1] }
    }
    return alike.rows.indices.map { kind in
      (0..<categories).reduce(0.0) { $0 + alike.count(kind, $1) * weighted[$1] } / alike.sizes[kind]
    }
  }

  /// What chance owes to a unit of each kind, for Gwet's AC.
  func gwetParts(_ alike: AlikeUnits, _ sums: CategorySums) -> [Double] {
    let q = Double(categories)
    return alike.rows.indices.map { kind in
      let sum = (0..<categories).reduce(0.0) { $0 + alike.count(kind, $1) * (1 - sums.shares[$1]) }
      return total / (q * (q - 1)) * sum / alike.sizes[kind]
    }
  }

  /// What chance owes to a unit of each kind, for Conger's κ.
  func congerParts(_ alike: AlikeUnits, _ sums: RaterSums, units: Double) -> [Double] {
    let (r, q) = (sums.raters, categories)
    let profiles = sums.profiles
    let all = (0..<q).map { k in (0..<r).reduce(0.0) { $0 + profiles[$1 * q + k] } }
    // What a rating of each category agrees with a rater's habits.
    let habits = (0..<(r * q)).map { place in
      let (rater, k) = (place / q, place % q)
      return (0..<q).reduce(0.0) { $0 + matrix[k * q + $1] * profiles[rater * q + $1] }
    }
    return alike.rows.map { row in
      var part = 0.0
      for rater in 0..<r {
        let share = sums.total(rater) / units
        let given = row[rater]
        let known = (given >= 0 ? 1 : 0) - share
        for k in 0..<q {
          let lambda = (given >= 0 ? matrix[k * q + given] : 0) - known * habits[rater * q + k]
          part += lambda / share * (all[k] - profiles[rater * q + k])
        }
      }
      return part / Double(r * (r - 1))
    }
  }

  /// The variance of a coefficient.
  ///
  /// - Parameters:
  ///   - value: The coefficient.
  ///   - chance: The agreement that chance would give.
  ///   - parts: What chance owes to a unit of each kind; nothing where chance does not depend on the ratings.
  ///   - alike: The units.
  ///   - sums: Their sums.
  /// - Returns: The squared standard error.
  func variance(
    _ value: Double, chance: Double, parts: [Double]?, _ alike: AlikeUnits, _ sums: CategorySums
  ) -> Double {
    let n = sums.units
    var sum = 0.0
    for kind in alike.rows.indices {
      let gain = alike.sizes[kind] >= 2 ? observed(alike, kind) - chance : 0
      var linear = n / sums.pairable * gain / (1 - chance)
      if let parts { linear -= 2 * (1 - value) * (parts[kind] - chance) / (1 - chance) }
      sum += Double(alike.multiplicities[kind]) * (linear - value) * (linear - value)
    }
    return sum / (n * (n - 1))
  }
}

extension AgreementTable {
  /// A coefficient of agreement with its standard error and analytic interval.
  ///
  /// - Parameters:
  ///   - name: Which coefficient.
  ///   - weights: How disagreements count.
  ///   - level: The level of the interval, between 0 and 1.
  /// - Returns: The estimate; what in it cannot be computed is left out, with a remark.
  /// - Throws: The reason why there is no such number.
  public func estimate(
    _ name: AgreementCoefficient.Name, _ weights: AgreementWeights = .unweighted, level: Double = 0.95
  ) throws(NotComputable) -> AgreementEstimate {
    try AgreementWorkshop(self).estimate(AgreementCoefficient(name, weights), level: level)
  }

  /// Several coefficients, each an estimate or a reason.
  public func estimates(
    _ coefficients: [AgreementCoefficient], level: Double = 0.95
  ) -> [Result<AgreementEstimate, NotComputable>] {
    let workshop = AgreementWorkshop(self)
    return coefficients.map { coefficient in
      Result { () throws(NotComputable) in try workshop.estimate(coefficient, level: level) }
    }
  }
}

/// A table with all that its coefficients share, worked out once.
struct AgreementWorkshop {
  let alike: AlikeUnits
  let categorySums: CategorySums
  let raterSums: RaterSums

  init(_ table: AgreementTable) {
    alike = AlikeUnits(table)
    var (categorySums, raterSums) = (CategorySums(alike), RaterSums(alike))
    categorySums.load(alike.sample)
    raterSums.load(alike.sample)
    self.categorySums = categorySums
    self.raterSums = raterSums
  }

  func estimate(
    _ coefficient: AgreementCoefficient, level: Double
  ) throws(NotComputable) -> AgreementEstimate {
    try checkInput(coefficient)
    let estimate = try unchecked(coefficient, level: level)
    guard estimate.isFinite else {
      throw NotComputable("the values are too far apart for the computer's numbers")
    }
    return estimate
  }

  private func unchecked(
    _ coefficient: AgreementCoefficient, level: Double
  ) throws(NotComputable) -> AgreementEstimate {
    let (name, weights) = (coefficient.name, coefficient.weights)
    if let correlation = IntraclassCorrelation(name) {
      return try correlation.estimate(raterSums, level: level)
    }
    switch name {
    case .percentUnanimous: return UnitAgreement(tolerance: nil).estimate(alike, categorySums, level: level)
    case .percentWithinOne: return UnitAgreement(tolerance: 1).estimate(alike, categorySums, level: level)
    case .kendallW: return try KendallW().estimate(raterSums)
    case .krippendorffAlpha:
      return try KrippendorffAlpha(weights, values: alike.values).estimate(alike, categorySums, level: level)
    case .cohenKappa:
      return try CohenKappa(ChanceAgreement(weights, values: alike.values)).estimate(raterSums, level: level)
    default: return try chanceEstimate(name, weights, level: level)
    }
  }

  /// What holds for every coefficient: ratings, two raters, a pair, and categories to choose from.
  func checkInput(_ coefficient: AgreementCoefficient) throws(NotComputable) {
    if alike.rows.isEmpty { throw .noRating }
    if alike.raters < 2 { throw .oneRater }
    if categorySums.pairable == 0 { throw .noPair }
    if coefficient.weights != .unweighted && !coefficient.name.takesWeights {
      throw NotComputable("\(coefficient.name.rawValue) takes no weights")
    }
    if coefficient.name.takesWeights && alike.categories > AlikeUnits.mostCategories {
      throw NotComputable(
        "there are \(alike.categories) categories, and no more than \(AlikeUnits.mostCategories) are compared pair by pair"
      )
    }
    if coefficient.name.isChanceCorrected && alike.categories < 2 { throw .noVariation }
    if coefficient.name == .cohenKappa && alike.raters > 2 {
      throw NotComputable(
        "it is for two raters, and there are \(alike.raters); see each pair, or Conger's and Fleiss' κ")
    }
  }

  private func chanceEstimate(
    _ name: AgreementCoefficient.Name, _ weights: AgreementWeights, level: Double
  ) throws(NotComputable) -> AgreementEstimate {
    let model = try ChanceAgreement(weights, values: alike.values)
    let n = categorySums.units
    let observed = model.observed(categorySums)
    var (expected, parts): (Double, [Double]?) = (0, nil)
    switch name {
    case .fleissKappa:
      (expected, parts) = (model.fleiss(categorySums), model.fleissParts(alike, categorySums))
    case .gwetAC: (expected, parts) = (model.gwet(categorySums), model.gwetParts(alike, categorySums))
    case .congerKappa:
      (expected, parts) = (model.conger(raterSums), model.congerParts(alike, raterSums, units: n))
    case .brennanPrediger: expected = model.brennanPrediger
    default: break
    }
    guard expected < 1 - 1e-12 else { throw .noVariation }
    let value = (observed - expected) / (1 - expected)
    var estimate = AgreementEstimate(value, units: Int(n))
    estimate.observed = observed
    estimate.expected = expected
    let variance = model.variance(value, chance: expected, parts: parts, alike, categorySums)
    return estimate.sampled(variance: variance, units: n, level: level)
  }
}

/// A coefficient as a function of a sample of units, for resampling: nothing but the value.
struct AgreementEvaluator {
  private enum Formula {
    case observed(ChanceAgreement)
    case fleiss(ChanceAgreement)
    case gwet(ChanceAgreement)
    case brennanPrediger(ChanceAgreement)
    case conger(ChanceAgreement)
    case alpha(KrippendorffAlpha)
    case unanimous([Double])
    case cohen(CohenKappa)
    case correlation(IntraclassCorrelation)
    case concordance(KendallW)
  }
  private let formula: Formula
  /// Whether it matters which rater gave a rating.
  let knowsRaters: Bool

  /// - Parameters:
  ///   - coefficient: Which one; its input has been checked.
  ///   - alike: The units, whoever rated them.
  /// - Throws: Where the values do not bear the coefficient's weights.
  init(_ coefficient: AgreementCoefficient, _ alike: AlikeUnits) throws(NotComputable) {
    let (name, weights) = (coefficient.name, coefficient.weights)
    knowsRaters = name.knowsRaters
    func chance() throws(NotComputable) -> ChanceAgreement {
      try ChanceAgreement(weights, values: alike.values)
    }
    if let correlation = IntraclassCorrelation(name) {
      formula = .correlation(correlation)
      return
    }
    switch name {
    case .percentUnanimous: formula = .unanimous(UnitAgreement(tolerance: nil).agreeing(alike))
    case .percentWithinOne: formula = .unanimous(UnitAgreement(tolerance: 1).agreeing(alike))
    case .fleissKappa: formula = .fleiss(try chance())
    case .gwetAC: formula = .gwet(try chance())
    case .brennanPrediger: formula = .brennanPrediger(try chance())
    case .congerKappa: formula = .conger(try chance())
    case .cohenKappa: formula = .cohen(CohenKappa(try chance()))
    case .krippendorffAlpha: formula = .alpha(try KrippendorffAlpha(weights, values: alike.values))
    case .kendallW: formula = .concordance(KendallW())
    default: formula = .observed(try chance())
    }
  }

  /// The coefficient of a sample that has been summed up; not finite where it is not defined.
  func value(_ sums: CategorySums, _ raters: RaterSums?, _ sample: [Double]) -> Double {
    guard sums.pairable > 0 else { return .nan }
    func corrected(_ chance: ChanceAgreement, _ expected: Double) -> Double {
      expected < 1 - 1e-12 ? (chance.observed(sums) - expected) / (1 - expected) : .nan
    }
    switch formula {
    case .observed(let chance): return chance.observed(sums)
    case .fleiss(let chance): return corrected(chance, chance.fleiss(sums))
    case .gwet(let chance): return corrected(chance, chance.gwet(sums))
    case .brennanPrediger(let chance): return corrected(chance, chance.brennanPrediger)
    case .alpha(let alpha): return alpha.value(sums)
    case .unanimous(let agreeing):
      var sum = 0.0
      for kind in agreeing.indices { sum += agreeing[kind] * sample[kind] }
      return sum / sums.pairable
    case .conger(let chance): return raters.map { corrected(chance, chance.conger($0)) } ?? .nan
    case .cohen(let kappa): return raters.map(kappa.value) ?? .nan
    case .correlation(let correlation): return raters.map(correlation.value) ?? .nan
    case .concordance(let concordance): return raters.map(concordance.value) ?? .nan
    }
  }
}

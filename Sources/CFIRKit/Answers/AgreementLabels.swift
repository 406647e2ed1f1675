import CFIRStatistics

/// How coefficients are named for people.
extension AgreementCoefficient {
  /// The name for people: `Krippendorff’s α`.
  public var label: String {
    switch name {
    case .percentAgreement: "Agreeing pairs"
    case .percentUnanimous: "Unanimous units"
    case .percentWithinOne: "Units within one step"
    case .cohenKappa: "Cohen’s κ"
    case .fleissKappa: "Fleiss’ κ"
    case .congerKappa: "Conger’s κ"
    case .krippendorffAlpha: "Krippendorff’s α"
    case .gwetAC: weights == .unweighted ? "Gwet’s AC1" : "Gwet’s AC2"
    case .brennanPrediger: "Brennan–Prediger"
    case .icc11: "ICC(1,1)"
    case .icc21: "ICC(2,1)"
    case .icc31: "ICC(3,1)"
    case .icc1k: "ICC(1,k)"
    case .icc2k: "ICC(2,k)"
    case .icc3k: "ICC(3,k)"
    case .kendallW: "Kendall’s W"
    }
  }

  /// The weights for people: α's metrics by their own names.
  public var weightsLabel: String {
    if !name.takesWeights { return "" }
    return name == .krippendorffAlpha && weights == .unweighted ? "nominal" : weights.rawValue
  }

  /// The heading that it stands under.
  var heading: String {
    switch name {
    case .percentAgreement, .percentUnanimous, .percentWithinOne: "Observed agreement"
    case .icc11, .icc21, .icc31, .icc1k, .icc2k, .icc3k, .kendallW: "Ratings as numbers and ranks"
    default: weights == .unweighted ? "Corrected for chance" : "Corrected for chance, by distance"
    }
  }
}

extension AgreementEstimate.Interval.Method {
  /// The method for a methods section.
  var words: String {
    switch self {
    case .gwet: "Student’s t with Gwet’s standard error over samples of units"
    case .normal: "the normal distribution with the standard error of Fleiss, Cohen and Everitt"
    case .wilson: "Wilson’s score method"
    case .f: "quantiles of the F distribution"
    case .bootstrapPercentile: "the percentile bootstrap over units"
    case .bootstrapBCa: "the bias-corrected and accelerated (BCa) bootstrap over units"
    }
  }
}

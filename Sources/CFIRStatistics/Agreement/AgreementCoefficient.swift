/// A coefficient of agreement by name, and the weights that it counts disagreements with.
public struct AgreementCoefficient: Hashable, Sendable, CustomStringConvertible {
  /// The coefficients, by the names that answers print.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    case percentAgreement = "percent-agreement"
    case percentUnanimous = "percent-unanimous"
    case percentWithinOne = "percent-within-one"
    case cohenKappa = "cohen-kappa"
    case fleissKappa = "fleiss-kappa"
    case congerKappa = "conger-kappa"
    case krippendorffAlpha = "krippendorff-alpha"
    case gwetAC = "gwet-ac"
    case brennanPrediger = "brennan-prediger"
    case icc11 = "icc-1-1"
    case icc21 = "icc-2-1"
    case icc31 = "icc-3-1"
    case icc1k = "icc-1-k"
    case icc2k = "icc-2-k"
    case icc3k = "icc-3-k"
    case kendallW = "kendall-w"
  }

  /// Which coefficient.
  public let name: Name
  /// How it counts disagreements; ``AgreementWeights/unweighted`` where it has its own way.
  public let weights: AgreementWeights

  /// A coefficient.
  public init(_ name: Name, _ weights: AgreementWeights = .unweighted) {
    self.name = name
    self.weights = weights
  }

  /// `krippendorff-alpha (ordinal)`.
  public var description: String { "\(name.rawValue) (\(weights.rawValue))" }
}

extension AgreementCoefficient.Name {
  /// Whether it takes weights at all.
  public var takesWeights: Bool {
    switch self {
    case .percentAgreement, .cohenKappa, .fleissKappa, .congerKappa, .krippendorffAlpha, .gwetAC,
      .brennanPrediger:
      true
    default: false
    }
  }

  /// Whether it is corrected for agreement by chance between categories.
  public var isChanceCorrected: Bool { takesWeights && self != .percentAgreement }

  /// Whether categories must have an order for it.
  public var needsOrder: Bool { !takesWeights && self != .percentUnanimous }

  /// Whether it matters which rater gave a rating.
  var knowsRaters: Bool {
    switch self {
    case .cohenKappa, .congerKappa, .icc11, .icc21, .icc31, .icc1k, .icc2k, .icc3k, .kendallW: true
    default: false
    }
  }
}

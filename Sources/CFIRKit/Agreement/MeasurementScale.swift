import CFIRStatistics

/// What categories mean to each other: Stevens, Science 1946;103:677–680.
public enum MeasurementScale: String, Sendable, CaseIterable {
  /// The same or not.
  case nominal
  /// In an order.
  case ordinal
  /// With distances.
  case interval
  /// With distances and a zero.
  case ratio

  /// The coefficient that stands for all: Krippendorff's α with the scale's own metric.
  public var headline: AgreementCoefficient {
    switch self {
    case .nominal: AgreementCoefficient(.krippendorffAlpha, .unweighted)
    case .ordinal: AgreementCoefficient(.krippendorffAlpha, .ordinal)
    case .interval: AgreementCoefficient(.krippendorffAlpha, .interval)
    case .ratio: AgreementCoefficient(.krippendorffAlpha, .ratio)
    }
  }

  /// Every coefficient with every weight that the scale bears.
  ///
  /// - Parameter values: The categories' values; ratio weights take them from 0 upwards.
  /// - Returns: In a fixed order.
  public func coefficients(values: [Double]) -> [AgreementCoefficient] {
    AgreementCoefficient.Name.allCases.flatMap { name in
      AgreementWeights.allCases.filter { bears($0, of: name, values) }.map { AgreementCoefficient(name, $0) }
    }
  }

  private func bears(
    _ weights: AgreementWeights, of name: AgreementCoefficient.Name, _ values: [Double]
  ) -> Bool {
    if weights == .unweighted { return true }
    guard self != .nominal, name.takesWeights else { return false }
    switch weights {
    // Krippendorff's own metrics; for the others `interval` would be `quadratic` under another name.
    case .ordinal, .interval: return name == .krippendorffAlpha
    case .ratio: return self == .ratio || values.allSatisfy { $0 >= 0 }
    default: return true
    }
  }
}

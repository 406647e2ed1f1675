import CFIRCodebooks

/// An instrument that travels with the program.
public enum ShippedInstrument: String, Sendable, CaseIterable {
  /// A self-assessment on CFIR 2022 constructs in plain words.
  case readiness
  /// The same for peer support.
  case readinessPeerSupport = "readiness-peer-support"
  /// Facts about a peer-support program, by one informant.
  case organizationProfile = "organization-profile"
  /// Organizational Readiness for Implementing Change; layout only.
  case oric
  /// Pragmatic Context Assessment Tool; layout only.
  case pcat
  /// Acceptability, Appropriateness and Feasibility measures; layout only.
  case aimIamFim = "aim-iam-fim"
  /// Program Sustainability Assessment Tool; layout only.
  case psat
  /// Inner setting measures of Fernandez and others; layout only.
  case innerSetting = "inner-setting"

  /// The table as CSV text.
  public var text: String {
    switch self {
    case .readiness: InstrumentText.readiness
    case .readinessPeerSupport: InstrumentText.readinessPeerSupport
    case .organizationProfile: InstrumentText.organizationProfile
    case .oric: InstrumentText.oric
    case .pcat: InstrumentText.pcat
    case .aimIamFim: InstrumentText.aimIamFim
    case .psat: InstrumentText.psat
    case .innerSetting: InstrumentText.innerSetting
    }
  }
}

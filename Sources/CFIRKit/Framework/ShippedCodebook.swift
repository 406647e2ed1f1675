import CFIRCodebooks

/// A codebook that travels with the program and adapts a framework to a field.
public enum ShippedCodebook: String, Sendable, CaseIterable {
  /// CFIR 2022 in the words of peer support for people in recovery or after incarceration.
  case peerSupport = "peer-support"

  /// The table as CSV text.
  public var text: String {
    switch self {
    case .peerSupport: CodebookText.peerSupport
    }
  }
}

import CFIRCodebooks

/// A published list of domains and constructs.
public struct Framework: Sendable {
  /// The published editions.
  public enum Edition: String, Sendable, CaseIterable {
    /// Damschroder, Reardon, Widerquist, Lowery. Implementation Science 2022;17:75.
    case cfir2022 = "cfir-2022"
    /// Damschroder, Aron, Keith, Kirsh, Alexander, Lowery. Implementation Science 2009;4:50.
    case cfir2009 = "cfir-2009"
  }

  /// Which edition.
  public let edition: Edition
  /// Domains and constructs in published order.
  public let constructs: [Construct]

  /// How it is printed.
  public var title: String {
    switch edition {
    case .cfir2022: "CFIR 2022"
    case .cfir2009: "CFIR 2009"
    }
  }

  /// The paper that it was published in.
  public var citation: String {
    switch edition {
    case .cfir2022:
      "Damschroder LJ, Reardon CM, Widerquist MAO, Lowery J. The updated Consolidated Framework for "
        + "Implementation Research based on user feedback. Implement Sci 2022;17:75. "
        + "doi:10.1186/s13012-022-01245-0"
    case .cfir2009:
      "Damschroder LJ, Aron DC, Keith RE, Kirsh SR, Alexander JA, Lowery JC. Fostering implementation of "
        + "health services research findings into practice: a consolidated framework for advancing "
        + "implementation science. Implement Sci 2009;4:50. doi:10.1186/1748-5908-4-50"
    }
  }

  /// The updated framework: 5 domains; 48 constructs, the nine roles and four characteristics among them; 19 subconstructs.
  public static let cfir2022 = Framework(.cfir2022, table: CodebookText.cfir2022)

  /// The first edition: 5 domains; 39 constructs and subconstructs; two additions of its guide.
  public static let cfir2009 = Framework(.cfir2009, table: CodebookText.cfir2009)

  /// An edition by name.
  public init(_ edition: Edition) {
    switch edition {
    case .cfir2022: self = .cfir2022
    case .cfir2009: self = .cfir2009
    }
  }

  private init(_ edition: Edition, table: String) {
    self.edition = edition
    var findings = Findings()
    let rows =
      (try? CodebookTable.read(text: table, file: edition.rawValue + ".csv", noting: &findings)) ?? []
    assert(findings.all.isEmpty, findings.description)
    constructs = rows.compactMap(\.asConstruct)
  }
}

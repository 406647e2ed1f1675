import CFIRKit
import CFIRStatistics

extension Facts {
  /// How the raters had differed on a cell that the team settled; nothing where they had not.
  func difference(_ construct: Construct.ID, _ organization: Organization.ID) -> Disagreement? {
    differences.first { $0.cell.construct == construct && $0.cell.organization == organization }
  }

  /// The cells of a construct that were settled from different ratings, organization by organization.
  func differences(_ construct: Construct.ID) -> [Disagreement] {
    organizations.compactMap { difference(construct, $0.id) }
  }
}

extension AgreementAccount.Options {
  /// What the report shows of agreement: shares, the headline, and κ and AC2 beside it.
  static var report: Self {
    var options = Self.brief
    options.only += [(.cohenKappa, .quadratic), (.congerKappa, .quadratic), (.gwetAC, .quadratic)]
    return options
  }
}

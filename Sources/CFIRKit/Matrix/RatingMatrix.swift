/// Constructs down, organizations across, a settled rating in each cell that was rated.
public struct RatingMatrix: Sendable {
  /// One cell, with the way back to what it stands on.
  public struct Cell: Sendable {
    /// The organization.
    public let organization: Organization.ID
    /// The construct.
    public let construct: Construct.ID
    /// What the ratings come to.
    public let settled: SettledRating
    /// The evidence, counted; nothing where nothing was coded.
    public let evidence: CellEvidence?

    /// What is printed: the token, or `unresolved`.
    public var token: String { settled.value?.token ?? "unresolved" }
    /// What is printed for people.
    public var typographic: String { settled.value?.typographic ?? "unresolved" }
    /// The score that analyses use; nothing for all else.
    public var score: RatingValue.Score? { settled.value?.score }
  }

  /// The organizations in the order in which they are shown.
  public private(set) var organizations: [Organization]
  /// The constructs in framework order.
  public let constructs: [Construct]
  /// The group of each organization, where groups were made.
  public var groups: OrganizationGroups?

  private let cells: [Construct.ID: [Organization.ID: Cell]]

  /// Settles ratings to a matrix.
  ///
  /// - Parameters:
  ///   - ratings: The ratings of one round.
  ///   - organizations: In the order in which they are shown.
  ///   - codebook: Gives the constructs their order.
  ///   - wanted: Those that the study asks about; each gets a row even without a rating. Empty: every construct rated.
  ///   - tally: The tally, to stand beside the ratings.
  ///   - derive: Whether the criteria's suggestion fills cells that nobody rated.
  public init(
    _ ratings: [Rating], organizations: [Organization], codebook: Codebook,
    constructs wanted: [Construct.ID] = [],
    evidence tally: EvidenceTally = EvidenceTally(), derive: Bool = false
  ) {
    var grouped: [Construct.ID: [Organization.ID: [Rating]]] = [:]
    for rating in ratings {
      grouped[rating.construct, default: [:]][rating.organization, default: []].append(rating)
    }
    let evidence = tally.evidence()
    var ids = Set(wanted).union(grouped.keys)
    if derive { ids.formUnion(evidence.keys) }
    let constructs = codebook.sorted(ids.compactMap(codebook.printed).filter(\.kind.isRated))
    var cells: [Construct.ID: [Organization.ID: Cell]] = [:]
    for construct in constructs {
      for organization in organizations {
        let found = evidence[construct.id]?[organization.id]
        var settled = SettledRating(grouped[construct.id]?[organization.id] ?? [])
        if settled == nil, derive, let suggestion = found?.suggestion {
          settled = SettledRating(derived: suggestion)
        }
        guard let settled else { continue }
        cells[construct.id, default: [:]][organization.id] = Cell(
          organization: organization.id, construct: construct.id, settled: settled, evidence: found)
      }
    }
    self.constructs = constructs
    self.organizations = organizations
    self.cells = cells
  }

  /// The cell of a construct and an organization; nothing where nobody rated.
  public subscript(construct: Construct.ID, organization: Organization.ID) -> Cell? {
    cells[construct]?[organization]
  }

  /// The cells of a construct in the order of the organizations.
  public func row(_ construct: Construct.ID) -> [Cell] {
    organizations.compactMap { self[construct, $0.id] }
  }

  /// All cells, construct by construct.
  public var allCells: [Cell] { constructs.flatMap { row($0.id) } }

  /// The matrix with its organizations ordered by outcome: high first, then the middle, low, and those without.
  public func arranged(by groups: OrganizationGroups) -> RatingMatrix {
    var arranged = self
    arranged.groups = groups
    arranged.organizations = groups.ordered(organizations)
    return arranged
  }
}

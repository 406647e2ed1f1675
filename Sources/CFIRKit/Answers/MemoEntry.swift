/// One construct in one organization's case memo: what was rated and the words that stand behind it.
public struct MemoEntry: Sendable {
  /// The organization.
  public let organization: Organization.ID
  /// The construct.
  public let construct: Construct
  /// The rating; nothing where nobody rated.
  public let cell: RatingMatrix.Cell?
  /// What was coded, counted; nothing where nothing was.
  public let evidence: CellEvidence?
  /// The excerpts that the ratings cite, the consensus' first.
  public let cited: [Excerpt]
  /// Ids that the ratings cite and no excerpt bears.
  public let unknown: [Excerpt.ID]
  /// What else was coded here.
  public let further: [Excerpt]

  /// Nothing where there is neither a rating nor an excerpt.
  public init?(
    organization: Organization.ID, construct: Construct, cell: RatingMatrix.Cell?, evidence: CellEvidence?,
    excerpts: ExcerptShelf
  ) {
    let coded = excerpts.excerpts(construct.id, organization)
    guard cell != nil || evidence != nil || !coded.isEmpty else { return nil }
    let ids = cell?.settled.citedExcerpts ?? []
    self.organization = organization
    self.construct = construct
    self.cell = cell
    self.evidence = evidence
    cited = ids.compactMap { excerpts[$0] }
    unknown = ids.filter { excerpts[$0] == nil }
    let shown = Set(ids)
    further = coded.filter { !shown.contains($0.id) }
  }

  /// The words of the rating that speaks for the cell.
  public var speaking: Rating? { cell?.settled.speaking }

  /// All raters' tokens, where the raters gave their own and these differ.
  public var differing: [Rating] {
    let ratings = cell?.settled.ratings ?? []
    return Set(ratings.map(\.value)).count > 1 ? ratings : []
  }

  /// What the criteria suggest, where the rating says something else.
  public var otherSuggestion: Suggestion? {
    guard let suggestion = evidence?.suggestion, cell?.settled.basis != .derived,
      cell?.score != suggestion.score
    else { return nil }
    return suggestion
  }

  /// Whether it says more than the matrix' cell does.
  public var saysMore: Bool {
    !cited.isEmpty || !further.isEmpty || !differing.isEmpty
      || !(speaking?.summary ?? "").isEmpty || !(speaking?.rationale ?? "").isEmpty
  }
}

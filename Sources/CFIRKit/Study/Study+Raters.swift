extension Study {
  /// What a rater goes through in each organization, in the study's order: what it asks about, else all that was coded or rated, else the
  /// framework's constructs.
  public func constructsToRate() -> [Construct] {
    if !constructs.isEmpty { return constructs.compactMap(codebook.printed) }
    let found = tally.constructs.union(allRatings.map(\.construct))
    let known = codebook.sorted(found.compactMap(codebook.printed).filter(\.kind.isRated))
    return known.isEmpty ? codebook.constructs.filter { $0.kind == .construct } : known
  }

  /// The round that new ratings belong to: the one that is analysed, else the only one there is.
  public var currentRound: String { round ?? allRatings.rounds.last ?? "" }

  /// The rating of a cell; nothing where it was not rated, was withdrawn, or revisions made apart differ.
  public func rating(in cell: RatedCell) -> Rating? { allRatings.first { RatedCell($0) == cell } }

  /// Where a table, and not the ledger alone, holds a cell's rating: there it cannot be changed from the ledger.
  public func tableOrigin(of cell: RatedCell) -> Origin? {
    guard let rating = rating(in: cell), !isFromLedger(rating) else { return nil }
    return rating.origin
  }

  /// The ratings that tables hold.
  public func tableRatings() -> [RatedCell: Rating] {
    Dictionary(allRatings.filter { !isFromLedger($0) }.map { (RatedCell($0), $0) }) { first, _ in first }
  }

  private func isFromLedger(_ rating: Rating) -> Bool {
    ledgerName.map { rating.origin.file.hasPrefix("\($0):") } ?? false
  }

  /// What a rater has still to rate in an organization: first what they revised in two copies apart, then what they never rated.
  public func constructsLeft(
    for rater: Rating.RaterID, in organization: Organization.ID, round: String
  ) -> [Construct] {
    func cell(_ construct: Construct) -> RatedCell {
      RatedCell(organization: organization, construct: construct.id, rater: rater, round: round)
    }
    let all = constructsToRate()
    let apart = all.filter { ledger?.standing(in: cell($0))?.isConcurrent == true }
    let rated = Set(
      allRatings.filter { $0.rater == rater && $0.round == round && $0.organization == organization }
        .map(\.construct))
    return apart
      + all.filter { construct in
        !rated.contains(construct.id) && !apart.contains { $0.id == construct.id }
      }
  }
}

extension Study {
  /// Tells which excerpts are a participant's: by the study's excerpts or, where these are gone already, by the source in the id.
  public func excerptTest(of participant: Participant.ID) -> (Excerpt.ID) -> Bool {
    let speakers = Dictionary(excerpts.map { ($0.id, $0.participant) }) { first, _ in first }
    let sources = (participants.first { $0.id == participant }?.sources ?? []) + [participant.rawValue]
    return { id in
      if let speaker = speakers[id] { return speaker == participant }
      return sources.contains { id.rawValue.hasPrefix("\($0)#") }
    }
  }
}

extension Study {
  /// The raters' own ratings as they stood when the team first decided each cell; where it has not, as they stand now.
  ///
  /// Raters may revise after a meeting what they had rated alone. How far they agreed is a question about the ratings before it.
  public func ratingsBeforeConsensus() -> [Rating] {
    let now = ratings.filter { !$0.isConsensus }
    guard let ledger, let ledgerName else { return now }
    var decided: [RatedCell: LedgerEvent] = [:]
    for event in ledger.events where !event.entry.considered.isEmpty {
      guard let cell = event.entry.cell, decided[cell] == nil else { continue }
      decided[cell] = event
    }
    func decision(on rating: Rating) -> LedgerEvent? {
      decided[
        RatedCell(
          organization: rating.organization, construct: rating.construct, rater: Rating.consensus,
          round: rating.round)]
    }
    var before = now.filter { rating in
      guard let decision = decision(on: rating) else { return true }
      return decision.entry.considered.contains { $0.rater == rating.rater && $0.value == rating.value }
    }
    let kept = Set(before.map { RatedCell($0) })
    for event in ledger.events {
      guard let cell = event.entry.cell, decided[cell]?.id == event.id, round == nil || cell.round == round
      else {
        continue
      }
      for given in event.entry.considered where rater == nil || given.rater == rater {
        let rating = Rating(
          organization: cell.organization, construct: cell.construct, rater: given.rater, round: cell.round,
          value: given.value, origin: event.origin(in: ledgerName))
        if !kept.contains(RatedCell(rating)) { before.append(rating) }
      }
    }
    return before
  }
}

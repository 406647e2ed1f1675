import CFIRKit

/// Writes entries down as a store would, with ids that tell what they are.
struct WrittenLedger {
  var ledger = Ledger()
  var copy: LedgerEvent.CopyID

  init(_ copy: LedgerEvent.CopyID, from ledger: Ledger = Ledger()) {
    self.copy = copy
    self.ledger = ledger
  }

  @discardableResult
  mutating func append(_ entry: LedgerEntry) -> LedgerEvent {
    let last = ledger.events.last { $0.copy == copy }
    let sequence = (last?.sequence ?? 0) + 1
    let clock = (ledger.events.last?.clock ?? 0) + 1
    let event = LedgerEvent(
      id: .init("\(copy)-\(sequence)-\(clock)-\(entry.who)"), copy: copy, sequence: sequence, clock: clock,
      previous: last?.id, time: "2025-07-14T09:30:00Z", entry: entry)
    ledger.append(event)
    return event
  }

  /// Rates a cell of North, or withdraws a rating.
  @discardableResult
  mutating func rate(
    _ token: String?, on construct: Construct.ID = "culture", by rater: Rating.RaterID = "AK",
    because rationale: String = "", citing excerpts: [Excerpt.ID] = []
  ) throws -> LedgerEvent? {
    let cell = RatedCell(organization: "North", construct: construct, rater: rater)
    let value = try token.flatMap { try RatingValue(token: $0) }
    return ledger.judging(
      cell, value, by: rater, because: .init(rationale: rationale, excerpts: excerpts)
    ).map { append($0) }
  }

  var tokens: [String] { ledger.ratings(in: "l").map { "\($0.construct) \($0.rater) \($0.value.token)" } }
}

/// What stands in one rater's cell: the events that no other event has taken the place of.
///
/// One, as a rule. Several, where copies of the ledger were written to apart: if these say the same, the last one speaks for all;
/// if they differ, none counts until the rater chooses.
public struct LedgerStanding: Sendable {
  /// The cell.
  public let cell: RatedCell
  /// The events, in the ledger's order.
  public let heads: [LedgerEvent]

  /// Whether revisions were made apart and differ.
  public var isConcurrent: Bool { Set(heads.map(\.entry.after)).count > 1 }

  /// The event that speaks for the cell; nothing where revisions made apart differ.
  public var speaking: LedgerEvent? { isConcurrent ? nil : heads.last }

  /// The rating; nothing where it was withdrawn or revisions made apart differ.
  public var value: RatingValue? { speaking?.entry.after }

  /// The ratings that stand here, each once: several only where revisions made apart differ.
  public var values: [RatingValue] {
    var seen: Set<RatingValue> = []
    return heads.compactMap(\.entry.after).filter { seen.insert($0).inserted }
  }

  /// The rating as the rest of a study knows ratings.
  ///
  /// - Parameter file: How findings name the ledger.
  /// - Returns: Nothing where it was withdrawn or revisions made apart differ.
  public func rating(in file: String) -> Rating? {
    guard let event = speaking, let value = event.entry.after else { return nil }
    return Rating(
      organization: cell.organization, construct: cell.construct, rater: cell.rater, round: cell.round,
      value: value, summary: event.entry.summary, rationale: event.entry.rationale,
      excerpts: event.entry.excerpts, date: event.entry.date.ifEmpty(String(event.time.prefix(10))),
      origin: event.origin(in: file))
  }
}

extension LedgerEvent {
  /// Where it stands: `study.sqlite:7f3a09c2-12`.
  public func origin(in file: String) -> Origin { Origin(file: "\(file):\(name)") }
}

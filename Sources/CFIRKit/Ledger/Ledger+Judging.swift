extension Ledger {
  /// The words that go with a judgement.
  public struct Reasons: Hashable, Sendable {
    /// What was said, in brief.
    public var summary: String
    /// Why.
    public var rationale: String
    /// The excerpts that it rests on.
    public var excerpts: [Excerpt.ID]
    /// When it was given, where a table says so.
    public var date: String

    /// Reasons; all may be empty.
    public init(summary: String = "", rationale: String = "", excerpts: [Excerpt.ID] = [], date: String = "")
    {
      self.summary = summary
      self.rationale = rationale
      self.excerpts = excerpts
      self.date = date
    }

    /// The reasons of a rating.
    public init(_ rating: Rating) {
      self.init(
        summary: rating.summary, rationale: rating.rationale, excerpts: rating.excerpts, date: rating.date)
    }
  }

  /// What a judgement of a cell adds to the ledger.
  ///
  /// It takes the place of everything that stands in the cell, so that revisions made apart are settled by the next judgement.
  ///
  /// - Parameters:
  ///   - cell: The cell; the team's own has ``Rating/consensus`` as its rater.
  ///   - value: The rating; nothing to withdraw it.
  ///   - who: Who writes it down.
  ///   - reasons: Why.
  ///   - considered: For the team's decision, the ratings that it settles.
  /// - Returns: The entry; nothing where the ledger says the same already.
  public func judging(
    _ cell: RatedCell, _ value: RatingValue?, by who: Rating.RaterID, because reasons: Reasons = Reasons(),
    considering considered: [LedgerEntry.Considered] = []
  ) -> LedgerEntry? {
    let standing = standing(in: cell)
    let isConcurrent = standing?.isConcurrent ?? false
    if !isConcurrent, standing?.value == value {
      guard value != nil, let speaking = standing?.speaking, reasons.say(more: speaking.entry) else {
        return nil
      }
    }
    let before = standing?.values ?? []
    let kind: LedgerEntry.Kind =
      if isConcurrent {
        .settled
      } else if value == nil {
        .withdrawn
      } else if cell.rater == Rating.consensus {
        .consensus
      } else {
        before.isEmpty ? .given : .revised
      }
    var entry = LedgerEntry(kind, by: who, cell: cell)
    entry.before = before
    entry.after = value
    entry.considered = considered
    entry.replaces = standing?.heads.map(\.id) ?? []
    (entry.summary, entry.rationale) = (reasons.summary, reasons.rationale)
    (entry.excerpts, entry.date) = (reasons.excerpts, reasons.date)
    return entry
  }

  /// What removing the free text of events adds to the ledger: an entry for each that still has any.
  ///
  /// - Parameters:
  ///   - ids: The events.
  ///   - who: Who removes it.
  ///   - reason: Why.
  /// - Returns: The entries to write.
  public func redacting(
    _ ids: some Sequence<LedgerEvent.ID>, by who: Rating.RaterID, because reason: String = ""
  ) -> [LedgerEntry] {
    ids.compactMap { id in
      guard let event = self[id], event.entry.hasWords, !redacted.contains(id) else { return nil }
      var entry = LedgerEntry(.redaction, by: who, cell: event.entry.cell)
      entry.about = id
      entry.note = reason
      return entry
    }
  }
}

extension Ledger.Reasons {
  /// Whether they give words or excerpts that an entry does not have.
  fileprivate func say(more entry: LedgerEntry) -> Bool {
    !summary.isEmpty && summary != entry.summary || !rationale.isEmpty && rationale != entry.rationale
      || !excerpts.isEmpty && excerpts != entry.excerpts
  }
}

extension Ledger {
  /// The events with free text that cite certain excerpts.
  public func events(citing isCited: (Excerpt.ID) -> Bool) -> [LedgerEvent] {
    events.filter { $0.entry.hasWords && $0.entry.excerpts.contains(where: isCited) }
  }

  /// The events whose free text names something, such as a participant.
  public func events(mentioning name: String) -> [LedgerEvent] {
    events.filter { event in
      [event.entry.summary, event.entry.rationale, event.entry.note].contains { $0.contains(name) }
    }
  }
}

import CFIRKit

/// What a table of ratings added to a ledger.
public struct LedgerImport: Sendable {
  /// Ratings that are new.
  public var given = 0
  /// Ratings that took the place of others, or gave them a reason.
  public var revised = 0
  /// Ratings that the ledger had already.
  public var known = 0
}

extension LedgerWriter {
  /// Takes over the ratings of a table: an event for the table, and one for each rating that says something new.
  ///
  /// - Parameters:
  ///   - ratings: The ratings.
  ///   - source: The table.
  ///   - who: Who takes them over.
  ///   - considered: For a decision of the team's, the ratings that it settles.
  /// - Returns: What was new.
  /// - Throws: A finding where one cannot be written; nothing of the transaction is kept then.
  public mutating func take(
    _ ratings: [Rating], from source: LedgerEntry.Source, by who: Rating.RaterID,
    considering considered: (RatedCell) -> [LedgerEntry.Considered] = { _ in [] }
  ) throws(Finding) -> LedgerImport {
    var counts = LedgerImport()
    var table: LedgerEvent?
    for rating in ratings {
      let cell = RatedCell(rating)
      let entry = ledger.judging(
        cell, rating.value, by: who, because: .init(rating),
        considering: rating.isConsensus ? considered(cell) : [])
      guard var entry else {
        counts.known += 1
        continue
      }
      if table == nil {
        var imported = LedgerEntry(.imported, by: who)
        imported.source = source
        table = try append(imported)
      }
      entry.about = table?.id
      if entry.replaces.isEmpty { counts.given += 1 } else { counts.revised += 1 }
      try append(entry)
    }
    return counts
  }
}

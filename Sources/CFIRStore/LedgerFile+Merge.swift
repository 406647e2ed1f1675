import CFIRKit
import Foundation
import GRDB

/// What a ledger took from another.
public struct LedgerMerge: Sendable {
  /// The events that it did not have.
  public let taken: [LedgerEvent]
  /// The ledger as it stands now.
  public let ledger: Ledger
}

extension LedgerFile {
  /// Takes every event of another ledger that this one does not have.
  ///
  /// The result is the union of both, the same whoever takes from whom. Free text that either has redacted is removed from both sides'
  /// events. No event is written for the merge itself: it would make two ledgers differ that know the same.
  ///
  /// - Throws: A finding where either does not verify; nothing is taken then.
  public func merge(_ other: LedgerFile) throws(Finding) -> LedgerMerge {
    func resolved(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
    if resolved(path) == resolved(other.path) {
      throw .error(
        at: Origin(file: other.name), "this is the ledger itself", fix: "name another copy of the study")
    }
    let theirs = try other.contents()
    if let damage = theirs.reading.findings.first(where: { $0.severity == .error }) { throw damage }
    return try transaction { (db, ours, redacts) throws -> LedgerMerge in
      let known = Set(ours.rows.map(\.event.id))
      let news = theirs.rows.filter { !known.contains($0.event.id) }.sorted {
        LedgerEvent.precedes($0.event, $1.event)
      }
      let union = ours.reading.ledger.union(theirs.reading.ledger)
      for (event, row) in news {
        try row.insert(db)
        for (_, hash) in row.words where !union.redacted.contains(event.id) {
          try theirs.words[hash]?.insert(db)
        }
      }
      for (event, _) in news where event.entry.kind == .redaction {
        guard let about = event.entry.about, known.contains(about) else { continue }
        try Redaction.deleteWords(of: about, db)
        redacts = true
      }
      return LedgerMerge(taken: news.map(\.event), ledger: union)
    }
  }
}

import CFIRKit
import Foundation
import GRDB

/// Writes events at the end of one copy's chain, inside one transaction.
public struct LedgerWriter {
  /// Everything that stands in the ledger, what was written here included.
  public private(set) var ledger: Ledger
  /// The events that were written here, in order.
  public private(set) var written: [LedgerEvent] = []
  /// How findings name the ledger.
  public let name: String

  private let db: Database
  private let copy: LedgerEvent.CopyID
  private let time: String
  private let salt: @Sendable () -> [UInt8]
  private var last: LedgerEvent?
  private var clock: Int

  init(_ db: Database, _ ledger: Ledger, name: String, home: String, surroundings: LedgerSurroundings) throws
  {
    self.db = db
    self.ledger = ledger
    self.name = name
    time = surroundings.now().formatted(.iso8601)
    salt = { surroundings.bytes(16) }
    copy = try Copies.current(db, ledger, home: home, surroundings: surroundings)
    last = ledger.heads.last { [copy] in $0.copy == copy }
    clock = ledger.events.last?.clock ?? 0
  }

  /// Writes an entry.
  ///
  /// - Returns: The event that it became.
  /// - Throws: A finding where an id holds what none can, or the file cannot be written; nothing of the transaction is kept then.
  @discardableResult
  public mutating func append(_ entry: LedgerEntry) throws(Finding) -> LedgerEvent {
    try check(entry)
    var hashes: [String: String] = [:]
    var texts: [SaltedText] = []
    for (column, text) in [("summary", entry.summary), ("rationale", entry.rationale), ("note", entry.note)]
    where !text.isEmpty {
      let salted = SaltedText(salt: salt(), text: text)
      texts.append(salted)
      hashes[column] = salted.hash
    }
    let row = EventRow(
      entry, copy: copy, sequence: (last?.sequence ?? 0) + 1, clock: clock + 1, previous: last?.id,
      time: time, words: hashes)
    let words = Dictionary(texts.map { ($0.hash, $0.text) }) { first, _ in first }
    guard let event = row.event(words: { words[$0] }) else {
      throw .error(at: Origin(file: name), "this event cannot be written", fix: "check its values")
    }
    try LedgerProblem.named(name) {
      try row.insert(db)
      for text in texts { try text.insert(db) }
      if entry.kind == .redaction, let about = entry.about { try Redaction.deleteWords(of: about, db) }
    }
    ledger.append(event)
    written.append(event)
    last = event
    clock = event.clock
    return event
  }

  /// Ids stand in lists, a line for each; a NUL would end a text early.
  private func check(_ entry: LedgerEntry) throws(Finding) {
    let ids =
      [entry.who.rawValue, entry.date, entry.source?.name ?? ""] + entry.excerpts.map(\.rawValue)
      + entry.considered.map(\.rater.rawValue)
      + (entry.cell.map { [$0.organization.rawValue, $0.construct.rawValue, $0.rater.rawValue, $0.round] }
        ?? [])
    if let id = ids.first(where: { $0.unicodeScalars.contains { $0.value < 0x20 } }) {
      throw .error(
        at: Origin(file: name), "'\(id)' holds a line break or another control character, which no id does",
        fix: "write it without")
    }
    if entry.who.rawValue.isEmpty {
      throw .error(at: Origin(file: name), "nobody stands behind this event", fix: "say who with --as")
    }
    if [entry.summary, entry.rationale, entry.note].contains(where: { $0.unicodeScalars.contains("\0") }) {
      throw .error(
        at: Origin(file: name), "the text holds a NUL byte, which no text does", fix: "write it without")
    }
  }
}

/// Which copy of a ledger a file is.
///
/// A copy's id stands with the place where it was written, hashed. A file that finds itself elsewhere has been copied, and goes on under
/// an id of its own, so that two files never continue one chain.
enum Copies {
  static func current(
    _ db: Database, _ ledger: Ledger, home: String, surroundings: LedgerSurroundings
  ) throws -> LedgerEvent.CopyID {
    let known = try String.fetchOne(
      db, sql: "SELECT copy FROM copies WHERE home = ? ORDER BY rowid DESC LIMIT 1", arguments: [home])
    // A chain that was continued twice has no end to go on from.
    if let known, ledger.heads.count(where: { $0.copy.rawValue == known }) <= 1 { return .init(known) }
    let copy = surroundings.bytes(4).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
    try db.execute(sql: "INSERT INTO copies (copy, home) VALUES (?, ?)", arguments: [copy, home])
    return .init(copy)
  }
}

/// Removing free text for good.
enum Redaction {
  static func deleteWords(of event: LedgerEvent.ID, _ db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM words WHERE hash IN (
          SELECT summary FROM events WHERE hash = ?1 UNION SELECT rationale FROM events WHERE hash = ?1
          UNION SELECT note FROM events WHERE hash = ?1)
        """, arguments: [event.rawValue])
  }
}

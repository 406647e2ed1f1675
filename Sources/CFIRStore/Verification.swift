import CFIRKit
import GRDB

/// Reads a ledger and finds what was changed in it by other means than appending.
enum Verification {
  /// What a ledger says and holds.
  struct Contents {
    var reading: LedgerReading
    /// The rows that verify, as they stand in the table.
    var rows: [(event: LedgerEvent, row: EventRow)]
    var words: [String: SaltedText]
  }

  static func read(_ db: Database, name: String) throws -> Contents {
    var check = Check(name: name)
    try check.inspectFile(db)
    do {
      try check.readWords(db)
      try check.readEvents(db)
    } catch let error as DatabaseError where !check.findings.isEmpty && error.resultCode == .SQLITE_ERROR {
      // Tables that lack a column have been found already.
    }
    check.followChains()
    check.matchWords()
    let ledger = Ledger(check.events)
    return Contents(
      reading: LedgerReading(ledger: ledger, findings: check.findings + ledger.findings(in: name)),
      rows: check.rows, words: check.words)
  }
}

private struct Check {
  let name: String
  var findings: [Finding] = []
  private(set) var words: [String: SaltedText] = [:]
  private(set) var rows: [(event: LedgerEvent, row: EventRow)] = []
  var events: [LedgerEvent] { rows.map(\.event) }

  init(name: String) { self.name = name }

  private mutating func damage(_ place: String?, _ message: String) {
    findings.append(
      .error(
        at: Origin(file: place.map { "\(name):\($0)" } ?? name), message,
        fix: "put the ledger back from a copy that verifies, then merge what came after"))
  }

  mutating func readWords(_ db: Database) throws { words = try SaltedText.all(db) }

  mutating func readEvents(_ db: Database) throws {
    let cursor = try Row.fetchCursor(db, sql: EventRow.selection)
    var last: String?
    while true {
      let next: Row?
      do {
        next = try cursor.next()
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        damage(last, "the file is damaged behind this event: \(error.message ?? "it cannot be read")")
        return
      }
      guard let next else { return }
      guard let (hash, row) = EventRow.read(next) else {
        damage(last, "the row behind this event was changed: it holds what no event does")
        continue
      }
      let place = "\(row["copy"] ?? "?")-\(row["sequence"] ?? "?")"
      last = place
      guard row.hash.rawValue == hash else {
        damage(place, "this event was changed after it was written: its hash is not \(hash.prefix(8))")
        continue
      }
      guard let event = row.event(words: { words[$0]?.text }) else {
        damage(place, "this event holds what no event does")
        continue
      }
      rows.append((event, row))
    }
  }

  /// Each event must follow one that is there, of the same copy and one place earlier.
  mutating func followChains() {
    let known = Dictionary(rows.map { ($0.event.id, $0.event) }) { first, _ in first }
    for (event, _) in rows {
      guard let previous = event.previous else {
        if event.sequence != 1 {
          damage(event.name, "this event follows none, though it is number \(event.sequence) of its copy")
        }
        continue
      }
      guard let before = known[previous] else {
        damage(
          event.name,
          "the event before this one, \(event.copy)-\(event.sequence - 1) (\(previous.rawValue.prefix(8))), was changed or is gone"
        )
        continue
      }
      if before.copy != event.copy || before.sequence != event.sequence - 1 || before.clock >= event.clock {
        damage(event.name, "this event does not follow the one that it names, \(before.name)")
      }
    }
  }

  /// Free text must be what its hash says, or have been redacted.
  mutating func matchWords() {
    let redacted = Set(events.filter { $0.entry.kind == .redaction }.compactMap(\.entry.about))
    var named: Set<String> = []
    for (event, row) in rows {
      for (column, hash) in row.words {
        named.insert(hash)
        guard let kept = words[hash] else {
          if !redacted.contains(event.id) {
            damage(event.name, "the \(column) of this event was removed without a redaction")
          }
          continue
        }
        if kept.hash != hash {
          damage(event.name, "the \(column) of this event was changed after it was written")
        } else if redacted.contains(event.id) {
          damage(event.name, "the \(column) of this event was redacted and stands here again")
        }
      }
    }
    let strays = words.keys.count { !named.contains($0) }
    // Words of an event that could not be read are no strays.
    if strays > 0 && findings.isEmpty {
      damage(nil, "the table of words holds \(NumberStyle.count(strays, "text")) that no event names")
    }
  }

  /// The file's own structure, and the rules that its tables keep.
  mutating func inspectFile(_ db: Database) throws {
    do {
      for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(3)") where line != "ok" {
        damage(nil, "the file is damaged: \(line.split(separator: "\n").joined(separator: "; "))")
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      damage(nil, "the file is damaged: \(error.message ?? "it cannot be read")")
    }
    if try schema(db) != Self.expectedSchema() {
      damage(
        nil, "the tables' own rules, which keep events from being changed, are not those that were written")
    }
  }

  private func schema(_ db: Database) throws -> [String] { try Self.schema(db) }

  private static func schema(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql:
        "SELECT type || ' ' || name || ' ' || ifnull(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name"
    )
  }

  private static func expectedSchema() throws -> [String] {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue)
    return try queue.read(schema)
  }
}

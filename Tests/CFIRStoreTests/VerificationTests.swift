import CFIRKit
import CFIRStore
import Foundation
import GRDB
import Testing

/// What was changed by other means than appending is found, and where.
struct VerificationTests {
  /// Five events by AK on one machine, `01…` being its copy.
  private func ledger(_ bench: Bench) throws -> LedgerFile {
    let file = bench.ledger()
    let machine = LedgerSurroundings.machine(1)
    for (construct, token) in [
      ("culture", "+1"), ("planning", "-1"), ("funding", "0"), ("culture", "+2"), ("planning", "missing"),
    ] {
      try file.rate(
        .north(.init(construct), by: "AK"), token, because: "Because of \(construct).", on: machine)
    }
    return file
  }

  private func findings(_ file: LedgerFile) -> [Finding] {
    do throws(Finding) { return try file.read().findings } catch { return [error] }
  }

  @Test(
    arguments: [
      (
        "UPDATE events SET after = '+2' WHERE sequence = 2", "-2",
        "this event was changed after it was written"
      ),
      (
        "UPDATE events SET who = 'XX' WHERE sequence = 1", "-1", "this event was changed after it was written"
      ),
      ("UPDATE events SET clock = 9 WHERE sequence = 3", "-3", "this event was changed after it was written"),
      ("UPDATE events SET after = x'00' WHERE sequence = 3", "-2", "the row behind this event was changed"),
      (
        "UPDATE events SET hash = replace(hash, substr(hash, 1, 1), 'g') WHERE sequence = 4", "-4",
        "was changed"
      ),
      ("DELETE FROM events WHERE sequence = 3", "-4", "the event before this one"),
      ("DELETE FROM events WHERE sequence = 1", "-2", "the event before this one"),
      (
        "UPDATE words SET text = 'Because of money.' WHERE text LIKE '%funding%'", "-3",
        "the rationale of this event was changed"
      ),
      (
        "UPDATE words SET salt = x'01' WHERE text LIKE '%funding%'", "-3",
        "the rationale of this event was changed"
      ),
      (
        "DELETE FROM words WHERE text LIKE '%funding%'", "-3",
        "the rationale of this event was removed without a redaction"
      ),
    ] as [(String, String, String)])
  func `is located`(statement: String, place: String, message: String) throws {
    let bench = try Bench()
    let file = try ledger(bench)
    let copy = try #require(try file.read().ledger.events.first?.copy)
    try bench.tamper("study.sqlite", statement)
    let findings = try file.read().findings
    #expect(
      findings.contains {
        $0.severity == .error && $0.origin.file == "study.sqlite:\(copy)\(place)"
          && $0.message.contains(message)
      }, "\(findings)")
    // And nothing more is written on it.
    #expect(throws: Finding.self) { try file.rate(.north("culture", by: "AK"), "0", on: .machine(1)) }
  }

  @Test func `rules that were taken out of the file are missed`() throws {
    let bench = try Bench()
    let file = try ledger(bench)
    let queue = try DatabaseQueue(path: file.path)
    try queue.write { db in try db.execute(sql: "DROP TRIGGER events_stay") }
    try queue.close()
    let findings = try file.read().findings
    #expect(findings.map(\.message).contains { $0.contains("the tables' own rules") })
  }

  @Test func `an added text that belongs to no event is found`() throws {
    let bench = try Bench()
    let file = try ledger(bench)
    try bench.tamper("study.sqlite", "INSERT INTO words VALUES ('00', x'00', 'said later')")
    #expect(try file.read().findings.map(\.message).contains { $0.contains("1 text that no event names") })
  }

  /// Every byte of every event and text, one after the other: it must be found, and never stop the program.
  @Test func `any changed byte of any judgement is found`() throws {
    let bench = try Bench()
    let file = try ledger(bench)
    let whole = try Data(contentsOf: URL(fileURLWithPath: file.path))
    let events = try file.read().ledger.events
    var targets: [Int] = []
    for event in events {
      for text in [event.id.rawValue, event.entry.rationale, event.time] {
        let found = try #require(whole.range(of: Data(text.utf8)), "\(text)")
        targets += [found.lowerBound, found.lowerBound + 7, found.upperBound - 1]
      }
    }
    for target in targets {
      var changed = whole
      changed[target] ^= 1
      try changed.write(to: URL(fileURLWithPath: file.path))
      #expect(findings(file).contains { $0.severity == .error }, "byte \(target)")
    }
  }

  @Test(arguments: ["organization TEXT", "CREATE TABLE events", "salt BLOB", "BEFORE UPDATE ON events"])
  func `a changed byte of the tables' own rules is found`(rule: String) throws {
    let bench = try Bench()
    let file = try ledger(bench)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file.path))
    let place = try #require(bytes.range(of: Data(rule.utf8)))
    for offset in [0, 2, rule.utf8.count - 1] {
      bytes[place.lowerBound + offset] ^= 1
      try bytes.write(to: URL(fileURLWithPath: file.path))
      #expect(findings(file).contains { $0.severity == .error }, "\(rule) \(offset)")
      bytes[place.lowerBound + offset] ^= 1
    }
  }

  @Test func `a page of zeros is found`() throws {
    let bench = try Bench()
    let file = try ledger(bench)
    let whole = try Data(contentsOf: URL(fileURLWithPath: file.path))
    for page in 0..<(whole.count / 512) {
      var changed = whole
      changed.replaceSubrange(page * 512..<(page + 1) * 512, with: Data(count: 512))
      try changed.write(to: URL(fileURLWithPath: file.path))
      #expect(findings(file).contains { $0.severity == .error }, "page \(page)")
    }
  }

  @Test func `a chain that was cut at its end has another head`() throws {
    let bench = try Bench()
    let file = try ledger(bench)
    let before = try file.read().ledger.heads.map(\.id)
    try bench.tamper(
      "study.sqlite", "DELETE FROM words WHERE hash IN (SELECT rationale FROM events WHERE sequence = 5)",
      "DELETE FROM events WHERE sequence = 5")
    let reading = try file.read()
    // The chain alone cannot tell: that is what printed heads are for.
    #expect(reading.findings.isEmpty)
    #expect(reading.ledger.heads.map(\.id) != before)
  }
}

import CFIRKit
import CFIRStore
import Foundation
import GRDB
import Testing

/// Which files are ledgers, and of which form.
struct SchemaTests {
  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch { return "\(error)" }
  }

  /// A ledger of the first form, as it was laid down when that form was made: two events by AK.
  private static let first: String = {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Forms/1.sql")
    return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  }()

  @Test func `a ledger of the first form opens, verifies and is written on`() throws {
    let bench = try Bench()
    let file = bench.ledger()
    let queue = try DatabaseQueue(path: file.path)
    try queue.writeWithoutTransaction { db in try db.execute(sql: Self.first) }
    try queue.close()
    let reading = try file.read()
    #expect(reading.findings.isEmpty, "\(reading.findings)")
    #expect(reading.ledger.events.map(\.name) == ["0a0b0c0d-1", "0a0b0c0d-2"])
    #expect(reading.ledger.events.map(\.entry.rationale) == ["Learning is rewarded.", "One voice against."])
    try file.rate(.north("culture", by: "TV"), "0", on: .machine(2))
    #expect(try file.tokens() == ["culture AK +1*", "culture TV 0"])
    #expect(try file.read().findings.isEmpty)
  }

  @Test func `a newer ledger is refused and left as it is`() throws {
    let bench = try Bench()
    let file = bench.ledger()
    try file.rate(.north("culture", by: "AK"), "+1", on: .machine(1))
    let queue = try DatabaseQueue(path: file.path)
    try queue.write { db in try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('2')") }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: file.path))
    let refusal =
      "study.sqlite: error: the ledger was written by a newer cfir, and this one does not know its form; install the newer cfir; the file was left as it is"
    #expect(message { _ = try file.read() } == refusal)
    #expect(message { try file.rate(.north("culture", by: "AK"), "0", on: .machine(1)) } == refusal)
    #expect(try Data(contentsOf: URL(fileURLWithPath: file.path)) == before)
  }

  @Test func `another program's database is refused and left as it is`() throws {
    let bench = try Bench()
    let file = bench.ledger()
    let queue = try DatabaseQueue(path: file.path)
    try queue.write { db in try db.execute(sql: "CREATE TABLE events (x)") }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: file.path))
    let refusal =
      "study.sqlite: error: this SQLite file is no ledger of judgements: it was made by another program; move it elsewhere"
    #expect(message { _ = try file.read() } == refusal)
    #expect(message { try file.rate(.north("culture", by: "AK"), "0", on: .machine(1)) } == refusal)
    #expect(try Data(contentsOf: URL(fileURLWithPath: file.path)) == before)
  }

  @Test func `a file that is no database is refused and left as it is`() throws {
    let bench = try Bench()
    let file = bench.ledger()
    let text = String(repeating: "organization,construct,rating\n", count: 200)
    try text.write(toFile: file.path, atomically: true, encoding: .utf8)
    #expect(message { _ = try file.read() }.contains("this is no SQLite file"))
    #expect(
      message { try file.rate(.north("culture", by: "AK"), "0", on: .machine(1)) }.contains(
        "this is no SQLite file"))
    #expect(try String(contentsOfFile: file.path, encoding: .utf8) == text)
  }

  @Test(arguments: [
    "", "PRAGMA journal_mode = WAL", "PRAGMA journal_mode = WAL; PRAGMA application_id = 1128679762",
    """
    PRAGMA journal_mode = WAL; PRAGMA application_id = 1128679762;
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)
    """,
  ])
  func `a file that was begun and never filled becomes a ledger`(begun: String) throws {
    let bench = try Bench()
    let file = bench.ledger()
    try Data().write(to: URL(fileURLWithPath: file.path))
    let queue = try DatabaseQueue(path: file.path)
    try queue.writeWithoutTransaction { db in try db.execute(sql: begun) }
    try queue.close()
    #expect(try file.read().ledger.events.isEmpty)
    try file.rate(.north("culture", by: "AK"), "+1", on: .machine(1))
    #expect(try file.tokens() == ["culture AK +1"])
  }
}

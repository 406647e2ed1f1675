import CFIRKit
import CFIRStore
import Foundation
import GRDB
import Testing

/// What is written stays, and is read as it was written.
struct LedgerFileTests {
  @Test func `an entry is read back as it was written`() throws {
    let bench = try Bench()
    let file = bench.ledger()
    let leaning = try #require(try RatingValue(token: "+1*"))
    let written = try file.write(in: .machine(1)) {
      (log: inout LedgerWriter) throws(Finding) -> [LedgerEvent] in
      var imported = LedgerEntry(.imported, by: "AK")
      imported.source = .init(name: "sheet.csv", digest: "00ff")
      let source = try log.append(imported)
      var rating = LedgerEntry(.given, by: "AK", cell: .north("culture", by: "TV"))
      rating.after = leaning
      rating.about = source.id
      rating.excerpts = ["I1#aa", "I2#bb"]
      rating.date = "14 July"
      rating.summary = "They learn.\nAnd ask."
      rating.rationale = "Žižka said “so”; twice."
      try log.append(rating)
      var decision = LedgerEntry(.consensus, by: "AK", cell: .north("culture", by: "consensus"))
      decision.after = .missing
      decision.before = [.notAsked]
      decision.considered = [.init(rater: "TV", value: leaning)]
      try log.append(decision)
      var note = LedgerEntry(.note, by: "AK")
      note.note = "Ask again."
      try log.append(note)
      return log.written
    }
    let reading = try file.read()
    #expect(reading.findings.isEmpty, "\(reading.findings)")
    #expect(reading.ledger.events == written)
    #expect(written.map(\.sequence) == [1, 2, 3, 4])
    #expect(written.map(\.clock) == [1, 2, 3, 4])
    #expect(Set(written.map(\.copy)).count == 1)
    #expect(written[1].previous == written[0].id)
    #expect(written[0].time.hasPrefix("2025-07-1"))
  }

  @Test func `a transaction that fails leaves nothing`() throws {
    let bench = try Bench()
    let file = bench.ledger()
    try file.rate(.north("culture", by: "AK"), "+1", on: .machine(1))
    let before = try file.read().ledger
    #expect(throws: Finding.self) {
      try file.write(in: .machine(1)) { (log: inout LedgerWriter) throws(Finding) in
        try log.append(LedgerEntry(.note, by: "AK"))
        try log.append(LedgerEntry(.note, by: ""))
      }
    }
    #expect(try file.read().ledger == before)
  }

  @Test(arguments: [
    "UPDATE events SET rater = 'XX'", "DELETE FROM events", "UPDATE words SET text = 'x'",
    "DELETE FROM words",
  ])
  func `the file itself refuses to change what stands in it`(statement: String) throws {
    let bench = try Bench()
    let file = bench.ledger()
    try file.rate(.north("culture", by: "AK"), "+1", because: "So.", on: .machine(1))
    let queue = try DatabaseQueue(path: file.path)
    #expect(throws: DatabaseError.self) { try queue.write { db in try db.execute(sql: statement) } }
    try queue.close()
    #expect(try file.read().findings.isEmpty)
  }

  @Test func `reading leaves no file behind and changes no byte`() throws {
    let bench = try Bench()
    let file = bench.ledger()
    try file.rate(.north("culture", by: "AK"), "+1", because: "So.", on: .machine(1))
    #expect(bench.names == ["study.sqlite"])
    let before = try Data(contentsOf: URL(fileURLWithPath: file.path))
    _ = try file.read()
    #expect(bench.names == ["study.sqlite"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: file.path)) == before)
  }

  @Test func `a ledger is kept by write-ahead log and waits for the disk`() throws {
    let bench = try Bench()
    let file = bench.ledger()
    try file.rate(.north("culture", by: "AK"), "+1", on: .machine(1))
    let queue = try DatabaseQueue(path: file.path)
    #expect(try queue.read { db in try String.fetchOne(db, sql: "PRAGMA journal_mode") } == "wal")
  }

  @Test func `many writers at once lose nothing`() async throws {
    let bench = try Bench()
    let file = bench.ledger()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 1...4 {
        group.addTask {
          for construct in ["culture", "planning", "funding"] {
            try file.rate(
              .north(.init(construct), by: .init("R\(writer)")), "+1",
              on: .machine(UInt8(writer), place: "here"))
          }
        }
      }
      try await group.waitForAll()
    }
    let reading = try file.read()
    #expect(reading.findings.isEmpty, "\(reading.findings)")
    #expect(reading.ledger.events.map(\.sequence).sorted() == Array(1...12))
    #expect(reading.ledger.heads.count == 1)
  }

  @Test(arguments: ["A\nB", "A\u{0}B", "A\tB"])
  func `an id with a control character is refused`(id: String) throws {
    let bench = try Bench()
    #expect(throws: Finding.self) {
      try bench.ledger().rate(.north("culture", by: .init(id)), "+1", on: .machine(1))
    }
  }
}

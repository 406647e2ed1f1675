import CFIRKit
import CFIRStore
import Foundation
import Testing

/// A participant withdraws: free text goes, the chain still verifies.
struct RedactionTests {
  private let secret = "She said that her sister drinks."

  private func ledger(_ bench: Bench) throws -> (file: LedgerFile, event: LedgerEvent) {
    let file = bench.ledger()
    let event = try file.rate(
      .north("culture", by: "AK"), "+1", because: secret, citing: ["I1#aa"], on: .machine(1))
    for number in 1...60 {
      try file.rate(.north(.init("c\(number)"), by: "AK"), "0", because: "Other \(number).", on: .machine(1))
    }
    return (file, try #require(event))
  }

  private func redact(_ file: LedgerFile, _ event: LedgerEvent) throws {
    try file.write(in: .machine(1)) { (log: inout LedgerWriter) throws(Finding) in
      for entry in log.ledger.redacting([event.id], by: "AK") { try log.append(entry) }
    }
  }

  @Test func `the words are gone from the file and the chain verifies`() throws {
    let bench = try Bench()
    let (file, event) = try ledger(bench)
    let heads = try file.read().ledger.heads
    try redact(file, event)
    let reading = try file.read()
    #expect(reading.findings.isEmpty, "\(reading.findings)")
    #expect(reading.ledger[event.id]?.entry.rationale == "")
    #expect(reading.ledger[event.id]?.entry.after?.token == "+1")
    #expect(reading.ledger.redacted == [event.id])
    #expect(reading.ledger.events.contains { $0.id == heads[0].id })
    #expect(bench.names == ["study.sqlite"])
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file.path))
    #expect(bytes.range(of: Data("sister".utf8)) == nil)
    #expect(bytes.range(of: Data("Other 60.".utf8)) != nil)
  }

  @Test func `reaches other copies, and no merge brings the words back`() throws {
    let bench = try Bench()
    let (file, event) = try ledger(bench)
    try bench.copy("study.sqlite", to: "theirs.sqlite")
    let theirs = bench.ledger("theirs.sqlite")
    try theirs.rate(.north("planning", by: "TV"), "0", because: "Later.", on: .machine(2))
    try redact(file, event)
    _ = try file.merge(theirs)
    #expect(try file.read().ledger[event.id]?.entry.rationale == "")
    _ = try theirs.merge(file)
    let reading = try theirs.read()
    #expect(reading.findings.isEmpty, "\(reading.findings)")
    #expect(try reading.ledger == file.read().ledger)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: theirs.path))
    #expect(bytes.range(of: Data("sister".utf8)) == nil)
  }

  @Test func `the same words twice have different hashes`() throws {
    let bench = try Bench()
    let file = bench.ledger()
    for rater in ["AK", "TV"] {
      try file.rate(.north("culture", by: .init(rater)), "+1", because: secret, on: .machine(1))
    }
    let first = try #require(try file.read().ledger.events.first)
    try redact(file, first)
    #expect(try file.read().ledger.events.map(\.entry.rationale) == ["", secret, ""])
  }
}

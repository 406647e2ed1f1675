import CFIRKit
import CFIRStore
import Foundation
import Testing

/// Copies that were written to apart come together, the same in either order, and no event is lost.
struct MergeTests {
  /// Two file copies of one ledger.
  private func parted() throws -> (bench: Bench, ours: LedgerFile, theirs: LedgerFile) {
    let bench = try Bench()
    let ours = bench.ledger("ours.sqlite")
    try ours.rate(.north("culture", by: "AK"), "+1", because: "First.", on: .machine(1))
    try ours.rate(.north("planning", by: "AK"), "-1", because: "Second.", on: .machine(1))
    try bench.copy("ours.sqlite", to: "theirs.sqlite")
    return (bench, ours, bench.ledger("theirs.sqlite"))
  }

  /// Merges both ways from the same start, and gives both results.
  private func merged(_ bench: Bench, _ first: String, _ second: String) throws -> (Ledger, Ledger) {
    try bench.copy(first, to: "first.sqlite")
    try bench.copy(second, to: "second.sqlite")
    _ = try bench.ledger("first.sqlite").merge(bench.ledger(second))
    _ = try bench.ledger("second.sqlite").merge(bench.ledger(first))
    let results = try (bench.ledger("first.sqlite").read(), bench.ledger("second.sqlite").read())
    for reading in [results.0, results.1] { #expect(!reading.findings.contains { $0.severity == .error }) }
    return (results.0.ledger, results.1.ledger)
  }

  @Test func `a copied file goes on under a chain of its own`() throws {
    let (bench, ours, theirs) = try parted()
    defer { withExtendedLifetime(bench) {} }
    try ours.rate(.north("funding", by: "AK"), "0", on: .machine(1))
    try theirs.rate(.north("funding", by: "TV"), "+2", on: .machine(2))
    let (first, second) = (try ours.read().ledger, try theirs.read().ledger)
    #expect(Set(first.events.map(\.copy)).count == 1)
    #expect(Set(second.events.map(\.copy)).count == 2)
    #expect(second.events.last?.sequence == 1)
    #expect(second.events.last?.clock == 3)
  }

  @Test func `is the same in either order`() throws {
    let (bench, ours, theirs) = try parted()
    try ours.rate(.north("funding", by: "AK"), "0", because: "Ours.", on: .machine(1))
    try ours.rate(.north("culture", by: "AK"), "+2", because: "More.", on: .machine(1))
    try theirs.rate(.north("funding", by: "TV"), "+2", because: "Theirs.", on: .machine(2))
    try theirs.rate(.north("planning", by: "AK"), nil, on: .machine(2))
    let (first, second) = try merged(bench, "ours.sqlite", "theirs.sqlite")
    #expect(first == second)
    #expect(first.events.count == 6)
    #expect(
      first.ratings(in: "l").map { "\($0.construct) \($0.rater) \($0.value.token)" }.sorted() == [
        "culture AK +2", "funding AK 0", "funding TV +2",
      ])
    #expect(first.concurrent.isEmpty)
  }

  @Test func `merging again takes nothing`() throws {
    let (bench, ours, theirs) = try parted()
    try theirs.rate(.north("funding", by: "TV"), "+2", on: .machine(2))
    #expect(try ours.merge(theirs).taken.count == 1)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: ours.path))
    #expect(try ours.merge(theirs).taken.isEmpty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: ours.path)) == bytes)
    #expect(throws: Finding.self) { try ours.merge(bench.ledger("ours.sqlite")) }
  }

  @Test func `revisions made apart count for nothing until they are settled`() throws {
    let (bench, ours, theirs) = try parted()
    try ours.rate(.north("culture", by: "AK"), "+2", on: .machine(1))
    try theirs.rate(.north("culture", by: "AK"), "-1", on: .machine(2))
    let (first, second) = try merged(bench, "ours.sqlite", "theirs.sqlite")
    #expect(first == second)
    #expect(first.ratings(in: "l").map(\.construct) == ["planning"])
    #expect(first.concurrent.map { $0.values.map(\.token).sorted() } == [["+2", "-1"]])
    let file = bench.ledger("first.sqlite")
    let finding = try #require(try file.read().findings.first)
    #expect(finding.severity == .warning)
    #expect(finding.message.hasPrefix("the ratings of 'North' on 'culture' by AK were revised apart"))
    let settled = try file.rate(.north("culture", by: "AK"), "-1", because: "Read again.", on: .machine(3))
    #expect(settled?.entry.kind == .settled)
    #expect(settled?.entry.before.map(\.token).sorted() == ["+2", "-1"])
    #expect(try file.tokens() == ["culture AK -1", "planning AK -1"])
    // The other side learns of it, and has nothing left to settle either.
    _ = try bench.ledger("second.sqlite").merge(file)
    #expect(try bench.ledger("second.sqlite").tokens() == ["culture AK -1", "planning AK -1"])
  }

  @Test func `equal revisions made apart are one`() throws {
    let (bench, ours, theirs) = try parted()
    try ours.rate(.north("culture", by: "AK"), "+2", on: .machine(1))
    try theirs.rate(.north("culture", by: "AK"), "+2", on: .machine(2))
    let (first, _) = try merged(bench, "ours.sqlite", "theirs.sqlite")
    #expect(first.concurrent.isEmpty)
    #expect(first.ratings(in: "l").map(\.value.token) == ["+2", "-1"])
  }

  @Test func `three copies come together in any order`() throws {
    let (bench, ours, theirs) = try parted()
    try bench.copy("ours.sqlite", to: "third.sqlite")
    try ours.rate(.north("culture", by: "AK"), "+2", on: .machine(1))
    try theirs.rate(.north("culture", by: "AK"), "-1", on: .machine(2))
    try bench.ledger("third.sqlite").rate(.north("culture", by: "AK"), "0", on: .machine(3))
    let names = ["ours.sqlite", "theirs.sqlite", "third.sqlite"]
    var results: [Ledger] = []
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      try bench.copy(names[order[0]], to: "all.sqlite")
      for next in order.dropFirst() { _ = try bench.ledger("all.sqlite").merge(bench.ledger(names[next])) }
      results.append(try bench.ledger("all.sqlite").read().ledger)
    }
    #expect(results[0] == results[1] && results[1] == results[2])
    #expect(results[0].concurrent.first?.values.count == 3)
  }

  @Test func `a copy continued twice from one place loses no event and says so`() throws {
    let bench = try Bench()
    let ours = bench.ledger("ours.sqlite")
    // The same place twice: a backup was put back over the ledger, and work went on.
    let machine = LedgerSurroundings.machine(1, place: "here")
    try ours.rate(.north("culture", by: "AK"), "+1", on: machine)
    try bench.copy("ours.sqlite", to: "backup.sqlite")
    try ours.rate(.north("planning", by: "AK"), "+1", on: machine)
    try ours.rate(.north("funding", by: "AK"), "+1", on: machine)
    try bench.ledger("backup.sqlite").rate(.north("planning", by: "TV"), "-1", on: machine)
    let (first, second) = try merged(bench, "ours.sqlite", "backup.sqlite")
    #expect(first == second)
    #expect(first.events.count == 4)
    #expect(first.forks.map { $0.map(\.sequence) } == [[2, 2]])
    #expect(first.heads.count == 2)
    let file = bench.ledger("first.sqlite")
    #expect(
      try file.read().findings.map(\.message).first?.contains("was continued twice from one place") == true)
    // What is written next begins a chain of its own.
    let next = try file.rate(.north("culture", by: "TV"), "0", on: machine)
    #expect(next?.sequence == 1)
    #expect(!(try file.read().findings.contains { $0.severity == .error }))
  }

  @Test func `nothing is taken from a ledger that was tampered with`() throws {
    let (bench, ours, theirs) = try parted()
    try theirs.rate(.north("funding", by: "TV"), "+2", on: .machine(2))
    try bench.tamper("theirs.sqlite", "UPDATE events SET after = '-2' WHERE rater = 'TV'")
    let before = try ours.read().ledger
    #expect(throws: Finding.self) { try ours.merge(theirs) }
    #expect(try ours.read().ledger == before)
  }
}

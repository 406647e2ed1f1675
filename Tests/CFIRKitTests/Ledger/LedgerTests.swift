import CFIRKit
import Testing

/// Events in order, their union, and the present that they come to.
struct LedgerTests {
  @Test func `the present is what stands last in each cell, and nothing is lost`() throws {
    var written = WrittenLedger("a")
    try written.rate("+1", because: "First.")
    try written.rate("-1", on: "planning")
    try written.rate("0 (mixed)", because: "Second.")
    try written.rate(nil, on: "planning")
    try written.rate("missing", by: "TV")
    #expect(written.tokens == ["culture AK 0 (mixed)", "culture TV missing"])
    let events = written.ledger.events
    #expect(events.map(\.entry.kind) == [.given, .given, .revised, .withdrawn, .given])
    #expect(events.map { $0.entry.before.map(\.token) } == [[], [], ["+1"], ["-1"], []])
    let rating = try #require(written.ledger.ratings(in: "s/study.sqlite").first)
    #expect(rating.rationale == "Second." && rating.date == "2025-07-14")
    #expect(rating.origin.description == "s/study.sqlite:a-3")
  }

  @Test func `a judgement that says nothing new is no event`() throws {
    var written = WrittenLedger("a")
    try written.rate("+1", because: "So.", citing: ["e1"])
    #expect(try written.rate("+1", because: "So.", citing: ["e1"]) == nil)
    #expect(try written.rate("+1") == nil)
    #expect(try written.rate(nil, on: "planning") == nil)
    #expect(try written.rate("+1", because: "Otherwise.")?.entry.kind == .revised)
    try written.rate(nil)
    #expect(try written.rate(nil) == nil)
    #expect(try written.rate("+1")?.entry.kind == .given)
  }

  @Test func `revisions made apart count for nothing until the rater chooses`() throws {
    var ours = WrittenLedger("a")
    try ours.rate("+1")
    var theirs = WrittenLedger("b", from: ours.ledger)
    try ours.rate("+2")
    try theirs.rate("-1")
    var merged = WrittenLedger("a", from: ours.ledger.union(theirs.ledger))
    #expect(merged.tokens.isEmpty)
    #expect(merged.ledger.concurrent.map { $0.values.map(\.token) } == [["+2", "-1"]])
    #expect(
      merged.ledger.findings(in: "study.sqlite").map(\.description) == [
        "study.sqlite:a-2: warning: the ratings of 'North' on 'culture' by AK were revised apart (the other: b-1); neither counts; let AK settle it with `cfir rate STUDY --as 'AK'`"
      ])
    let settled = try merged.rate("+2")
    #expect(settled?.entry.kind == .settled)
    #expect(settled?.entry.before.map(\.token) == ["+2", "-1"])
    #expect(merged.tokens == ["culture AK +2"])
    #expect(merged.ledger.findings(in: "l").isEmpty)
  }

  @Test(arguments: [("+1", nil), (nil, "+1")] as [(String?, String?)])
  func `a rating against a withdrawal made apart is a difference too`(one: String?, other: String?) throws {
    var ours = WrittenLedger("a")
    try ours.rate("0")
    var theirs = WrittenLedger("b", from: ours.ledger)
    try ours.rate(one)
    try theirs.rate(other)
    #expect(ours.ledger.union(theirs.ledger).concurrent.count == 1)
  }

  @Test func `a union does not depend on who takes from whom, or how often`() throws {
    // Seeds 1 … 40: three copies written to and merged at random.
    for seed in 1...40 {
      var chance = Chance(UInt64(seed))
      var copies = ["a", "b", "c"].map { WrittenLedger(.init($0)) }
      for _ in 1...25 {
        let place = chance.next(3)
        if chance.next(4) == 0 {
          copies[place].ledger = copies[place].ledger.union(copies[chance.next(3)].ledger)
        } else {
          let token = ["+1", "-1", "0", nil][chance.next(4)]
          try copies[place].rate(
            token, on: ["culture", "planning"][chance.next(2)], by: ["AK", "TV"][chance.next(2)])
        }
      }
      let (a, b, c) = (copies[0].ledger, copies[1].ledger, copies[2].ledger)
      #expect(a.union(b) == b.union(a), "seed \(seed)")
      #expect(a.union(b).union(c) == c.union(b.union(a)), "seed \(seed)")
      #expect(a.union(a) == a, "seed \(seed)")
      let all = a.union(b).union(c)
      #expect(Set(all.events.map(\.id)) == Set((a.events + b.events + c.events).map(\.id)), "seed \(seed)")
      #expect(all.ratings(in: "l") == c.union(a).union(b).ratings(in: "l"), "seed \(seed)")
      // Nobody's later word is overruled by an earlier one: a settled cell has one head.
      for standing in all.standings where !standing.isConcurrent { #expect(standing.heads.count >= 1) }
    }
  }

  @Test func `a redaction takes the words and leaves the judgement, wherever they come from`() throws {
    var written = WrittenLedger("a")
    let event = try #require(try written.rate("+1", because: "She said so.", citing: ["e1"]))
    let before = written.ledger
    for entry in written.ledger.redacting([event.id], by: "AK", because: "She withdrew.") {
      written.append(entry)
    }
    for ledger in [written.ledger, written.ledger.union(before), before.union(written.ledger)] {
      #expect(ledger[event.id]?.entry.rationale == "")
      #expect(ledger[event.id]?.entry.after?.token == "+1")
      #expect(ledger.redacted == [event.id])
      #expect(ledger.redacting([event.id], by: "AK").isEmpty)
    }
  }

  @Test func `events are found by name and by hash`() throws {
    var written = WrittenLedger("a1b2c3d4")
    try written.rate("+1")
    try written.rate("0")
    #expect(written.ledger.events(named: "a1b2c3d4-2").map(\.sequence) == [2])
    #expect(written.ledger.events(named: "A1B2C3D4-1-").map(\.sequence) == [1])
    #expect(written.ledger.events(named: "a1").isEmpty)
  }

  @Test func `heads are the last events of every copy`() throws {
    var ours = WrittenLedger("b")
    try ours.rate("+1")
    try ours.rate("0")
    var theirs = WrittenLedger("a", from: ours.ledger)
    try theirs.rate("-1", on: "planning")
    #expect(theirs.ledger.heads.map(\.name) == ["a-1", "b-2"])
    #expect(theirs.ledger.forks.isEmpty)
    // Continued from its first event again, as from a backup.
    let backup = Ledger(ours.ledger.events.prefix(1))
    var again = WrittenLedger("b", from: backup)
    try again.rate("-1", on: "planning", by: "TV")
    let merged = ours.ledger.union(again.ledger)
    #expect(merged.events.count == 3)
    #expect(merged.forks.map { $0.map(\.name) } == [["b-2", "b-2"]])
    #expect(merged.heads.count == 2)
  }
}

/// Numbers by a seed (SplitMix64).
private struct Chance {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next(_ below: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(below))
  }
}

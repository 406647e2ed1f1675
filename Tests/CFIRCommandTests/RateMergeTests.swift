import Foundation
import Testing

/// Copies of a study that were rated apart, participants who withdraw, and a ledger that was tampered with.
struct RateMergeTests {
  private static let sample = "Maple Street Commons"

  private func run(_ scratch: Scratch, _ arguments: [String], input: String = "") throws -> String {
    let outcome = try Command.run(arguments, in: scratch.folder, input: input)
    #expect(outcome.status == 0, "\(arguments) \(outcome.messages)")
    return outcome.output
  }

  /// The sample study, copied.
  private func studies(_ names: String...) throws -> Scratch {
    let scratch = try Scratch()
    for name in names {
      try FileManager.default.copyItem(
        at: Command.root.appendingPathComponent("SampleData/peer-support"),
        to: scratch.folder.appendingPathComponent(name))
    }
    return scratch
  }

  private func copy(_ scratch: Scratch, _ name: String, to other: String) throws {
    try FileManager.default.copyItem(
      at: scratch.folder.appendingPathComponent(name), to: scratch.folder.appendingPathComponent(other))
  }

  @Test func `two copies of the sample study rated apart merge to the same state in both orders`() throws {
    let scratch = try studies("ours", "theirs")
    for (study, rater) in [("ours", "AA"), ("theirs", "BB"), ("theirs", "CC")] {
      _ = try run(
        scratch, ["rate", study, "--as", rater, "--organization", Self.sample],
        input: "+1\nSeen [1].\n-1\nNot seen.\n0 mixed\nBoth.\nq\n")
    }
    // One rater rates the same cell on both machines, differently.
    for (study, token) in [("ours", "+2"), ("theirs", "-2")] {
      _ = try run(
        scratch, ["rate", study, "--as", "DD", "--organization", Self.sample, "--construct", "planning"],
        input: "\(token)\nOn the road.\n")
    }
    _ = try run(
      scratch,
      [
        "rate", "consensus", "ours", "--as", "AA", "--organization", "Open Door Outreach", "--construct",
        "Peers: Opportunity", "--rating", "-1",
        "--because", "Read again.",
      ])
    try copy(scratch, "ours", to: "first")
    try copy(scratch, "theirs", to: "second")
    let merged = try run(scratch, ["rate", "merge", "first", "theirs"])
    #expect(merged == "first/study.sqlite: 7 events taken from theirs, 12 in all\n")
    _ = try run(scratch, ["rate", "merge", "second", "ours/study.sqlite"])
    for arguments in [["rate", "log"], ["matrix"], ["rate", "consensus"], ["memo"]] {
      let states = try ["first", "second"].map { name in
        try run(scratch, arguments + [name, "--format", "json"]).replacing("\(name)/", with: "")
      }
      #expect(states[0] == states[1], "\(arguments)")
    }
    let check = try Command.run(["check", "first"], in: scratch.folder)
    #expect(check.status == 0)
    #expect(check.output.contains("the ratings of '\(Self.sample)' on 'planning' by DD were revised apart"))
    #expect(!(try run(scratch, ["matrix", "first", "--format", "json"]).contains("\"DD\"")))
    // DD settles it in one copy; the other learns of it.
    let settled = try run(
      scratch, ["rate", "first", "--as", "DD", "--organization", Self.sample], input: "-2\nAt my desk.\nq\n")
    #expect(settled.contains("You revised this in two copies apart"))
    // The folder is a file copy: it goes on under a chain of its own.
    let log = try run(scratch, ["rate", "log", "first", "--format", "csv"]).split(separator: "\n").dropFirst()
    #expect(Set(log.compactMap { $0.split(separator: "-").first }).count == 3)
    #expect(try run(scratch, ["rate", "merge", "second", "first"]).contains("1 event taken"))
    #expect(try run(scratch, ["matrix", "second", "--format", "json"]).contains("\"DD\""))
    #expect(try run(scratch, ["rate", "merge", "second", "first"]).contains("0 events taken"))
  }

  @Test func `a participant who withdraws takes the free text along`() throws {
    let scratch = try studies("s")
    _ = try run(
      scratch, ["rate", "s", "--as", "AA", "--organization", Self.sample],
      input: "+1\nThe confided words [1].\n-1\nOther words [2].\n0\nMSC-1 was named here.\nq\n")
    _ = try run(
      scratch,
      ["rate", "note", "s", "A noted secret.", "--as", "AA", "--cites", "MSC-1 Executive director#a93f7c3e"])
    let outcome = try Command.run(
      ["rate", "redact", "s", "--participant", "MSC-1", "--as", "AA", "--because", "MSC-1 withdrew."],
      in: scratch.folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("redacted 2 events: "))
    #expect(outcome.messages.contains("1 text names 'MSC-1' without citing"))
    let log = try run(scratch, ["rate", "log", "s", "--format", "csv"])
    #expect(!log.contains("confided") && !log.contains("noted secret"))
    #expect(log.contains("Other words") && log.contains("MSC-1 withdrew."))
    #expect(try Command.run(["check", "s"], in: scratch.folder).status == 0)
    let bytes = try Data(contentsOf: scratch.folder.appendingPathComponent("s/study.sqlite"))
    #expect(bytes.range(of: Data("confided".utf8)) == nil)
    let named = try Command.run(
      [
        "rate", "redact", "s", "--event", String(log.split(separator: "\n")[3].prefix { $0 != "," }), "--as",
        "AA",
      ],
      in: scratch.folder)
    #expect(named.status == 0, "\(named.messages)")
    #expect(!(try run(scratch, ["rate", "log", "s", "--format", "csv"]).contains("was named here")))
    let unknown = try Command.run(
      ["rate", "redact", "s", "--participant", "MSC-9", "--as", "AA"], in: scratch.folder)
    #expect(unknown.status == 1)
    #expect(unknown.messages.contains("--participant: error: there is no participant 'MSC-9'; did you mean"))
  }

  @Test func `a report prints the heads of the ledger`() throws {
    let scratch = try studies("s")
    _ = try run(scratch, ["rate", "note", "s", "Met on Monday.", "--as", "AA"])
    let log = try run(scratch, ["rate", "log", "s", "--format", "csv"])
    let hash = try #require(log.split(separator: "\n").last?.split(separator: ",").last)
    _ = try run(scratch, ["report", "s", "-o", "out"])
    for file in ["out/index.html", "out/report.json"] {
      let text = try String(contentsOf: scratch.folder.appendingPathComponent(file), encoding: .utf8)
      #expect(text.contains(hash), "\(file)")
    }
  }

  @Test func `a changed byte is found and located`() throws {
    let scratch = try studies("s")
    _ = try run(
      scratch, ["rate", "s", "--as", "AA", "--organization", Self.sample],
      input: "+1\nThe first words.\n-1\nThe second words.\nq\n")
    let file = scratch.folder.appendingPathComponent("s/study.sqlite")
    var bytes = try Data(contentsOf: file)
    let place = try #require(bytes.range(of: Data("The second words.".utf8)))
    bytes[place.lowerBound + 4] ^= 1
    try bytes.write(to: file)
    let check = try Command.run(["check", "s"], in: scratch.folder)
    #expect(check.status == 1)
    #expect(
      check.output.contains(
        /s\/study\.sqlite:[0-9a-f]{8}-2: error: the rationale of this event was changed after it was written/)
    )
    #expect(try Command.run(["rate", "log", "s"], in: scratch.folder).status == 1)
    #expect(try Command.run(["rate", "s", "--as", "AA"], in: scratch.folder, input: "+1\nx\n").status == 1)
  }
}

import Foundation
import Testing

/// What `cfir compare` says beyond the verdicts.
struct CompareTests {
  private static let rounds = [
    "r.csv":
      "organization,construct,rater,round,rating\nA,culture,consensus,1,-1\nA,culture,consensus,2,+1\n"
      + "B,culture,consensus,1,0\nB,culture,consensus,2,+1\nC,culture,consensus,1,+1\nC,culture,consensus,2,+1\n"
      + "A,planning,consensus,2,+1\n"
  ]

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `tells what changed between two rounds, without groups`() throws {
    let scratch = try Scratch(Self.rounds)
    let outcome = try Command.run(
      ["compare", "r.csv", "--rounds", "1,2", "--format", "json"], in: scratch.folder)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let value = try json(outcome.output)
    #expect(value["schema"] as? String == "cfir.compare/1")
    #expect(value["groups"] is NSNull && (value["constructs"] as? [Any])?.isEmpty == true)
    let change = try #require(value["change"] as? [String: Any])
    let constructs = try #require(change["constructs"] as? [[String: Any]])
    #expect(constructs.map { $0["id"] as? String } == ["culture", "planning"])
    let culture = constructs[0]
    #expect(
      ["organizations", "rose", "fell", "stayed", "meanChange"].map { culture[$0] as? Double }
        == [3, 2, 0, 1, 1])
    // ±2 ±1: two of four turns are as far from nothing.
    #expect((culture["signFlip"] as? [String: Any])?["share"] as? Double == 0.5)
    #expect(culture["signTest"] as? Double == 0.5)
    #expect(constructs[1]["unpaired"] as? [String] == ["A"])
    let table = try Command.run(["compare", "r.csv", "--rounds", "1,2"], in: scratch.folder).output
    #expect(table.contains("Change from round 1 to round 2"))
    #expect(table.contains("with 2 sites that changed no stronger"))
  }

  @Test(arguments: [
    (["--rounds", "1"], "give two different rounds"), (["--rounds", "1,1"], "give two different rounds"),
    (["--rounds", "1,2", "--round", "2"], "not both"),
    (["--rounds", "1,2", "--derive"], "what is derived has no round"),
  ])
  func `refuses rounds that make no pair`(arguments: [String], message: String) throws {
    let scratch = try Scratch(Self.rounds)
    let outcome = try Command.run(["compare", "r.csv"] + arguments, in: scratch.folder)
    #expect(outcome.status == 64)
    #expect(outcome.messages.contains(message))
  }

  @Test func `names the rounds that there are`() throws {
    let scratch = try Scratch(Self.rounds)
    let outcome = try Command.run(["compare", "r.csv", "--rounds", "1,3"], in: scratch.folder)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("there is no rating in round '3'; the rounds are '1', '2'"))
  }

  @Test func `says of five schools what they cannot tell`() throws {
    let outcome = try Command.run(["compare", "SampleData/published/hudson-2020", "--format", "json"])
    let value = try json(outcome.output)
    let sentence = (value["reference"] as? [String: Any])?["sentence"] as? String
    #expect(
      sentence
        == "5 of 28 constructs are strong and 1 weak by separation. Splitting the same 5 sites 3 against 2 in all 10 ways makes 0.60 constructs strong on average, and at least 5 in 1 of 10 ways; 1.80 constructs strong or weak on average, and at least 6 in 1 of 10 ways. With 5 sites no table of high against low can come below 1 of 10: such a comparison cannot rule out chance, neither for the table nor for any one construct, however the ratings stand."
    )
  }

  @Test func `keeps the keys that programs know`() throws {
    let value = try json(
      try Command.run(["compare", "SampleData/peer-support", "--format", "json"]).output)
    #expect(
      Set(value.keys).isSuperset(of: [
        "rule", "mixed", "groups", "constructs", "counts", "cuts", "reference", "change",
      ]))
    #expect(value["change"] is NSNull)
    let construct = try #require((value["constructs"] as? [[String: Any]])?.first)
    let stability = try #require(construct["stability"] as? [String: Any])
    #expect(
      Set(stability.keys) == [
        "leaveOneOut", "mixedUnscored", "alternativeCut", "leaveTwoOut", "mixed", "cuts",
      ])
    #expect((stability["cuts"] as? [String])?.count == (value["cuts"] as? [Any])?.count)
    #expect(
      Set((construct["association"] as? [String: Any] ?? [:]).keys) == [
        "kendallTauB", "spearman", "organizations", "p", "q", "distribution",
      ])
  }
}

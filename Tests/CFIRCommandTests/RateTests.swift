import Foundation
import Testing

/// `cfir rate` as a rater uses it.
struct RateTests {
  @Test func `a session rates with words and reason, is left, and goes on`() throws {
    let scratch = try Scratch(RatedStudy.files)
    let first = try RatedStudy.rate(
      scratch, "s", "--as", "AK", "--organization", "N", input: "+1\nOne says so [1], one does not [2].\nq\n")
    #expect(first.status == 0, "\(first.messages)")
    #expect(first.output.contains("North: Culture (1 of 3)"))
    #expect(first.output.contains("Learning is rewarded.") && first.output.contains("[e1]"))
    #expect(first.messages.contains("AK: 1 saved, 2 left"))
    let event = try #require(try RatedStudy.log(scratch).first)
    #expect(event["rationale"] as? String == "One says so, one does not.")
    #expect(event["excerpts"] as? [String] == ["e1", "e2"])
    #expect(event["who"] as? String == "AK" && event["kind"] as? String == "given")
    let second = try RatedStudy.rate(
      scratch, "s", "--as", "AK", "--organization", "North", input: "-1\nNo plan.\n")
    #expect(second.output.contains("North: Planning (1 of 2)"))
    #expect(!second.output.contains("Culture"))
    #expect(
      try RatedStudy.matrix(scratch) == [
        "culture,inner-setting,+1,", "funding,inner-setting,,", "planning,implementation-process,-1,",
      ])
  }

  @Test func `what cannot be read is asked again`() throws {
    let scratch = try Scratch(RatedStudy.files)
    let outcome = try RatedStudy.rate(
      scratch, "s", "--as", "AK", "--organization", "N", "--construct", "culture",
      input: "+3\nE\n+2\n\nSo [7].\nSo [1].\n")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("'+3' is not a rating; write −2 … +2"))
    #expect(outcome.output.contains("'E' describes where an intervention came from"))
    #expect(outcome.output.contains("a rationale is needed"))
    #expect(outcome.output.contains("there is no excerpt [7] here; cite 1 … 2"))
    #expect(try RatedStudy.log(scratch).map { $0["after"] as? String } == ["+2"])
  }

  @Test func `a rating is revised and withdrawn, and both stay in the log`() throws {
    let scratch = try Scratch(RatedStudy.files)
    let cell = ["s", "--as", "AK", "--organization", "N", "--construct", "culture"]
    for input in ["+1\nFirst.\n", "0 mixed\nBoth.\n", "w\nToo little.\n"] {
      #expect(try Command.run(["rate"] + cell, in: scratch.folder, input: input).status == 0)
    }
    let events = try RatedStudy.log(scratch)
    #expect(events.map { $0["kind"] as? String } == ["given", "revised", "withdrawn"])
    #expect(events.map { $0["before"] as? [String] } == [[], ["+1"], ["0 (mixed)"]])
    #expect(events.map { $0["after"] as? String } == ["+1", "0 (mixed)", nil])
    #expect(events.map { $0["rationale"] as? String } == ["First.", "Both.", "Too little."])
    #expect(try RatedStudy.matrix(scratch)[0] == "culture,inner-setting,,")
  }

  @Test func `going back shows what stands now`() throws {
    let scratch = try Scratch(RatedStudy.files)
    let outcome = try RatedStudy.rate(
      scratch, "s", "--as", "AK", "--organization", "N",
      input: "+1\nFirst.\nb\n0\nSecond.\nb\nw\nNeither.\nb\nq\n")
    let pages = outcome.output.components(separatedBy: "North: Culture (1 of 3)").dropFirst()
    #expect(pages.map { $0.contains("Your rating: +1 – First.") } == [false, true, false, false])
    #expect(pages.map { $0.contains("Your rating: 0 – Second.") } == [false, false, true, false])
    #expect(outcome.messages.contains("AK: 3 saved, 2 left"))
  }

  @Test func `no rationale is asked for where none is wanted`() throws {
    let scratch = try Scratch(RatedStudy.files)
    let outcome = try RatedStudy.rate(
      scratch, "s", "--as", "AK", "--organization", "N", "--no-rationale", input: "+1\nmissing\nnot asked\n")
    #expect(outcome.messages.contains("AK: 3 saved, 0 left"))
    #expect(
      try RatedStudy.matrix(scratch).map {
        String($0.split(separator: ",", omittingEmptySubsequences: false)[2])
      } == [
        "+1", "not asked", "missing",
      ])
  }

  @Test func `a rater never sees what others rated`() throws {
    var files = RatedStudy.files
    files["s/ratings/r.csv"] =
      "organization,construct,rater,rating,rationale\nN,culture,TV,-2,Secret words.\nN,culture,consensus,-1,Team words.\n"
    let scratch = try Scratch(files)
    _ = try RatedStudy.rate(scratch, "s", "--as", "XY", "--organization", "N", input: "0\nOther secret.\nq\n")
    let outcome = try RatedStudy.rate(
      scratch, "s", "--as", "AK", "--organization", "N", input: "?\n+1\nMine.\nb\nq\n")
    let seen = outcome.output + outcome.messages
    for word in ["Secret", "Team", "secret", "TV", "XY"] { #expect(!seen.contains(word), "\(word)") }
    #expect(seen.contains("Your rating: +1 – Mine."))
  }

  @Test func `a rating that a table holds is changed there`() throws {
    var files = RatedStudy.files
    files["s/ratings/r.csv"] = "organization,construct,rater,rating\nN,culture,AK,-2\n"
    let scratch = try Scratch(files)
    let outcome = try RatedStudy.rate(
      scratch, "s", "--as", "AK", "--organization", "N", "--construct", "culture", input: "+1\nx\n")
    #expect(outcome.output.contains("your rating stands at s/ratings/r.csv:2:14"))
    #expect(try RatedStudy.log(scratch).isEmpty)
    let decided = try RatedStudy.rate(scratch, "import", "s", "again.csv", "--as", "AK")
    #expect(decided.status == 1)
  }

  @Test(arguments: [
    ["rate", "s"], ["rate", "s", "--as", " "], ["rate", "s", "--as", "consensus"],
    ["rate", "note", "s", " ", "--as", "A"],
    ["rate", "redact", "s", "--as", "A"],
    [
      "rate", "consensus", "s", "--organization", "N", "--construct", "culture", "--rating", "-1", "--as",
      "A",
    ],
    [
      "rate", "consensus", "s", "--organization", "N", "--construct", "culture", "--rating", "-1",
      "--because", "x",
    ],
  ])
  func `wrong usage ends with 64`(arguments: [String]) throws {
    let scratch = try Scratch(RatedStudy.files)
    #expect(try Command.run(arguments, in: scratch.folder).status == 64)
    #expect(scratch.names == ["s"])
  }

  @Test func `a name that differs in its writing alone is refused`() throws {
    let scratch = try Scratch(RatedStudy.files)
    _ = try RatedStudy.rate(scratch, "s", "--as", "AK", "--organization", "N", input: "+1\nMine.\nq\n")
    let outcome = try RatedStudy.rate(scratch, "s", "--as", "ak", input: "+1\nMine.\nq\n")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("--as: error: 'ak' has not rated here, and 'AK' has"))
  }

  @Test func `a single table has no ledger`() throws {
    let scratch = try Scratch(["r.csv": "construct,North\nCulture,1\n"])
    let outcome = try RatedStudy.rate(scratch, "r.csv", "--as", "AK", input: "+1\nx\n")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("a single table has no ledger"))
    #expect(scratch.names == ["r.csv"])
  }
}

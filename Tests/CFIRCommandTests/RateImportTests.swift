import Foundation
import Testing

/// Tables of ratings, taken over or read beside the ledger.
struct RateImportTests {
  @Test func `an import takes all or nothing`() throws {
    let scratch = try Scratch(RatedStudy.files)
    try scratch.write(
      "t.csv",
      "organization,construct,rating,rationale,excerpts,date\nN,culture,+1,Good.,e1;e2,July\nS,Planning,+9,,,\n"
    )
    let refused = try RatedStudy.rate(scratch, "import", "s", "t.csv", "--as", "AK")
    #expect(refused.status == 1)
    #expect(refused.messages.contains("t.csv:3:12: error: '+9' is not a rating"))
    #expect(try RatedStudy.log(scratch).isEmpty)
    try scratch.write(
      "t.csv",
      "organization,construct,rating,rationale,excerpts,date\nN,culture,+1,Good.,e1;e2,July\nS,Planning,-1,,,\n"
    )
    let taken = try RatedStudy.rate(scratch, "import", "s", "t.csv", "--as", "AK")
    #expect(taken.output == "t.csv: 2 ratings taken over, 0 revised, 0 known already\n")
    let events = try RatedStudy.log(scratch)
    #expect(events.map { $0["kind"] as? String } == ["import", "given", "given"])
    #expect(events[1]["excerpts"] as? [String] == ["e1", "e2"] && events[1]["date"] as? String == "July")
    #expect(events[1]["about"] as? String == events[0]["hash"] as? String)
    let again = try RatedStudy.rate(scratch, "import", "s", "t.csv", "--as", "AK")
    #expect(again.output == "t.csv: 0 ratings taken over, 0 revised, 2 known already\n")
    try scratch.write("t.csv", "organization,construct,rater,rating\nN,culture,AK,+2\n")
    #expect(
      try RatedStudy.rate(scratch, "import", "s", "t.csv", "--as", "TV").output.contains(
        "0 ratings taken over, 1 revised"))
    #expect(try RatedStudy.matrix(scratch)[0] == "culture,inner-setting,+2,")
  }

  @Test func `a wide table is its importer's unless somebody else is named`() throws {
    let scratch = try Scratch(RatedStudy.files)
    try scratch.write("w.csv", "construct,N,S\nculture,+1,-1\n")
    #expect(try RatedStudy.rate(scratch, "import", "s", "w.csv", "--as", "AK").status == 0)
    #expect(
      try RatedStudy.rate(scratch, "import", "s", "w.csv", "--as", "AK", "--rater", "consensus").status == 0)
    #expect(
      try RatedStudy.log(scratch).map { $0["rater"] as? String } == [
        nil, "AK", "AK", nil, "consensus", "consensus",
      ])
  }

  @Test func `equal ratings of table and ledger are one, different ones an error that names both`() throws {
    let scratch = try Scratch(RatedStudy.files)
    _ = try RatedStudy.rate(scratch, "s", "--as", "AK", "--organization", "N", input: "+1\nMine.\nq\n")
    let name = try #require(try RatedStudy.log(scratch).first?["event"] as? String)
    try scratch.write("s/ratings/r.csv", "organization,construct,rater,rating\nN,culture,AK,+1\n")
    #expect(try RatedStudy.matrix(scratch)[0] == "culture,inner-setting,+1,")
    let memo = try Command.run(["memo", "s"], in: scratch.folder).output
    #expect(memo.contains("Mine."))
    try scratch.write("s/ratings/r.csv", "organization,construct,rater,rating\nN,culture,AK,+2\n")
    let check = try Command.run(["check", "s"], in: scratch.folder)
    #expect(check.status == 1)
    #expect(
      check.output.contains(
        "s/study.sqlite:\(name): error: AK rates 'N' on 'culture' differently here and at s/ratings/r.csv:2:14; let the table say the same, or take the row out of it"
      ))
  }

  @Test func `ratings of table and ledger settle to one basis`() throws {
    let scratch = try Scratch(RatedStudy.files)
    try scratch.write(
      "s/ratings/r.csv", "organization,construct,rater,rating\nN,culture,TV,+1\nN,planning,TV,0\n")
    _ = try RatedStudy.rate(
      scratch, "s", "--as", "AK", "--organization", "N", "--no-rationale", input: "+1\n-1\nq\n")
    let outcome = try Command.run(["matrix", "s", "--format", "json"], in: scratch.folder)
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let cells = try #require(value?["cells"] as? [[String: Any]])
    #expect(cells.map { $0["basis"] as? String } == ["agreed", "unresolved"])
    #expect(cells.map { $0["raters"] as? [String] } == [["AK", "TV"], ["AK", "TV"]])
  }
}

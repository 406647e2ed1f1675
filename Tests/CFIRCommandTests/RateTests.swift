import Foundation
import Testing

/// `cfir rate` as raters and teams use it.
struct RateTests {
  /// Two organizations, three constructs, and words on two of them.
  private static let files = [
    "s/study.yaml": "title: T\nframework: cfir-2022\nconstructs: [culture, planning, funding]\n",
    "s/organizations.csv": "organization,name\nN,North\nS,South\n",
    "s/participants.csv": "participant,organization,source\nP1,N,I1\nP2,N,I2\n",
    "s/excerpts/e.csv": """
    id,organization,source,code,text
    e1,N,I1,Culture,Learning is rewarded.
    e2,N,I2,Culture,Nobody asks why.
    e3,N,I1,Planning,There was a plan.

    """,
  ]

  private func rate(_ scratch: Scratch, _ arguments: String..., input: String = "") throws -> Command.Outcome
  {
    try Command.run(["rate"] + arguments, in: scratch.folder, input: input)
  }

  private func matrix(_ scratch: Scratch, _ arguments: String...) throws -> [Substring] {
    let outcome = try Command.run(["matrix", "s", "--format", "csv"] + arguments, in: scratch.folder)
    #expect(outcome.status == 0, "\(outcome.messages)")
    return Array(outcome.output.split(separator: "\n").dropFirst())
  }

  private func log(_ scratch: Scratch, _ study: String = "s") throws -> [[String: Any]] {
    let outcome = try Command.run(["rate", "log", study, "--format", "json"], in: scratch.folder)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(value?["schema"] as? String == "cfir.log/1")
    return try #require(value?["events"] as? [[String: Any]])
  }

  // MARK: Giving

  @Test func `a session rates with words and reason, is left, and goes on`() throws {
    let scratch = try Scratch(Self.files)
    let first = try rate(
      scratch, "s", "--as", "AK", "--organization", "N", input: "+1\nOne says so [1], one does not [2].\nq\n")
    #expect(first.status == 0, "\(first.messages)")
    #expect(first.output.contains("North: Culture (1 of 3)"))
    #expect(first.output.contains("Learning is rewarded.") && first.output.contains("[e1]"))
    #expect(first.messages.contains("AK: 1 saved, 2 left"))
    let event = try #require(try log(scratch).first)
    #expect(event["rationale"] as? String == "One says so, one does not.")
    #expect(event["excerpts"] as? [String] == ["e1", "e2"])
    #expect(event["who"] as? String == "AK" && event["kind"] as? String == "given")
    let second = try rate(scratch, "s", "--as", "AK", "--organization", "North", input: "-1\nNo plan.\n")
    #expect(second.output.contains("North: Planning (1 of 2)"))
    #expect(!second.output.contains("Culture"))
    #expect(
      try matrix(scratch) == [
        "culture,inner-setting,+1,", "funding,inner-setting,,", "planning,implementation-process,-1,",
      ])
  }

  @Test func `what cannot be read is asked again`() throws {
    let scratch = try Scratch(Self.files)
    let outcome = try rate(
      scratch, "s", "--as", "AK", "--organization", "N", "--construct", "culture",
      input: "+3\nE\n+2\n\nSo [7].\nSo [1].\n")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("'+3' is not a rating; write −2 … +2"))
    #expect(outcome.output.contains("'E' describes where an intervention came from"))
    #expect(outcome.output.contains("a rationale is needed"))
    #expect(outcome.output.contains("there is no excerpt [7] here; cite 1 … 2"))
    #expect(try log(scratch).map { $0["after"] as? String } == ["+2"])
  }

  @Test func `a rating is revised and withdrawn, and both stay in the log`() throws {
    let scratch = try Scratch(Self.files)
    let cell = ["s", "--as", "AK", "--organization", "N", "--construct", "culture"]
    for input in ["+1\nFirst.\n", "0 mixed\nBoth.\n", "w\nToo little.\n"] {
      #expect(try Command.run(["rate"] + cell, in: scratch.folder, input: input).status == 0)
    }
    let events = try log(scratch)
    #expect(events.map { $0["kind"] as? String } == ["given", "revised", "withdrawn"])
    #expect(events.map { $0["before"] as? [String] } == [[], ["+1"], ["0 (mixed)"]])
    #expect(events.map { $0["after"] as? String } == ["+1", "0 (mixed)", nil])
    #expect(events.map { $0["rationale"] as? String } == ["First.", "Both.", "Too little."])
    #expect(try matrix(scratch)[0] == "culture,inner-setting,,")
  }

  @Test func `no rationale is asked for where none is wanted`() throws {
    let scratch = try Scratch(Self.files)
    let outcome = try rate(
      scratch, "s", "--as", "AK", "--organization", "N", "--no-rationale", input: "+1\nmissing\nnot asked\n")
    #expect(outcome.messages.contains("AK: 3 saved, 0 left"))
    #expect(
      try matrix(scratch).map { String($0.split(separator: ",", omittingEmptySubsequences: false)[2]) } == [
        "+1", "not asked", "missing",
      ])
  }

  @Test func `a rater never sees what others rated`() throws {
    var files = Self.files
    files["s/ratings/r.csv"] =
      "organization,construct,rater,rating,rationale\nN,culture,TV,-2,Secret words.\nN,culture,consensus,-1,Team words.\n"
    let scratch = try Scratch(files)
    _ = try rate(scratch, "s", "--as", "XY", "--organization", "N", input: "0\nOther secret.\nq\n")
    let outcome = try rate(scratch, "s", "--as", "AK", "--organization", "N", input: "?\n+1\nMine.\nb\nq\n")
    let seen = outcome.output + outcome.messages
    for word in ["Secret", "Team", "secret", "TV", "XY"] { #expect(!seen.contains(word), "\(word)") }
    #expect(seen.contains("Your rating: +1 – Mine."))
  }

  @Test func `a rating that a table holds is changed there`() throws {
    var files = Self.files
    files["s/ratings/r.csv"] = "organization,construct,rater,rating\nN,culture,AK,-2\n"
    let scratch = try Scratch(files)
    let outcome = try rate(
      scratch, "s", "--as", "AK", "--organization", "N", "--construct", "culture", input: "+1\nx\n")
    #expect(outcome.output.contains("your rating stands at s/ratings/r.csv:2:14"))
    #expect(try log(scratch).isEmpty)
    let decided = try rate(scratch, "import", "s", "again.csv", "--as", "AK")
    #expect(decided.status == 1)
  }

  @Test(arguments: [
    ["rate", "s"], ["rate", "s", "--as", " "], ["rate", "s", "--as", "consensus"],
    ["rate", "note", "s", " ", "--as", "A"],
    ["rate", "redact", "s", "--as", "A"],
    ["rate", "consensus", "s", "--set", "N", "culture", "-1", "--as", "A"],
    ["rate", "consensus", "s", "--set", "N", "culture", "-1", "--because", "x"],
  ])
  func `wrong usage ends with 64`(arguments: [String]) throws {
    let scratch = try Scratch(Self.files)
    #expect(try Command.run(arguments, in: scratch.folder).status == 64)
    #expect(scratch.names == ["s"])
  }

  @Test func `a single table has no ledger`() throws {
    let scratch = try Scratch(["r.csv": "construct,North\nCulture,1\n"])
    let outcome = try rate(scratch, "r.csv", "--as", "AK", input: "+1\nx\n")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("a single table has no ledger"))
    #expect(scratch.names == ["r.csv"])
  }

  // MARK: Importing

  @Test func `an import takes all or nothing`() throws {
    let scratch = try Scratch(Self.files)
    try scratch.write(
      "t.csv",
      "organization,construct,rating,rationale,excerpts,date\nN,culture,+1,Good.,e1;e2,July\nS,Planning,+9,,,\n"
    )
    let refused = try rate(scratch, "import", "s", "t.csv", "--as", "AK")
    #expect(refused.status == 1)
    #expect(refused.messages.contains("t.csv:3:12: error: '+9' is not a rating"))
    #expect(try log(scratch).isEmpty)
    try scratch.write(
      "t.csv",
      "organization,construct,rating,rationale,excerpts,date\nN,culture,+1,Good.,e1;e2,July\nS,Planning,-1,,,\n"
    )
    let taken = try rate(scratch, "import", "s", "t.csv", "--as", "AK")
    #expect(taken.output == "t.csv: 2 ratings taken over, 0 revised, 0 known already\n")
    let events = try log(scratch)
    #expect(events.map { $0["kind"] as? String } == ["import", "given", "given"])
    #expect(events[1]["excerpts"] as? [String] == ["e1", "e2"] && events[1]["date"] as? String == "July")
    #expect(events[1]["about"] as? String == events[0]["hash"] as? String)
    let again = try rate(scratch, "import", "s", "t.csv", "--as", "AK")
    #expect(again.output == "t.csv: 0 ratings taken over, 0 revised, 2 known already\n")
    try scratch.write("t.csv", "organization,construct,rater,rating\nN,culture,AK,+2\n")
    #expect(
      try rate(scratch, "import", "s", "t.csv", "--as", "TV").output.contains(
        "0 ratings taken over, 1 revised"))
    #expect(try matrix(scratch)[0] == "culture,inner-setting,+2,")
  }

  @Test func `a wide table is its importer's unless somebody else is named`() throws {
    let scratch = try Scratch(Self.files)
    try scratch.write("w.csv", "construct,N,S\nculture,+1,-1\n")
    #expect(try rate(scratch, "import", "s", "w.csv", "--as", "AK").status == 0)
    #expect(try rate(scratch, "import", "s", "w.csv", "--as", "AK", "--rater", "consensus").status == 0)
    #expect(
      try log(scratch).map { $0["rater"] as? String } == [nil, "AK", "AK", nil, "consensus", "consensus"])
  }

  // MARK: Tables and ledger together

  @Test func `equal ratings of table and ledger are one, different ones an error that names both`() throws {
    let scratch = try Scratch(Self.files)
    _ = try rate(scratch, "s", "--as", "AK", "--organization", "N", input: "+1\nMine.\nq\n")
    let name = try #require(try log(scratch).first?["event"] as? String)
    try scratch.write("s/ratings/r.csv", "organization,construct,rater,rating\nN,culture,AK,+1\n")
    #expect(try matrix(scratch)[0] == "culture,inner-setting,+1,")
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
    let scratch = try Scratch(Self.files)
    try scratch.write(
      "s/ratings/r.csv", "organization,construct,rater,rating\nN,culture,TV,+1\nN,planning,TV,0\n")
    _ = try rate(scratch, "s", "--as", "AK", "--organization", "N", "--no-rationale", input: "+1\n-1\nq\n")
    let outcome = try Command.run(["matrix", "s", "--format", "json"], in: scratch.folder)
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let cells = try #require(value?["cells"] as? [[String: Any]])
    #expect(cells.map { $0["basis"] as? String } == ["agreed", "unresolved"])
    #expect(cells.map { $0["raters"] as? [String] } == [["AK", "TV"], ["AK", "TV"]])
  }

  // MARK: Consensus

  private func disagreeing() throws -> Scratch {
    let scratch = try Scratch(Self.files)
    try scratch.write(
      "s/ratings/r.csv",
      """
      organization,construct,rater,rating,rationale
      N,culture,AK,+1,Because.
      N,culture,TV,+2,More.
      N,planning,AK,+1,
      N,planning,TV,-1,
      N,funding,AK,0,
      N,funding,TV,+2,
      S,culture,AK,missing,
      S,culture,TV,+1,
      S,planning,AK,0,
      S,planning,TV,0 (mixed),
      S,funding,AK,+1,
      S,funding,TV,+1,

      """)
    return scratch
  }

  @Test func `the queue has the widest and sign-crossing disagreements first`() throws {
    let outcome = try rate(disagreeing(), "consensus", "s", "--format", "csv")
    #expect(
      outcome.output == """
        place,organization,construct,ratings,spread,crosses zero,reason
        1,N,planning,AK +1; TV -1,2,yes,"2 steps apart, across zero"
        2,N,funding,AK 0; TV +2,2,no,2 steps apart
        3,N,culture,AK +1; TV +2,1,no,1 step apart
        4,S,culture,AK missing; TV +1,,no,a score against none
        5,S,planning,AK 0; TV 0 (mixed),0,no,"the same number, mixed or not"

        """)
  }

  @Test func `a team settles in turn or by name, and the raters' own ratings stay`() throws {
    let scratch = try disagreeing()
    let walk = try rate(
      scratch, "consensus", "s", "--as", "AK", input: "-1\nRead again.\ns\n+1\nOne story [1].\nq\n")
    #expect(walk.status == 0, "\(walk.messages)")
    #expect(walk.output.contains("North: Planning (1 of 5: 2 steps apart, across zero)"))
    #expect(walk.output.contains("AK: +1. Because.") && walk.output.contains("TV: +2. More."))
    let named = try rate(
      scratch, "consensus", "s", "--set", "North", "Funding", "-1", "--because", "-1 it is.", "--as", "TV")
    #expect(named.status == 0, "\(named.messages)")
    let events = try log(scratch)
    #expect(events.map { $0["kind"] as? String } == ["consensus", "consensus", "consensus"])
    #expect(events.map { $0["after"] as? String } == ["-1", "+1", "-1"])
    #expect(events.map { $0["who"] as? String } == ["AK", "AK", "TV"])
    #expect(events[1]["excerpts"] as? [String] == ["e1"])
    let considered = try #require(events[2]["considered"] as? [[String: String]])
    #expect(considered == [["rater": "AK", "rating": "0"], ["rater": "TV", "rating": "+2"]])
    let outcome = try Command.run(["matrix", "s", "--format", "json"], in: scratch.folder)
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let cell = try #require(
      (value?["cells"] as? [[String: Any]])?.first { $0["construct"] as? String == "funding" })
    #expect(cell["basis"] as? String == "consensus" && cell["rating"] as? String == "-1")
    #expect((cell["ratings"] as? [[String: String]])?.compactMap { $0["rating"] } == ["0", "+2"])
    #expect(try rate(scratch, "consensus", "s", "--format", "csv").output.split(separator: "\n").count == 3)
  }

  @Test(arguments: [
    (["Nroth", "culture", "+1"], "--organization: error: there is no organization 'Nroth'"),
    (["N", "cultur", "+1"], "--construct: error: "), (["N", "inner-setting", "+1"], "never rated"),
    (["N", "culture", "+3"], "--set: error: '+3' is not a rating"),
  ])
  func `a decision on what is not there is refused`(set: [String], message: String) throws {
    let scratch = try disagreeing()
    let outcome = try Command.run(
      ["rate", "consensus", "s", "--as", "AK", "--because", "x", "--set"] + set, in: scratch.folder)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
    #expect(try log(scratch).isEmpty)
  }
}

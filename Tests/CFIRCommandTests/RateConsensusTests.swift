import Foundation
import Testing

/// A team works through its disagreements.
struct RateConsensusTests {
  private func disagreeing() throws -> Scratch {
    let scratch = try Scratch(RatedStudy.files)
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
    let outcome = try RatedStudy.rate(disagreeing(), "consensus", "s", "--format", "csv")
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
    let walk = try RatedStudy.rate(
      scratch, "consensus", "s", "--as", "AK", input: "-1\nRead again.\ns\n+1\nOne story [1].\nq\n")
    #expect(walk.status == 0, "\(walk.messages)")
    #expect(walk.output.contains("North: Planning (1 of 5: 2 steps apart, across zero)"))
    #expect(walk.output.contains("AK: +1. Because.") && walk.output.contains("TV: +2. More."))
    let named = try RatedStudy.rate(
      scratch, "consensus", "s", "--organization", "North", "--construct", "Funding", "--rating", "-1",
      "--because", "-1 it is.", "--as", "TV")
    #expect(named.status == 0, "\(named.messages)")
    let events = try RatedStudy.log(scratch)
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
    #expect(
      try RatedStudy.rate(scratch, "consensus", "s", "--format", "csv").output.split(separator: "\n").count
        == 3)
  }

  @Test(arguments: [
    (["Nroth", "culture", "+1"], "--organization: error: there is no organization 'Nroth'"),
    (["N", "cultur", "+1"], "--construct: error: "), (["N", "inner-setting", "+1"], "never rated"),
    (["N", "culture", "+3"], "--rating: error: '+3' is not a rating"),
  ])
  func `a decision on what is not there is refused`(set: [String], message: String) throws {
    let scratch = try disagreeing()
    let outcome = try Command.run(
      ["rate", "consensus", "s", "--as", "AK", "--because", "x"]
        + zip(["--organization", "--construct", "--rating"], set).flatMap { [$0, $1] }, in: scratch.folder)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
    #expect(try RatedStudy.log(scratch).isEmpty)
  }
}

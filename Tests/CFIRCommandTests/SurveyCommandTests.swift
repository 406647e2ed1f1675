import Foundation
import Testing

struct SurveyCommandTests {
  /// Invented: twelve respondents in three groups, the last item reverse worded.
  private static let table = """
    id,team,q1,q2,q3
    1,A,4,5,2
    2,A,4,4,1
    3,A,5,5,2
    4,A,3,4,2
    5,B,2,3,4
    6,B,3,2,3
    7,B,2,2,5
    8,B,1,3,4
    9,C,3,5,3
    10,C,5,2,1
    11,C,1,4,4
    12,C,4,4,2

    """

  private struct Answer: Decodable {
    struct Reliability: Decodable {
      var scale: String
      var items, n: Int
      var alpha, lower, upper, omegaTotal, averageInterItem: Double?
      var itemStatistics: [Item]
    }
    struct Item: Decodable {
      var item: String
      var mean, sd, itemRest, alphaIfDropped: Double?
    }
    struct Aggregation: Decodable {
      var scale: String
      var icc1, icc2, f, p: Double?
      var df1, df2: Int?
      var groups: [Group]
    }
    struct Group: Decodable {
      var id: String
      var n: Int?
      var mean, sd, rwg, rwgj, ad: Double?
      var suppressed: Bool
    }
    struct Score: Decodable {
      var respondent: String
      var organization: String?
      var scale: String
      var score: Double?
      var answered: Int
    }
    var schema: String
    var reliability: [Reliability]
    var aggregation: [Aggregation]
    var scores: [Score]
  }

  private func run(_ arguments: [String], _ files: [String: String] = ["t.csv": table]) throws -> (
    Command.Outcome, Scratch
  ) {
    let scratch = try Scratch(files)
    return (try Command.run(["survey"] + arguments, in: scratch.folder), scratch)
  }

  private static let items = ["--responses", "t.csv", "--items", "q1,q2,q3"]

  // Source: R 4.2.2, psych 2.2.9 and multilevel 2.7 on these rows, q3 turned round:
  // `psych::alpha(x)`, `rwg.j(x, team, ranvar = 2)`, `ad.m(x, team)`, `aov(rowMeans(x) ~ team)` with `ICC1`, `ICC2`.
  @Test func `a plain table is scored as R scores it`() throws {
    let (outcome, _) = try run(
      Self.items + ["--reverse", "q3", "--range", "1-5", "--group", "team", "--format", "json"])
    #expect(outcome.status == 0)
    #expect(outcome.messages.isEmpty)
    let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    #expect(answer.schema == "cfir.survey/1")
    let reliability = try #require(answer.reliability.first)
    #expect(reliability.items == 3 && reliability.n == 12)
    #expect(isClose(reliability.alpha, 0.74123148869836))
    #expect(isClose(reliability.lower, 0.31507801130806))
    #expect(isClose(reliability.upper, 0.91906013349816))
    #expect(isClose(reliability.averageInterItem, 0.47518141364108))
    #expect(isClose(reliability.itemStatistics[1].itemRest, 0.29361161459748))
    #expect(isClose(reliability.itemStatistics[1].alphaIfDropped, 0.92201834862385))
    let aggregation = try #require(answer.aggregation.first)
    #expect(isClose(aggregation.icc1, 0.75736961451247))
    #expect(isClose(aggregation.icc2, 0.92584892584893))
    #expect(aggregation.df1 == 2 && aggregation.df2 == 9)
    #expect(aggregation.groups.map(\.id) == ["A", "B", "C"])
    #expect(isClose(aggregation.groups[0].rwgj, 0.91935483870968))
    #expect(isClose(aggregation.groups[2].ad, 1.0416666666667))
    #expect(answer.scores.count == 12)
    #expect(isClose(answer.scores[0].score, 13.0 / 3))
    #expect(answer.scores[0].respondent == "1" && answer.scores[0].organization == "A")
  }

  @Test func `without a range, items are turned round about the answers found, and a note says so`() throws {
    let (outcome, _) = try run(Self.items + ["--reverse", "q3", "--group", "team", "--format", "json"])
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("1 to 5"))
    let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    #expect(isClose(answer.reliability[0].alpha, 0.74123148869836))
    #expect(answer.aggregation[0].groups[0].rwg == nil)
  }

  @Test func `scores can go to a file, or be left out`() throws {
    let (outcome, scratch) = try run(Self.items + ["--scores", "s.csv", "--format", "json"])
    #expect(outcome.status == 0)
    let written = try String(contentsOf: scratch.folder.appendingPathComponent("s.csv"), encoding: .utf8)
    #expect(written.split(separator: "\n").count == 13)
    #expect(
      written.hasPrefix("respondent,organization,role,scale,score,answered\n1,,,scale,3.6666666666666665,3\n")
    )
    #expect(scratch.names == ["err", "out", "s.csv", "t.csv"].filter { $0.contains(".") })
    #expect(outcome.output.contains("\"scores\": []"))
    let (without, _) = try run(Self.items + ["--no-scores", "--format", "json"])
    #expect(without.output.contains("\"scores\": []"))
  }

  @Test func `a bad table writes no scores`() throws {
    let (outcome, scratch) = try run(
      Self.items + ["--range", "1-4", "--scores", "s.csv"])
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("t.csv:2:7: error: q2: 5 is outside the scale of 1 to 4"))
    #expect(scratch.names == ["t.csv"])
  }

  @Test(
    arguments: [
      (["--responses", "t.csv", "--items", "q1,q4"], 1, "did you mean 'q2'?"),
      (Self.items + ["--group", "teams"], 1, "did you mean 'team'?"),
      (Self.items + ["--reverse", "q9"], 64, "none of --items"),
      (Self.items + ["--range", "5-1"], 64, "is no range"),
      (["--responses", "t.csv"], 64, "--items"), ([], 64, "--responses"),
      (["--responses", "t.csv", "--instrument", "oricc"], 1, "did you mean 'oric'?"),
      (["--responses", "t.csv", "--instrument", "oric"], 1, "no column is an item"),
      (["--responses", "none.csv", "--items", "q1"], 1, "none.csv"),
    ] as [([String], Int32, String)])
  func `says what is wrong with the call`(arguments: [String], status: Int32, message: String) throws {
    let (outcome, _) = try run(arguments)
    #expect(outcome.status == status)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
    #expect(outcome.output.isEmpty)
  }

  private static func study(_ yaml: String = "title: T\nframework: cfir-2022\n") -> [String: String] {
    var rows = "respondent,organization,role,aim1,aim2,aim3,aim4\n"
    for (site, count) in [("N", 9), ("S", 3), ("W", 12)] {
      for number in 0..<count {
        rows += "\(site)\(number),\(site),staff,\(number % 5 + 1),3,\(5 - number % 3),4\n"
      }
    }
    return [
      "study/study.yaml": yaml, "study/organizations.csv": "organization,name\nN,North\nS,South\nW,West\n",
      "study/surveys/r.csv": rows,
    ]
  }

  @Test func `a study's survey holds small organizations back, unless it is for the team`() throws {
    let (outcome, _) = try run(["study", "--format", "json"], Self.study())
    #expect(outcome.status == 0, "\(outcome.messages)")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    #expect(answer.aggregation[0].groups.map(\.suppressed) == [true, true, false])
    #expect(answer.scores.isEmpty)
    let (team, _) = try run(["study", "--team", "--format", "json"], Self.study())
    let whole = try JSONDecoder().decode(Answer.self, from: Data(team.output.utf8))
    #expect(whole.aggregation[0].groups.map(\.suppressed) == [false, false, false])
    #expect(!whole.scores.isEmpty)
    let (own, _) = try run(
      ["study", "--format", "json"], Self.study("title: T\nframework: cfir-2022\nminimum-cell: 3\n"))
    #expect(!own.output.contains("\"suppressed\": true"))
  }

  @Test func `check reads the responses of a study`() throws {
    var files = Self.study()
    files["study/surveys/r.csv"]? += "N1,X,staff,9,3,3,4\n"
    let scratch = try Scratch(files)
    let outcome = try Command.run(["check", "study"], in: scratch.folder)
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains("study/surveys/r.csv:26:4: error: the organization 'X' is not in the study"))
    #expect(outcome.output.contains("study/surveys/r.csv:26:12: error: aim1: '9' is none of the answers"))
  }

  @Test(arguments: ["surveys: [{instrument: oric}]", "surveys: [none.csv]", "minimum-cell: few"])
  func `a study that says surveys wrongly is told where`(line: String) throws {
    let (outcome, _) = try run(["study"], Self.study("title: T\nframework: cfir-2022\n\(line)\n"))
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("study/study.yaml:3:"))
  }

  @Test func `a form is a page of its own`() throws {
    let (outcome, _) = try run(["--form", "readiness", "--format", "html"])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("<!DOCTYPE html>"))
  }

  private func isClose(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 1e-9 } ?? false
  }

  @Test func `survey and interviews are set side by side, without uncleared words`() throws {
    let outcome = try Command.run(["survey", "SampleData/peer-support", "--joint", "--format", "json"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\"schema\": \"cfir.joint/1\""))
    #expect(outcome.output.contains("\"relation\": \"differ in direction\""))
    let team = try Command.run(["survey", "SampleData/peer-support", "--joint", "--team", "--format", "csv"])
    #expect(team.output.count > outcome.output.count / 4 && team.output.contains("MSC-2"))
    #expect(try Command.run(["survey", "--responses", "x.csv", "--items", "a", "--joint"]).status == 64)
  }
}

import Foundation
import Testing

struct StrategiesCommandTests {
  private static let study = [
    "study/study.yaml": "title: T\nframework: cfir-2022\n",
    "study/organizations.csv": "organization,name\nN,North\nS,South\n",
    "study/ratings/r.csv": "construct,N,S\nInnovation Complexity,-1,+1\nCritical Incidents,-2,0\n",
  ]

  @Test func `a plan is kept across runs`() throws {
    let scratch = try Scratch(Self.study)
    let first = try Command.run(["strategies", "study", "--plan", "--top", "2"], in: scratch.folder)
    #expect(first.status == 0)
    #expect(first.messages.contains("plan.csv: 2 strategies added"))
    let path = scratch.folder.appendingPathComponent("study/plan.csv")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    try scratch.write("study/plan.csv", lines[0] + "\n" + lines[1].replacing(",1,,", with: ",1,reject,Kim"))
    let second = try Command.run(["strategies", "study", "--plan", "--top", "2"], in: scratch.folder)
    let kept = try String(contentsOf: path, encoding: .utf8)
    #expect(kept.contains(",1,reject,Kim,"))
    #expect(kept.split(separator: "\n").count == 3)
    #expect(second.output.contains("reject"))
  }

  @Test func `a barrier without a strategy is named, and the coverage is stated`() throws {
    let scratch = try Scratch(Self.study)
    let outcome = try Command.run(["strategies", "study"], in: scratch.folder)
    #expect(outcome.output.contains("none listed"))
    #expect(outcome.output.contains("covers 23 constructs of CFIR 2009"))
  }

  @Test(arguments: [(["--organization", "Nort"], "did you mean"), (["--table", "none.csv"], "none.csv")])
  func `says what is wrong with the call`(arguments: [String], message: String) throws {
    let scratch = try Scratch(Self.study)
    let outcome = try Command.run(["strategies", "study"] + arguments, in: scratch.folder)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains(message))
  }
}

import Foundation
import Testing

/// `cfir qca` as a user runs it.
struct QCATests {
  /// Why democracy survived between the wars in some countries of Europe: nine configurations and how many countries show them.
  ///
  /// Source: Rihoux & De Meur, in Rihoux & Ragin, Configurational Comparative Methods, 2009, chapter 3.
  static let democracies = """
    row,DEV,URB,LIT,IND,STB,SURV,n
    a,0,0,0,0,0,0,3
    b,0,0,0,0,1,0,2
    c,0,0,1,0,0,0,2
    d,0,0,1,0,1,0,1
    e,1,0,1,0,1,1,2
    f,1,0,1,1,0,0,1
    g,1,0,1,1,1,1,2
    h,1,1,1,1,0,0,1
    i,1,1,1,1,1,1,4
    z,1,1,1,1,1,0,0

    """
  static let question = ["qca", "t.csv", "--outcome", "SURV", "--frequency", "n"]

  static func answer(_ arguments: [String], of table: String = democracies) throws -> [String: Any] {
    let scratch = try Scratch(["t.csv": table])
    let outcome = try Command.run(arguments + ["--format", "json"], in: scratch.folder)
    #expect(outcome.status == 0, "\(outcome.messages)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  static func formulas(_ answer: [String: Any]) -> [String: [String]] {
    let solutions = answer["solutions"] as? [[String: Any]] ?? []
    return Dictionary(
      solutions.map { solution in
        let models = solution["models"] as? [[String: Any]] ?? []
        return (solution["kind"] as? String ?? "", models.compactMap { $0["formula"] as? String })
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func `gives the published formulas of a published truth table`() throws {
    let answer = try Self.answer(Self.question + ["--incl", "1", "--expect", "DEV,URB,LIT,IND,STB"])
    #expect(
      Self.formulas(answer) == [
        "conservative": ["DEV*~URB*LIT*STB + DEV*LIT*IND*STB"], "parsimonious": ["DEV*STB"],
        "intermediate": ["DEV*LIT*STB"],
      ])
    #expect(answer["schema"] as? String == "cfir.qca/1")
    let rows = try #require(answer["truthTable"] as? [[String: Any]])
    #expect(rows.map { $0["n"] as? Int } == [3, 2, 2, 1, 2, 1, 2, 1, 4])
    #expect(rows.map { $0["outcome"] as? Int } == [0, 0, 0, 0, 1, 0, 1, 0, 1])
    #expect((rows[8]["configuration"] as? [String: Int])?["URB"] == 1)
    #expect(rows[8]["cases"] as? [String] == ["i"])
  }

  /// Every combination of DEV*STB but those that some country shows: 22, 24 and 32.
  @Test func `says what a parsimonious model assumes of combinations that nobody shows`() throws {
    let answer = try Self.answer(Self.question + ["--incl", "1", "--expect", "DEV,URB,LIT,IND,STB"])
    let assumed = (answer["solutions"] as? [[String: Any]] ?? []).map { solution in
      ((solution["models"] as? [[String: Any]])?.first?["assumptions"]) as? [Int]
    }
    #expect(assumed == [nil, [18, 20, 26, 28, 30], [30]])
  }

  @Test(arguments: [["--negate-outcome"], ["--outcome", "~SURV"]])
  func `asks about the absence of the outcome`(how: [String]) throws {
    var arguments = Self.question
    if how[0] == "--outcome" { arguments.removeSubrange(2...3) }
    let answer = try Self.answer(arguments + how + ["--solution", "parsimonious"])
    #expect(answer["outcome"] as? String == "~SURV")
    #expect(Self.formulas(answer) == ["parsimonious": ["~DEV + ~STB"]])
  }

  /// Presence and absence may be written as values of a fuzzy set, too.
  @Test func `takes 0 and 1 for absence and presence of a fuzzy outcome`() throws {
    let table = "case,A,O\np,0.9,0.8\nq,0.2,0.3\nr,0.7,0.9\n"
    let coverage = { (outcome: String) throws -> Double? in
      let answer = try Self.answer(["qca", "t.csv", "--outcome", outcome], of: table)
      let necessity = try #require(answer["necessity"] as? [[String: Any]])
      return necessity.first { $0["term"] as? String == "A" }?["inclusion"] as? Double
    }
    // With O: (0.8 + 0.2 + 0.7) / 2; without it: (0.2 + 0.2 + 0.1) / 1.
    #expect(abs((try coverage("O{1}") ?? 0) - 0.85) < 1e-12)
    #expect(abs((try coverage("O{0}") ?? 0) - 0.5) < 1e-12)
    #expect(try coverage("~O") == coverage("O{0}"))
  }

  @Test func `writes many values in braces`() throws {
    let table = "case,A,B,O\np,0,0,0\nq,1,0,1\nr,2,0,0\ns,2,1,1\nt,0,1,0\n"
    let answer = try Self.answer(["qca", "t.csv", "--outcome", "O"], of: table)
    #expect(Self.formulas(answer)["parsimonious"] == ["A{1} + A{2}*B{1}"])
    let terms = (answer["necessity"] as? [[String: Any]])?.compactMap { $0["term"] as? String }
    #expect(terms?.prefix(5) == ["A{2}", "A{1}", "A{0}", "B", "~B"])
  }

  @Test func `lists contradictions with their cases`() throws {
    let table = "case,A,O\np,1,1\nq,1,1\nr,1,0\ns,0,0\n"
    let answer = try Self.answer(
      ["qca", "t.csv", "--outcome", "O", "--contradiction", "0.5", "--incl", "0.9"], of: table)
    let row = try #require((answer["truthTable"] as? [[String: Any]])?.last)
    #expect(row["outcome"] as? String == "C")
    #expect((row["contradiction"] as? [String: [String]]) == ["with": ["p", "q"], "without": ["r"]])
  }

  @Test(arguments: ["table", "csv", "json", "markdown", "html"])
  func `answers in every form, the same twice`(format: String) throws {
    let scratch = try Scratch(["t.csv": Self.democracies])
    let arguments = Self.question + ["--robustness", "--expect", "STB", "--format", format]
    let first = try Command.run(arguments, in: scratch.folder)
    #expect(first.status == 0, "\(first.messages)")
    #expect(try Command.run(arguments, in: scratch.folder).output == first.output)
    // Markdown escapes the asterisk.
    #expect(first.output.replacing("\\*", with: "*").contains("DEV*STB"))
  }

  @Test(arguments: ["truth-table", "necessity", "chart", "robustness", "calibrated"])
  func `writes each part for spreadsheets`(part: String) throws {
    let scratch = try Scratch(["t.csv": Self.democracies])
    let outcome = try Command.run(
      Self.question + ["--robustness", "--part", part, "--format", "csv"], in: scratch.folder)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.split(separator: "\n").count > 5)
  }

  @Test func `takes a study's ratings by its recipe and says so`() throws {
    let scratch = try Scratch([
      "s/study.yaml": """
      title: T
      framework: cfir-2022
      groups: {high: [A, B], low: [C, D]}
      calibration:
        factors:
          Culture: {method: crisp, anchors: [1]}

      """,
      "s/ratings/r.csv": "construct,A,B,C,D,E\nculture,+2,+1,0,-1,\nplanning,+1,-1,+1,-2,+1\n",
    ])
    let outcome = try Command.run(
      ["qca", "s", "--conditions", "culture,planning", "--format", "json"], in: scratch.folder)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(Self.formulas(answer)["parsimonious"] == ["culture"])
    #expect((answer["leftOut"] as? [[String: String]])?.first?["case"] == "E")
    #expect(
      (answer["calibration"] as? [[String: Any]])?.compactMap { $0["method"] as? String } == [
        "crisp, in from 1",
        "ratings by the usual recipe, end-point method in straight lines, anchors -2, 0.5, 2",
        "crisp, the high group is in and the others are out",
      ])
  }

  @Test(arguments: [
    (
      ["--outcome", "SURW"], "--outcome: error: there is no column or construct 'SURW'; did you mean 'SURV'?"
    ),
    (
      ["--outcome", "SURV", "--conditions", "DEV,DEV"],
      "--conditions: error: the condition 'DEV' stands twice; keep one"
    ),
    (
      ["--outcome", "SURV", "--expect", "STP"],
      "--expect: error: 'STP' is no expectation about a condition; did you mean 'STB'?"
    ),
    (
      ["--outcome", "SURV{7}"], "--outcome: error: 'SURV{7}' is no value that occurs; SURV is 0 and 1"
    ),
    (
      ["--outcome", "SURV", "--conditions", "~DEV"],
      "--conditions: error: there is no column or construct '~DEV'; did you mean 'DEV'?"
    ),
    (
      ["--outcome", "SURV", "--expect", "DEV,LIT*IND"],
      "--expect: error: 'LIT*IND' is an expectation about conditions together, which is not made use of; say what is expected of each condition, separated by commas"
    ),
    (
      ["--outcome", "SURV", "--calibrate", "DEW=crisp:1"],
      "--calibrate: error: there is no column or construct 'DEW'; did you mean 'DEV'?"
    ),
    (["--outcome", "SURV", "--frequency", "m"], "--frequency: error: there is no column or construct 'm'"),
  ])
  func `says what is wrong and how to mend it`(arguments: [String], message: String) throws {
    let scratch = try Scratch(["t.csv": Self.democracies])
    let outcome = try Command.run(["qca", "t.csv"] + arguments, in: scratch.folder)
    #expect(outcome.status == 1)
    #expect(outcome.messages.hasPrefix(message), "\(outcome.messages)")
  }

  @Test func `names the cell that is no number, where it is used`() throws {
    let scratch = try Scratch(["t.csv": "case,A,B,O\np,1,x,1\nq,0,1,0\n"])
    let whole = try Command.run(["qca", "t.csv", "--outcome", "O"], in: scratch.folder)
    #expect(whole.status == 1)
    #expect(
      whole.messages
        == "t.csv:2:5: error: 'x' in column 'B' is not a number; write a number, or NA where there is none\n")
    let part = try Command.run(
      ["qca", "t.csv", "--outcome", "O", "--conditions", "A"], in: scratch.folder)
    #expect(part.status == 0, "\(part.messages)")
  }

  @Test(arguments: [
    ["--incl", "1.2"], ["--ncut", "0"], ["--solution", "intermediate"], ["--calibrate", "DEV=direct:1,2"],
    ["--incl", "0.7", "--contradiction", "0.7"],
  ])
  func `refuses options that say nothing sensible`(options: [String]) throws {
    let scratch = try Scratch(["t.csv": Self.democracies])
    let outcome = try Command.run(["qca", "t.csv", "--outcome", "SURV"] + options, in: scratch.folder)
    #expect(outcome.status == 64)
  }
}

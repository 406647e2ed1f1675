import Foundation
import Testing

/// What the commands answer, in every form.
struct AnswerTests {
  @Test(
    arguments: ["tally", "matrix", "summary", "compare", "agreement", "memo"],
    ["table", "csv", "json", "markdown", "html"])
  func `every verb answers in every form, the same twice`(verb: String, format: String) throws {
    let arguments = [verb, "SampleData/peer-support", "--format", format]
    let first = try Command.run(arguments)
    #expect(first.status == 0)
    #expect(!first.output.isEmpty)
    #expect(try Command.run(arguments).output == first.output)
    if format == "json" {
      let value = try JSONSerialization.jsonObject(with: Data(first.output.utf8)) as? [String: Any]
      #expect(value?["schema"] as? String == "cfir.\(verb)/1")
      #expect(value?["framework"] as? String == "cfir-2022")
    }
  }

  @Test(arguments: ["table", "markdown", "html"])
  func `people are shown no more than four decimals`(format: String) throws {
    let cna = ["cna", "--conditions", "financing,planning", "--con", "0.8"]
    let qca = ["qca", "--conditions", "financing,planning", "--robustness"]
    for verb in [["compare"], ["agreement"], ["survey"], ["survey", "--joint"], ["strategies"], qca, cna] {
      let output = try Command.run(
        [verb[0], "SampleData/peer-support", "--format", format] + verb.dropFirst()
      ).output
      #expect(!output.isEmpty)
      #expect(output.firstMatch(of: /[0-9]\.[0-9]{5}/)?.output == nil, "\(verb)")
    }
  }

  @Test func `a printed matrix reads back as the same ratings`() throws {
    let study = "SampleData/published/damschroder-lowery-2013"
    let printed = try Command.run(["matrix", study, "--format", "csv"]).output
    let scratch = try Scratch(["s/ratings/matrix.csv": printed])
    for file in ["study.yaml", "codebook.csv"] {
      try FileManager.default.copyItem(
        at: Command.root.appendingPathComponent("\(study)/\(file)"),
        to: scratch.folder.appendingPathComponent("s/\(file)"))
    }
    #expect(try Command.run(["matrix", "s", "--format", "csv"], in: scratch.folder).output == printed)
  }

  @Test(arguments: [
    (
      study: "damschroder-lowery-2013",
      line: "separation 30, separation-positive 32, valence 29, mean-difference 19, mean-difference-2.5 20."
    ),
    (
      study: "hudson-2020",
      line: "separation 25, separation-positive 24, valence 24, mean-difference 27, mean-difference-2.5 28."
    ),
  ])
  func `rules agree with published labels as the documentation says`(study: String, line: String) throws {
    let outcome = try Command.run(["compare", "SampleData/published/\(study)", "--format", "markdown"])
    #expect(outcome.output.contains(line))
    let page = try String(
      contentsOf: Command.root.appendingPathComponent("docs/comparing.md"), encoding: .utf8)
    let column = study == "hudson-2020" ? 3 : 2
    let counts = line.dropLast().split(separator: ", ").map { $0.split(separator: " ") }
    for count in counts {
      let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `\(count[0])` |") }
      #expect(
        rows.contains {
          $0.split(separator: "|")[column - 1].trimmingCharacters(in: .whitespaces) == count[1]
        })
    }
  }

  @Test func `a wide table with groups named by hand needs no study`() throws {
    let outcome = try Command.run([
      "compare", "SampleData/published/hudson-2020/ratings/matrix.csv", "--high", "School1,School2,School3",
      "--low",
      "School4,School5", "--format", "json",
    ])
    #expect(outcome.status == 0)
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let agreement = value?["publishedAgreement"] as? [String: Int]
    #expect(agreement?["labels"] == 28)
    #expect(agreement?["separation"] == 25)
  }

  @Test(arguments: [
    (name: "Cosmopolitanism", answer: "c09-cosmopolitanism,Cosmopolitanism,partnerships-and-connections,"),
    (
      name: "partnerships-and-connections",
      answer: "c09-cosmopolitanism,Cosmopolitanism,partnerships-and-connections,"
    ),
  ])
  func `the crosswalk answers both ways`(name: String, answer: String) throws {
    let outcome = try Command.run(["codebook", "crosswalk", name, "--format", "csv"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(answer))
  }

  @Test(arguments: ["cfir-2022", "cfir-2009"])
  func `an exported codebook is the file that it was made from`(edition: String) throws {
    let exported = try Command.run(["codebook", edition, "--format", "csv"]).output
    let file = Command.root.appendingPathComponent("Codebooks/\(edition).csv")
    #expect(exported == (try String(contentsOf: file, encoding: .utf8)))
  }
}

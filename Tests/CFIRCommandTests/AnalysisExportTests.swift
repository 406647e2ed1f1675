import Foundation
import Testing

/// `--export`: an analysis that can be run again elsewhere.
struct AnalysisExportTests {
  private static let python = "/usr/bin/python3"
  private static var hasPython: Bool { FileManager.default.isExecutableFile(atPath: python) }

  private static func export(_ arguments: [String], of files: [String: String]) throws -> Scratch {
    let scratch = try Scratch(files)
    let outcome = try Command.run(arguments + ["--export", "again"], in: scratch.folder)
    #expect(outcome.status == 0, "\(outcome.messages)")
    return scratch
  }

  private static func text(_ scratch: Scratch, _ name: String) throws -> String {
    try String(contentsOf: scratch.folder.appendingPathComponent("again/\(name)"), encoding: .utf8)
  }

  @Test func `writes the same analysis for R`() throws {
    let scratch = try Self.export(
      ["qca", "t.csv", "--outcome", "O", "--expect", "x-1"],
      of: ["t.csv": "case,x-1,O\n\"p \"\"q\"\"\",0.2,0\nr,0.8,1\n"])
    #expect(try Self.text(scratch, "calibrated.csv") == "case,x-1,O\n\"p \"\"q\"\"\",0.2,0\nr,0.8,1\n")
    let script = try Self.text(scratch, "rerun.R")
    #expect(script.contains("#   X1 is x-1: as given"))
    #expect(script.contains("names(cases) <- c(\"X1\", \"O\")"))
    #expect(script.contains("incl.cut = 0.8, n.cut = 1, pri.cut = 0.0"))
    #expect(script.contains("dir.exp = c(\"X1\")"))
  }

  /// R's package stops at a condition of which both values are expected.
  @Test func `leaves out for R what expects everything of a condition`() throws {
    let scratch = try Self.export(
      ["qca", "t.csv", "--outcome", "O", "--expect", "A,~A,B"],
      of: ["t.csv": "case,A,B,O\np,1,1,1\nq,0,0,0\n"])
    #expect(try Self.text(scratch, "rerun.R").contains("dir.exp = c(\"B\")"))
  }

  @Test(arguments: ["A*B", "~A", "case", "1"])
  func `refuses names that a formula cannot hold`(name: String) throws {
    let scratch = try Scratch(["t.csv": "site,\(name),O\np,1,1\nq,0,0\n"])
    let outcome = try Command.run(
      ["qca", "t.csv", "--outcome", "O", "--export", "again"], in: scratch.folder)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("--export: error: the name '\(name)' cannot be told from a sign"))
    #expect(!FileManager.default.fileExists(atPath: scratch.folder.appendingPathComponent("again").path))
  }

  @Test func `tells rows apart that would share a name`() throws {
    let scratch = try Self.export(
      ["qca", "t.csv", "--outcome", "O"], of: ["t.csv": "case,A,O\nx,1,1\nx (2),0,0\nx,1,1\n"])
    #expect(try Self.text(scratch, "calibrated.csv") == "case,A,O\nx,1,1\nx (2),0,0\nx (3),1,1\n")
  }

  @Test func `writes the same coincidence analysis for R`() throws {
    let scratch = try Self.export(
      [
        "cna", "t.csv", "--outcome", "o", "--con", "0.8", "--cov", "0.75", "--ordering", "a-1,B<O",
        "--strict",
      ], of: ["t.csv": "case,a-1,B,O\np,1,1,1\nq,0,0,0\nr,1,0,0\n"])
    #expect(try Self.text(scratch, "calibrated.csv") == "case,a-1,B,O\np,1,1,1\nq,0,0,0\nr,1,0,0\n")
    let script = try Self.text(scratch, "rerun.R")
    #expect(script.contains("names(cases) <- c(\"A1\", \"B\", \"O\")"))
    #expect(script.contains("cna(cases, type = \"cs\", outcome = c(\"o\"),\n  con = 0.8,\n  cov = 0.75,"))
    #expect(script.contains("maxstep = c(3, 4, 10),\n  ordering = \"A1, B < O\",\n  strict = TRUE)"))
  }

  @Test func `keeps the recipe beside the results`() throws {
    let scratch = try Self.export(
      ["qca", "t.csv", "--outcome", "O", "--calibrate", "A=direct:30,20,10"],
      of: ["t.csv": "case,A,O\np,10,1\nq,28,0\n"])
    let json = try JSONSerialization.jsonObject(with: Data(Self.text(scratch, "analysis.json").utf8))
    let factors = try #require((json as? [String: Any])?["calibration"] as? [[String: Any]])
    #expect(factors.compactMap { $0["by"] as? String } == ["direct", "none"])
    #expect(factors.compactMap { $0["anchors"] as? [Double] } == [[30, 20, 10], []])
    #expect(factors.first?["degree"] as? Double == 0.95)
  }

  @Test func `a row that stands for several cases is written as often, under names of their own`() throws {
    let scratch = try Self.export(
      ["qca", "t.csv", "--outcome", "O", "--frequency", "n"],
      of: ["t.csv": "case,A,O,n\np,1,1,2\nq,0,0,1\np,0,1,1\n"])
    #expect(try Self.text(scratch, "calibrated.csv") == "case,A,O\np,1,1\np (2),1,1\nq,0,0\np (3),0,1\n")
  }

  @Test(
    .enabled(if: hasPython),
    arguments: [
      ["qca", "t.csv", "--outcome", "O", "--expect", "A,~B"],
      ["qca", "t.csv", "--outcome", "O", "--negate-outcome", "--incl", "0.6"],
      ["qca", "v.csv", "--outcome", "O", "--incl", "0.5", "--pri", "0.2"],
      ["cna", "t.csv", "--con", "0.75", "--cov", "0.75", "--robustness"],
      ["cna", "v.csv", "--con", "0.75", "--cov", "0.5"],
      ["cna", "t.csv", "--reduce", "--outcome", "O", "--con", "0.8"],
    ])
  func `Python finds every figure again, and a false one`(arguments: [String]) throws {
    let scratch = try Self.export(
      arguments,
      of: [
        "t.csv": "case,A,B,C,O\np,0.9,0.2,0.7,0.8\nq,0.6,0.7,0.1,0.9\nr,0.2,0.8,0.6,0.3\ns,0.1,0.3,0.9,0.4\n",
        "v.csv": "case,A,B,O\np,2,1,1\nq,2,0,1\nr,1,1,0\ns,0,1,0\nt,0,1,1\n",
      ])
    let said = try Self.recheck(scratch)
    #expect(said.status == 0 && said.output.hasSuffix("figures checked, 0 differ\n"), "\(said.output)")
    let place = scratch.folder.appendingPathComponent("again/analysis.json")
    let text = try Self.text(scratch, "analysis.json")
    let figure = try #require(text.range(of: "\"coverage\": 0.", options: .backwards))
    try text.replacingCharacters(in: figure, with: "\"coverage\": 0.0").write(
      to: place, atomically: true, encoding: .utf8)
    #expect(try Self.recheck(scratch).status == 1)
  }

  private static func recheck(_ scratch: Scratch) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [scratch.folder.appendingPathComponent("again/recheck.py").path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

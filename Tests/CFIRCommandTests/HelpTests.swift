import Foundation
import Testing

/// Help is part of the program: each page is compared with one that was read. `RECORD=1 swift test` writes them anew.
struct HelpTests {
  @Test(arguments: [
    "", "new", "check", "codebook", "guide", "tally", "memo", "matrix", "summary", "compare", "agreement",
    "qca", "cna", "survey", "strategies", "report", "convert", "rate", "rate give", "rate import",
    "rate consensus", "rate log", "rate merge", "rate note", "rate redact",
  ])
  func `is as it was read`(verb: String) throws {
    let outcome = try Command.run(
      verb.isEmpty ? ["--help"] : verb.split(separator: " ").map(String.init) + ["--help"])
    #expect(outcome.status == 0)
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Goldens/help-\(verb.isEmpty ? "cfir" : verb.replacing(" ", with: "-")).txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try outcome.output.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(outcome.output == (try String(contentsOf: golden, encoding: .utf8)))
  }

  @Test func `every command is in the README`() throws {
    let readme = try String(contentsOf: Command.root.appendingPathComponent("README.md"), encoding: .utf8)
    let help = try Command.run(["--help"]).output
    let listed = help.split(separator: "SUBCOMMANDS:")[1].split(separator: "\n").filter { $0.hasPrefix("  ") }
    let verbs = listed.compactMap { $0.split(separator: " ").first }.filter {
      $0.first?.isLowercase == true && $0 != "help"
    }
    for verb in Set(verbs) where help.contains("\n  \(verb) ") {
      #expect(readme.contains("`cfir \(verb)"), "\(verb)")
    }
  }
}

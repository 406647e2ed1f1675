import ArgumentParser
import CFIRInterchange
import CFIRKit
import Foundation

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Is the input sound? Every problem with file, line and column, cause and mend.")

  @OptionGroup var arguments: StudyArguments

  @OptionGroup var output: OutputArguments

  func run() throws {
    var options = StudyOptions(words: .ids)
    options.edition = arguments.framework
    options.surveys = ResponseOptions()
    options.surveys?.keepsScores = false
    let reading = InputCheck.read(arguments.study, options: options)
    var findings = reading.findings
    for finding in reading.study?.ratingChecks() ?? [] { findings.add(finding) }
    let answer = findings.answer(
      study: arguments.study, framework: reading.study?.codebook.framework.edition,
      imports: reading.imports.map(\.json))
    if output.format == .table && output.output == nil {
      try OutputFile.print(findings.all.map { $0.description + "\n" }.joined())
      for account in reading.imports where account.codings > 0 {
        let codings = NumberStyle.count(account.codings, "coding")
        Messages.error("\(account.file): \(account.format), \(codings) taken")
      }
      let summary = findings.all.isEmpty ? "nothing to mend" : Self.summary(findings)
      Messages.error("\(arguments.study): \(summary)")
    } else {
      try output.write(answer)
    }
    if findings.hasErrors { throw ExitCode.failure }
  }

  private static func summary(_ findings: Findings) -> String {
    let counts: [(Finding.Severity, String)] = [(.error, "error"), (.warning, "warning"), (.note, "note")]
    return NumberStyle.list(
      counts.compactMap { severity, word in
        let count = findings.all.count { $0.severity == severity }
        return count > 0 ? NumberStyle.count(count, word) : nil
      })
  }
}

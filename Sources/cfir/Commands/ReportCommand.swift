import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRReport
import Foundation

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Everything, as one page and its tables.",
    discussion: """
      Writes index.html, the tables as CSV, and report.json into a folder: a new one, or one that this command wrote. The \
      report is for the study team: it holds quotations that nobody has cleared.
      """)

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var ratings: RatingArguments
  @OptionGroup var mixed: MixedArguments

  @Option(help: "The rule whose verdict comes first.")
  var rule: DistinguishingRule?

  @Option(name: [.customShort("o"), .long], help: "The folder to write.")
  var output: String

  func run() throws {
    var findings: [Finding] = []
    let study = try arguments.read(.all, noting: &findings) {
      ratings.apply(to: &$0)
      mixed.apply(to: &$0)
      $0.rule = rule
    }
    let report = StudyReport(study, findings: findings)
    try OutputFile.writeFolder(
      report.files.map { ($0.name, .text($0.text)) }, to: output,
      replacing: .init(file: "report.json", text: "cfir.report/"))
    Messages.error("\(output): \(report.files.map(\.name).joined(separator: ", "))")
  }
}

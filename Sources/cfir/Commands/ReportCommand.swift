import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRReport
import Foundation

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Everything, as one page and its tables.",
    discussion: """
      Writes index.html, the tables as CSV, and report.json into a folder: a new one, or one that this command wrote. The \
      report is for the study team: it holds quotations that nobody has cleared. With --for it is a page of two sheets for the \
      leader of one organization, in plain words: strengths, gaps, what to try first; nothing is shown over fewer respondents than \
      the study's minimum-cell, except a single leader's own answers.
      """)

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var ratings: RatingArguments
  @OptionGroup var mixed: MixedArguments

  @Option(help: "The rule whose verdict comes first.")
  var rule: DistinguishingRule?

  @Option(name: .customLong("for"), help: "The organization whose leader's page is written instead.")
  var organization: String?

  @Option(name: [.customShort("o"), .long], help: "The folder to write.")
  var output: String

  func run() throws {
    var findings: [Finding] = []
    let study = try arguments.read(.all, noting: &findings) {
      ratings.apply(to: &$0)
      mixed.apply(to: &$0)
      $0.rule = rule
      $0.surveys = ResponseOptions()
      $0.surveys?.keepsScores = false
      $0.surveys?.readsEarlierRound = true
    }
    if let organization {
      let site = try study.organization(named: organization, by: "--for")
      guard let report = OrganizationReport(study, for: site.id) else { return }
      try write(report.files, replacing: "cfir.readiness/")
    } else {
      try write(StudyReport(study, findings: findings).files, replacing: "cfir.report/")
    }
  }

  private func write(_ files: [StudyReport.File], replacing schema: String) throws {
    try OutputFile.writeFolder(
      files.map { ($0.name, .text($0.text)) }, to: output,
      replacing: .init(file: "report.json", text: schema))
    Messages.error("\(output): \(files.map(\.name).joined(separator: ", "))")
  }
}

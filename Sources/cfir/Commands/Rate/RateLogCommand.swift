import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRStore

struct RateLogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Every event of the ledger: who, when, before, after and why.",
    discussion: "It shows everybody's ratings: raters who have not finished should not read it.")

  @Argument(help: "A study folder, its study.yaml, or a ledger.")
  var study: String

  @Option(help: "Only events of this organization.")
  var organization: String?

  @Option(help: "Only events on this construct, by its id.")
  var construct: String?

  @Option(help: "Only events on this rater's ratings.")
  var rater: String?

  @OptionGroup var output: OutputArguments

  func run() throws {
    let reading: LedgerReading
    do throws(Finding) {
      reading = try StudyReader.ledger(of: study).read()
    } catch {
      Messages.error(error.description)
      throw ExitCode.failure
    }
    for finding in reading.findings { Messages.error(finding.description) }
    let known = study.hasSuffix(".sqlite") ? nil : StudyReader.read(study).study
    let key = construct.map { NameKey($0) }
    try output.write(
      reading.ledger.logAnswer(
        study: known?.title ?? study, framework: known?.codebook.framework.edition
      ) { event in
        let cell = event.entry.cell
        return (organization == nil || cell?.organization.rawValue == organization)
          && (key == nil || cell.map { NameKey($0.construct.rawValue) } == key)
          && (rater == nil || cell?.rater.rawValue == rater)
      })
    if reading.findings.contains(where: { $0.severity == .error }) { throw ExitCode.failure }
  }
}

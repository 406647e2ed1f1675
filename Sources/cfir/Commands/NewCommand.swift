import ArgumentParser
import CFIRInterchange
import CFIRKit
import Foundation

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a study folder; with --from, begin it from an export of coded segments.")

  @Argument(help: "The folder to make.")
  var folder: String

  @Option(name: .customLong("from"), help: "An export of coded segments to begin from.")
  var export: String?

  @Option(help: "The study's title; the folder's name by default.")
  var title: String?

  @Option(help: "The edition, where it should not be found from the codes: cfir-2022 or cfir-2009.")
  var framework: Framework.Edition?

  func run() throws {
    let title = title ?? URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
    guard let export else {
      try OutputFile.writeFolder(StudyScaffold.empty(title: title), to: folder)
      Messages.error("\(folder) is a study now: put exports into excerpts/ and run `cfir check \(folder)`.")
      return
    }
    var options = StudyOptions()
    options.edition = framework
    let reading = StudyReader.read(export, options: options)
    Messages.print(reading.findings)
    guard let study = reading.study else { throw ExitCode.failure }
    guard study.tally.rows > 0 else {
      Messages.error("\(export): error: this is no table of coded excerpts; name an export of coded segments")
      throw ExitCode.failure
    }
    try OutputFile.writeFolder(StudyScaffold.begun(from: study, title: title, export: export), to: folder)
    let organizations = NumberStyle.count(study.organizations.count, "organization")
    let sources = NumberStyle.count(Set(study.tally.informants.map(\.source)).count, "source")
    Messages.error(
      "\(folder) is a study now, with \(organizations) and \(sources): rate in ratings/ratings.csv, then run `cfir matrix \(folder)`."
    )
  }
}

import ArgumentParser
import CFIRInterchange
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Everything, as pages and files.")

  @OptionGroup var arguments: StudyArguments
}

import ArgumentParser
import CFIRInterchange
import CFIRKit

extension InterviewRole: ExpressibleByArgument {}

struct GuideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guide", abstract: "An interview guide by role, and which construct has been heard where.")

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var output: OutputArguments

  @Option(help: "Whom the interview is with: leader, staff or recipient; all by default.")
  var role: InterviewRole?

  @Option(help: "What is put into practice, as it is said to people.")
  var innovation = "the program"

  @Option(help: "How the organization is called in questions.")
  var place = "your organization"

  func run() throws {
    let study = try arguments.read(.none)
    try output.write(study.guideAnswer(role: role, innovation: innovation, place: place))
  }
}

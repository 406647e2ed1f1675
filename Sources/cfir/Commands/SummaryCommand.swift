import ArgumentParser
import CFIRInterchange

struct SummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary", abstract: "What helps and what hinders, across organizations?")

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var ratings: RatingArguments
  @OptionGroup var mixed: MixedArguments
  @OptionGroup var output: OutputArguments

  func run() throws {
    let study = try arguments.read(.all) {
      ratings.apply(to: &$0)
      mixed.apply(to: &$0)
    }
    try output.write(study.summaryAnswer())
  }
}

import ArgumentParser
import CFIRInterchange

struct MatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix", abstract: "The rating matrix: constructs down, organizations across.")

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var ratings: RatingArguments
  @OptionGroup var output: OutputArguments

  func run() throws {
    try output.write(try arguments.read(.none, ratings.apply).matrixAnswer())
  }
}

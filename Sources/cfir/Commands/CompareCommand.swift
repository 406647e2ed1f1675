import ArgumentParser
import CFIRInterchange
import CFIRKit

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "What distinguishes high from low implementers?",
    discussion: "Groups come from the study's outcome, or from --high and --low.")

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var ratings: RatingArguments
  @OptionGroup var mixed: MixedArguments
  @OptionGroup var output: OutputArguments

  @Option(
    help:
      "The rule whose verdict comes first: \(DistinguishingRule.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var rule: DistinguishingRule?

  @Option(help: "Organizations where implementation went well, separated by commas.", transform: names)
  var high: [String] = []

  @Option(help: "Organizations in between.", transform: names)
  var middle: [String] = []

  @Option(help: "Organizations where it did not.", transform: names)
  var low: [String] = []

  func validate() throws {
    if high.isEmpty != low.isEmpty || (high.isEmpty && !middle.isEmpty) {
      throw ValidationError("give both --high and --low")
    }
  }

  func run() throws {
    let study = try arguments.read(.none) {
      ratings.apply(to: &$0)
      mixed.apply(to: &$0)
      $0.rule = rule
      ($0.high, $0.middle, $0.low) = (high, middle, low)
    }
    guard let answer = study.comparisonAnswer() else {
      Messages.error(
        "\(arguments.study): error: there are no two groups to compare; name an outcome or groups in study.yaml, or say --high A,B --low C,D"
      )
      throw ExitCode.failure
    }
    try output.write(answer)
  }
}

private func names(_ list: String) -> [String] {
  list.split(separator: ",").map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
}

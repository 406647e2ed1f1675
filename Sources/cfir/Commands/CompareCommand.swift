import ArgumentParser
import CFIRInterchange
import CFIRKit

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "What distinguishes high from low implementers?",
    discussion:
      "Groups come from the study's outcome, or from --high and --low. With --rounds: what changed from one round to another?"
  )

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

  @Option(
    help: "Two rounds, separated by a comma: what changed from the first to the second?",
    transform: names)
  var rounds: [String] = []

  func validate() throws {
    if !rounds.isEmpty {
      if rounds.count != 2 || rounds[0] == rounds[1] {
        throw ValidationError("give two different rounds: --rounds 1,2")
      }
      if ratings.round != nil { throw ValidationError("give --round or --rounds, not both") }
      if ratings.derive {
        throw ValidationError("what is derived has no round; leave out --derive or --rounds")
      }
    }
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
      if rounds.count == 2 { $0.changeRounds = RoundChange.Rounds(from: rounds[0], to: rounds[1]) }
    }
    if let answer = study.changeAnswer() {
      try output.write(answer)
      return
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

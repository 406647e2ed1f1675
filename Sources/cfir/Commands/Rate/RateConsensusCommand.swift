import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRStore

struct RateConsensusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consensus", abstract: "Where do raters differ, worst first? And what does the team decide?",
    discussion: """
      Without --as it prints the queue of disagreements. With --as it goes through them and asks for the team's decision, or takes one \
      with --set. The raters' own ratings stay as they are beside it.
      """)

  @OptionGroup var arguments: StudyArguments

  @Option(
    name: .customLong("as"), help: "Who writes the decision down; settles instead of printing the queue.")
  var who: String?

  @Option(help: "The round of ratings; the study's present one by default.")
  var round: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Decide one cell: organization, construct and rating (or 'withdraw').",
      valueName: "org> <construct> <rating"))
  var set: [String] = []

  @Option(parsing: .unconditional, help: "Why, with --set.")
  var because: String?

  @Flag(help: "Do not ask why.")
  var noRationale = false

  @OptionGroup var output: OutputArguments

  /// Gives each of the three values after `--set` to it by name: a rating such as -1 would be taken for an option.
  static func joiningSet(_ arguments: [String]) -> [String] {
    guard let place = arguments.firstIndex(of: "--set"), arguments.indices.contains(place + 3) else {
      return arguments
    }
    return arguments[..<place] + arguments[(place + 1)...(place + 3)].map { "--set=\($0)" }
      + arguments[(place + 4)...]
  }

  func validate() throws {
    if set.isEmpty {
      if because != nil { throw ValidationError("--because goes with --set") }
      return
    }
    if set.count != 3 {
      throw ValidationError("--set takes three values: organization, construct and rating")
    }
    if (who ?? "").trimmingWhitespace().isEmpty {
      throw ValidationError("say with --as who writes the decision down")
    }
    if (because ?? "").trimmingWhitespace().isEmpty && !noRationale {
      throw ValidationError("say with --because why, or --no-rationale")
    }
  }

  func run() throws {
    guard let who else {
      let study = try arguments.read(.none) { $0.round = round }
      try output.write(study.disagreementAnswer())
      return
    }
    var opened = try arguments.openLedger(.all)
    opened.study.round = round ?? opened.study.currentRound
    var walk = ConsensusWalk(opened, who: .init(who.trimmingWhitespace()), asksWhy: !noRationale)
    if set.isEmpty {
      try walk.run()
    } else {
      let site = try opened.study.organization(named: set[0])
      let construct = try opened.study.ratedConstruct(named: set[1])
      try walk.save(site.id, construct.id, try value(set[2]), .init(rationale: because ?? ""))
    }
  }

  private func value(_ token: String) throws -> RatingValue? {
    if token.lowercased() == "withdraw" { return nil }
    do throws(UnreadableRating) {
      if let value = try RatingValue(token: token) { return value }
      Messages.error("--set: error: there is no rating; write one, or withdraw")
    } catch {
      Messages.error("--set: error: '\(error.token)' is not a rating; \(error.fix)")
    }
    throw ExitCode.failure
  }
}

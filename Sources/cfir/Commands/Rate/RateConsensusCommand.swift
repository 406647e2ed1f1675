import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRStore

struct RateConsensusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consensus", abstract: "Where do raters differ, worst first? And what does the team decide?",
    discussion: """
      Without --as it prints the queue of disagreements. With --as it goes through them and asks for the team's decision, or takes one \
      with --rating. The raters' own ratings stay as they are beside it.
      """)

  @OptionGroup var arguments: StudyArguments

  @Option(
    name: .customLong("as"), help: "Who writes the decision down; settles instead of printing the queue.")
  var who: String?

  @Option(help: "The round of ratings; the study's present one by default.")
  var round: String?

  @Option(help: "Decide one cell: its organization …")
  var organization: String?

  @Option(help: "… its construct …")
  var construct: String?

  @Option(parsing: .unconditional, help: "… and what the team decided: a rating, or 'withdraw'.")
  var rating: String?

  @Option(parsing: .unconditional, help: "Why, with --rating.")
  var because: String?

  @Flag(help: "Do not ask why.")
  var noRationale = false

  @OptionGroup var output: OutputArguments

  func validate() throws {
    let cell = [organization, construct, rating]
    if cell.allSatisfy({ $0 == nil }) {
      if because != nil { throw ValidationError("--because goes with --rating") }
      return
    }
    if cell.contains(where: { $0 == nil }) {
      throw ValidationError("one cell is decided by --organization, --construct and --rating together")
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
    guard let organization, let construct, let rating else { return try walk.run() }
    let site = try opened.study.organization(named: organization)
    let rated = try opened.study.ratedConstruct(named: construct)
    try walk.save(site.id, rated.id, try value(rating), .init(rationale: because ?? ""))
  }

  private func value(_ token: String) throws -> RatingValue? {
    if token.lowercased() == "withdraw" { return nil }
    do throws(UnreadableRating) {
      if let value = try RatingValue(token: token) { return value }
      Messages.error("--rating: error: there is no rating; write one, or withdraw")
    } catch {
      Messages.error("--rating: error: '\(error.token)' is not a rating; \(error.fix)")
    }
    throw ExitCode.failure
  }
}

import ArgumentParser
import CFIRInterchange
import CFIRKit

struct RateGiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "give", abstract: "Rate in the terminal, one construct after the other (the default).",
    discussion: """
      Walks the constructs that you have not rated, with the excerpts coded there, and asks for a rating and its rationale. What \
      others rated is not shown. Each rating is on the disk before the next question. Leave with q or Ctrl-C; the same command goes \
      on where you left. Answers can come from a pipe, a line each. Name a --construct to revise or withdraw a rating.
      """)

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var who: WhoArguments

  @Option(help: "Only this organization; all, one after the other, by default.")
  var organization: String?

  @Option(help: "Only this construct, whether you have rated it or not.")
  var construct: String?

  @Option(help: "The round that your ratings belong to; the study's present one by default.")
  var round: String?

  @Flag(help: "Do not ask why.")
  var noRationale = false

  func validate() throws {
    if who.rater.rawValue.lowercased() == Rating.consensus.rawValue {
      throw ValidationError("'consensus' is the team; settle ratings with `cfir rate consensus`")
    }
  }

  func run() throws {
    let opened = try arguments.openLedger(.all)
    let study = opened.study
    try opened.refuseMisspelt(who.rater)
    let round = round ?? study.currentRound
    let sites = try organization.map { [try study.organization(named: $0)] } ?? study.organizations
    let only = try construct.map { try study.ratedConstruct(named: $0) }
    let cells = sites.flatMap { site in
      (only.map { [$0] } ?? study.constructsLeft(for: who.rater, in: site.id, round: round)).map {
        RatedCell(organization: site.id, construct: $0.id, rater: who.rater, round: round)
      }
    }
    guard !cells.isEmpty else {
      Messages.error(
        "\(who.rater) has rated everything here; name a --construct to revise or withdraw a rating")
      return
    }
    var walk = RatingWalk(opened, cells: cells, asksWhy: !noRationale)
    try walk.run()
    Messages.error(
      "\(who.rater): \(walk.saved) saved, \(walk.left) left"
        + (walk.left > 0 ? "; the same command goes on where you left" : ""))
  }
}

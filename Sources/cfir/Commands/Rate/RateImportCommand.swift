import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRStore

struct RateImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take a table of ratings over into the ledger, all of it or nothing.",
    discussion: """
      The table is long or wide, as in ratings/. A rating that the ledger has already is left; one that differs takes the place of the \
      one before, and both are kept.
      """)

  @OptionGroup var arguments: StudyArguments

  @Argument(help: "The table of ratings.")
  var file: String

  @OptionGroup var who: WhoArguments

  @Option(
    help:
      "Whose ratings they are, where the table does not say; yours by default, 'consensus' for the team's.")
  var rater: String?

  @Option(help: "Their round, where the table does not say; the study's present one by default.")
  var round: String?

  func run() throws {
    let opened = try arguments.openLedger(.none)
    let study = opened.study
    try opened.refuseMisspelt(who.rater)
    let table = opened.reading.ratings(
      in: file, rater: rater ?? who.rater.rawValue, round: round ?? study.currentRound)
    var findings = table.findings
    let tables = study.tableRatings()
    for rating in table.ratings {
      guard let other = tables[RatedCell(rating)], other.value != rating.value else { continue }
      findings.add(
        .error(
          at: rating.origin,
          "\(rating.rater) rates '\(rating.organization)' on '\(rating.construct)' differently here and at \(other.origin)",
          fix: "let both tables say the same, or take the other one out of the study"))
    }
    Messages.print(findings)
    if findings.hasErrors { throw ExitCode.failure }
    let source: LedgerEntry.Source
    do throws(Finding) {
      source = try StudyReader.Reading.source(file)
    } catch {
      Messages.error(error.description)
      throw ExitCode.failure
    }
    let considered = study.considered()
    let counts = try opened.write { (log: inout LedgerWriter) throws(Finding) -> LedgerImport in
      try log.take(table.ratings, from: source, by: who.rater, considering: considered)
    }
    try OutputFile.print(
      "\(file): \(NumberStyle.count(counts.given, "rating")) taken over, \(counts.revised) revised, \(counts.known) known already\n"
    )
  }
}

extension Study {
  /// The raters' own ratings that a decision of the team's on a cell settles.
  func considered() -> (RatedCell) -> [LedgerEntry.Considered] {
    func team(_ cell: RatedCell) -> RatedCell {
      RatedCell(
        organization: cell.organization, construct: cell.construct, rater: Rating.consensus, round: cell.round
      )
    }
    let given = Dictionary(grouping: allRatings.filter { !$0.isConsensus }) { team(RatedCell($0)) }
    return { cell in
      (given[team(cell)] ?? []).sorted { $0.rater < $1.rater }.map { .init(rater: $0.rater, value: $0.value) }
    }
  }
}

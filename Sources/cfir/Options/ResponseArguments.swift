import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRStatistics
import Foundation

extension ItemMoments.MissingRule: ExpressibleByArgument {}
extension InstrumentForm.Role: ExpressibleByArgument {}

/// Which responses are scored, and how.
struct ResponseArguments: ParsableArguments {
  @Option(
    help: "A table of responses: a row for each respondent, or for each answer (respondent, item, answer).")
  var responses: String?

  @Option(
    help: ArgumentHelp(
      "What was asked: \(ShippedInstrument.allCases.map(\.rawValue).joined(separator: ", ")), or a file.",
      valueName: "instrument"))
  var instrument: String?

  @Option(help: "The columns of the items, separated by commas.", transform: listed)
  var items: [String] = []

  @Option(help: "Those of --items that are turned round.", transform: listed)
  var reverse: [String] = []

  @Option(
    help: "The ends of the scale, such as 1-5; answers outside are errors, and r_wg needs it.",
    transform: parsedRange)
  var range: ClosedRange<Double>?

  @Option(help: "The column that names the organization, or any group.")
  var group: String?

  @Option(help: "The column that names the respondent.")
  var respondent: String?

  @Option(
    name: .customLong("no-answer"), help: "Codes that mean that there is no answer, such as 99.",
    transform: listed)
  var noAnswer: [String] = []

  @Option(help: "The round to score; the last by default.")
  var round: String?

  @Option(
    help: "Missing answers in reliability: pairwise (all who answered both items of a pair) or listwise.")
  var missing = ItemMoments.MissingRule.pairwise

  @Option(
    help: "Write each respondent's scores to this CSV file instead of keeping them: memory stays small.")
  var scores: String?

  @Flag(name: .customLong("no-scores"), help: "Leave respondents' scores out.")
  var noScores = false

  @Option(
    name: .customLong("minimum-cell"),
    help: "Hold back what is over fewer respondents of an organization; a study's default is 5, a table's 0.")
  var minimumCell: Int?

  @Flag(help: "For the study team only: hold nothing back, and give respondents' scores.")
  var team = false

  @Flag(
    help:
      "Of a STUDY: set the survey beside the interview ratings; where they agree and differ, what to look into."
  )
  var joint = false

  @Option(help: "Write this instrument as a page to print (--format html) or a table to fill in (csv).")
  var form: String?

  @Option(help: "With --form: whose words to use, leader or staff.")
  var role = InstrumentForm.Role.leader

  @Flag(help: "With --form: write a data dictionary as REDCap imports it.")
  var redcap = false

  /// How tables are to be read.
  var options: ResponseOptions {
    var options = ResponseOptions()
    (options.organization, options.respondent, options.round) = (group, respondent, round)
    options.noAnswer = Set(noAnswer)
    options.keepsScores = scores == nil && !noScores
    return options
  }

  /// Reads responses, writing scores to a file where that is asked for.
  func reading(
    _ scales: [ScoredScale],
    _ read: (ResponseOptions, ((Survey.Row) -> Void)?) throws(Finding) -> ResponseReading
  ) throws -> ResponseReading {
    let file = try scores.map { try ScoreFile($0, scales: scales) }
    let reading: ResponseReading
    do throws(Finding) {
      reading = try read(options, file.map { file in { row in file.write(row) } })
    } catch {
      file?.discard()
      Messages.error(error.description)
      throw ExitCode.failure
    }
    if reading.findings.hasErrors { file?.discard() } else { try file?.finish() }
    return reading
  }

  /// The instrument that is named: a shipped one, or a file.
  func readInstrument(_ codebook: Codebook) throws -> Instrument {
    let name = form ?? instrument ?? ""
    var findings = Findings()
    do throws(Finding) {
      let read = try InstrumentFile.read(name, by: codebook, noting: &findings)
      Messages.print(findings)
      if !findings.hasErrors { return read }
    } catch {
      Messages.error(error.description)
    }
    throw ExitCode.failure
  }
}

private func parsedRange(_ text: String) throws -> ClosedRange<Double> {
  guard let range = ResponseScale.range(text) else {
    throw ValidationError("'\(text)' is no range; write the lowest and the highest answer, such as 1-5")
  }
  return range
}

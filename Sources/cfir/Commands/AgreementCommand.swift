import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRStatistics
import Foundation

struct AgreementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement", abstract: "How far do raters agree?",
    discussion: """
      Compares the raters' own ratings, before consensus: percent agreement, Cohen, Fleiss and Conger κ, Krippendorff α, \
      Gwet AC, Brennan–Prediger, ICC and Kendall W, with intervals, overall and by domain, construct and pair of raters. \
      With --units rows the input is any table with a row for each unit and a column for each rater; with --units codings \
      coders are compared by the stretches that they marked.
      """)

  @Argument(help: "A study, a table of ratings or coded excerpts, or any table with --units rows.")
  var study: String?

  @Option(help: "What was rated: ratings (cells of a study), rows (of a plain table), or codings.")
  var units: Unit?

  @Option(help: "The edition to read it by, where the study does not say: cfir-2022 or cfir-2009.")
  var framework: Framework.Edition?

  @Option(help: "The round of ratings to compare; the last by default.")
  var round: String?

  @Option(
    help:
      "What becomes of ratings without a score: gap (no rating), exclude (the cell is left out), or category (nominal)."
  )
  var unscored: UnscoredRule = .gap

  @OptionGroup var mixed: MixedArguments
  @OptionGroup(title: "Plain tables") var table: PlainTableArguments
  @OptionGroup(title: "Coefficients and intervals") var intervals: IntervalArguments
  @OptionGroup(title: "Planning") var planning: PlanningArguments
  @OptionGroup var output: OutputArguments

  enum Unit: String, ExpressibleByArgument, CaseIterable {
    case ratings, rows, codings
  }

  func validate() throws {
    if study == nil && !planning.plan { throw ValidationError("name a study or a table, or say --plan") }
    if units != .rows && table.isUsed {
      throw ValidationError("--no-names, --scale and --categories are for plain tables; say --units rows")
    }
    if planning.isUsed && !planning.plan {
      throw ValidationError("--width, --expect and --raters are for --plan")
    }
    if planning.plan && units == .codings { throw ValidationError("--plan is for ratings, not for codings") }
  }

  func run() throws {
    guard let study else {
      return try output.write(planning.answer(title: "Plan", level: intervals.level))
    }
    if units == .rows { return try runRows(study) }
    var reading = read(study, units == .codings ? .all : .none)
    if units == nil, !planning.plan, let read = reading.study, read.allRatings.isEmpty {
      // Nothing is rated, so that codings are meant; they need the words.
      reading = self.read(study, .all)
    }
    Messages.print(reading.findings)
    guard let read = reading.study else { throw ExitCode.failure }
    if planning.plan {
      return try output.write(
        planning.answer(
          title: read.title, framework: read.codebook.framework.edition, level: intervals.level,
          pilot: read.ratedUnits(unscored: unscored), cells: read.cellCount))
    }
    if units == .codings || units == nil && read.allRatings.isEmpty {
      return try output.write(read.codingAgreementAnswer())
    }
    try output.write(
      read.agreementAnswer(unscored: unscored, intervals.options, progress: intervals.progress))
  }

  private func read(_ path: String, _ words: StudyOptions.Words) -> StudyReader.Reading {
    var options = StudyOptions(words: words)
    options.edition = framework
    options.round = round
    mixed.apply(to: &options)
    return StudyReader.read(path, options: options)
  }

  private func runRows(_ path: String) throws {
    let (units, findings) = PlainTable.read(path, table.options)
    Messages.print(findings)
    guard let units else { throw ExitCode.failure }
    let title = URL(fileURLWithPath: path).lastPathComponent
    if planning.plan {
      return try output.write(planning.answer(title: title, level: intervals.level, pilot: units))
    }
    try output.write(
      AgreementAccount(units, intervals.options, progress: intervals.progress).answer(title: title))
  }
}

import ArgumentParser
import CFIRInterchange
import CFIRKit

extension CalibrationRecipe.Missing: ExpressibleByArgument {}

/// Which cases are analysed, and how their numbers become sets.
struct CaseArguments: ParsableArguments {
  @Argument(help: "A table of cases, a study folder, or its study.yaml.")
  var study: String

  @Option(
    help: """
      How a factor's numbers become a set: NAME=METHOD:ANCHORS, METHOD being direct or linear (full exclusion, crossover, \
      full inclusion), crisp (a threshold), multi-value (thresholds) or none. May be repeated.
      """)
  var calibrate: [String] = []

  @Option(help: "The membership at full inclusion for --calibrate NAME=direct.")
  var degree = 0.95

  @Option(help: "Cases without a number: exclude, or absent (fully out of the set).")
  var missing: CalibrationRecipe.Missing?

  @Option(help: "A column that says how many cases each row stands for.")
  var frequency: String?

  @Option(help: "The edition to read a study by: cfir-2022 or cfir-2009.")
  var framework: Framework.Edition?

  @OptionGroup var ratings: RatingArguments
  @OptionGroup var mixed: MixedArguments

  func validate() throws { _ = try calibrate.map(entry) }

  /// Cases, how they are calibrated, and what a study asks of them.
  struct Reading {
    var columns: CaseColumns
    var recipe: CalibrationRecipe
    /// What the study asks; of a table nothing, its outcome being empty.
    var question: ConfigurationalAnalysis.Question
  }

  /// Reads a table or a study; prints what was found, and ends where that is an error.
  func read() throws -> Reading {
    var reading = try CaseTableFile.isTable(study) ? readTable() : readStudy()
    if let frequency {
      try Messages.orExit { () throws(Findings) in try reading.columns.count(by: frequency) }
    }
    return reading
  }

  private func readTable() throws -> Reading {
    var findings = Findings()
    let columns: CaseColumns
    do throws(Finding) {
      columns = try CaseTableFile.read(study, noting: &findings)
    } catch {
      Messages.print(findings)
      Messages.error(error.description)
      throw ExitCode.failure
    }
    Messages.print(findings)
    if findings.hasErrors { throw ExitCode.failure }
    return Reading(columns: columns, recipe: try completed(CalibrationRecipe()), question: .init(outcome: ""))
  }

  private func readStudy() throws -> Reading {
    var options = StudyOptions(words: .none)
    options.edition = framework
    ratings.apply(to: &options)
    mixed.apply(to: &options)
    options.surveys = ResponseOptions()
    options.surveys?.keepsScores = false
    let reading = StudyReader.read(study, options: options)
    Messages.print(reading.findings)
    guard var read = reading.study else { throw ExitCode.failure }
    // What the command line says of the outcome decides whether its number or its group is taken.
    read.calibration = try completed(read.calibration)
    return Reading(
      columns: read.caseColumns(), recipe: read.calibration, question: read.configurationQuestion)
  }

  /// A recipe with what the command line says, which goes first.
  private func completed(_ recipe: CalibrationRecipe) throws -> CalibrationRecipe {
    var recipe = recipe
    recipe.entries = try calibrate.map(entry) + recipe.entries
    recipe.missing = missing ?? recipe.missing
    return recipe
  }

  /// `NAME=METHOD:1,2,3`.
  private func entry(_ text: String) throws -> CalibrationRecipe.Entry {
    let names = CalibrationMethod.allCases.map(\.rawValue)
    guard let equals = text.lastIndex(of: "=") else {
      throw ValidationError("--calibrate is written NAME=METHOD:ANCHORS, such as 'DEV=direct:400,550,900'")
    }
    let parts = text[text.index(after: equals)...].split(separator: ":", maxSplits: 1)
    guard let name = parts.first, let method = CalibrationMethod(rawValue: name.trimmingWhitespace()) else {
      throw ValidationError("'\(text)' names no method; it is one of \(names.joined(separator: ", "))")
    }
    let cells = parts.count > 1 ? listed(String(parts[1])) : []
    let anchors = cells.compactMap { Double($0.replacing("\u{2212}", with: "-")) }.filter(\.isFinite)
    guard anchors.count == cells.count else {
      throw ValidationError("the anchors of '\(text)' are numbers separated by commas")
    }
    do throws(UnusableAnchors) {
      return CalibrationRecipe.Entry(
        factor: text[..<equals].trimmingWhitespace(),
        calibration: try method.calibration(anchors, degree: degree),
        origin: Origin(file: "--calibrate"))
    } catch {
      throw ValidationError("'\(text)': \(error.fix)")
    }
  }
}

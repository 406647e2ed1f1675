import ArgumentParser
import CFIRInterchange
import CFIRKit
import Foundation

extension ConfigurationalAnalysis.Part: ExpressibleByArgument {}
extension CalibrationRecipe.Missing: ExpressibleByArgument {}

struct QCACommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qca", abstract: "Which combinations of conditions go with the outcome?",
    discussion: """
      Qualitative comparative analysis, crisp, multi-value or fuzzy. A file is a table of cases: the first column names the \
      case, the others hold numbers. A study gives its ratings, calibrated by the recipe in study.yaml.
      """)

  /// Which solutions are wanted.
  enum Wanted: String, CaseIterable, ExpressibleByArgument {
    case conservative, parsimonious, intermediate, all
  }

  @Argument(help: "A table of cases, a study folder, or its study.yaml.")
  var study: String

  @Option(
    help:
      "The outcome: a column, ~NAME for its absence, NAME{2} for one of several values. A study's own by default."
  )
  var outcome: String?

  @Flag(help: "Ask about the outcome's absence.")
  var negateOutcome = false

  @Option(help: "The conditions, separated by commas; all other columns of a table by default.")
  var conditions: String?

  @Option(help: "The least inclusion of a combination that leads to the outcome.")
  var incl = 0.8

  @Option(help: "From this inclusion on, and below --incl, a combination is a contradiction.")
  var contradiction: Double?

  @Option(help: "The least PRI of such a combination.")
  var pri = 0.0

  @Option(help: "The least number of cases of a combination; fewer make it a remainder.")
  var ncut = 1

  @Option(help: "The solutions: conservative, parsimonious, intermediate or all.")
  var solution = Wanted.all

  @Option(help: "What is expected to lead to the outcome, such as A,~B or C{2}; for intermediate solutions.")
  var expect: String?

  @Flag(help: "All models that need each of their paths, not only those with the fewest.")
  var irredundant = false

  @Option(help: "A column that says how many cases each row stands for.")
  var frequency: String?

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

  @Flag(help: "Try how the solutions change with cut-offs, anchors and cases.")
  var robustness = false

  @Option(help: "How many models are listed.")
  var list = 1000

  @Option(help: "How many times the usual time a search may take.")
  var effort = 1

  @Option(
    help: "What --format csv holds: solutions, truth-table, necessity, chart, robustness or calibrated.")
  var part = ConfigurationalAnalysis.Part.solutions

  @Option(
    help: """
      Also write a new folder with the calibrated cases, the analysis, and scripts that rerun it in R and recheck it in \
      Python.
      """)
  var export: String?

  @Option(help: "The edition to read a study by: cfir-2022 or cfir-2009.")
  var framework: Framework.Edition?

  @OptionGroup var ratings: RatingArguments
  @OptionGroup var mixed: MixedArguments
  @OptionGroup var output: OutputArguments

  func validate() throws {
    for (name, value) in [("--incl", incl), ("--pri", pri), ("--contradiction", contradiction ?? 0)]
    where !(0...1).contains(value) {
      throw ValidationError("\(name) is a share between 0 and 1")
    }
    if let contradiction, contradiction >= incl { throw ValidationError("--contradiction lies below --incl") }
    if ncut < 1 { throw ValidationError("--ncut is at least 1") }
    _ = try calibrate.map(entry)
    if !(1...100_000).contains(list) { throw ValidationError("--list is between 1 and 100000") }
    if !(1...1000).contains(effort) { throw ValidationError("--effort is between 1 and 1000") }
    if solution == .intermediate && expect == nil {
      throw ValidationError(
        "intermediate solutions need --expect A,~B: what is expected to lead to the outcome")
    }
  }

  func run() throws {
    var (columns, recipe, usual) = try read()
    recipe.entries = try calibrate.map(entry) + recipe.entries
    recipe.missing = missing ?? recipe.missing
    if let frequency { try orExit { () throws(Finding) in try columns.count(by: frequency) } }
    guard let outcome = outcome ?? usual else {
      Messages.error("\(study): error: no outcome is named; say --outcome NAME")
      throw ExitCode.failure
    }
    let clock = SearchClock()
    let analysis: ConfigurationalAnalysis
    do throws(Findings) {
      analysis = try ConfigurationalAnalysis(
        columns, by: recipe, asking: question(outcome), isStopped: clock.poll)
    } catch {
      Interruption.end()
      Messages.print(error)
      throw ExitCode.failure
    }
    Interruption.end()
    if Interruption.isAsked {
      Messages.error("interrupted: what was found so far is shown, marked incomplete")
    }
    if let export { try OutputFile.write(analysis.export, to: export) }
    try output.write(analysis.answer(part: part))
  }

  private func question(_ outcome: String) -> ConfigurationalAnalysis.Question {
    var question = ConfigurationalAnalysis.Question(outcome: outcome)
    question.isNegated = negateOutcome
    question.conditions = conditions.map(Self.list) ?? []
    (question.cuts.inclusion, question.cuts.pri, question.cuts.count) = (incl, pri, ncut)
    question.cuts.contradiction = contradiction
    if solution != .all { question.kinds = question.kinds.filter { $0.rawValue == solution.rawValue } }
    question.expectations = expect ?? ""
    question.allIrredundant = irredundant
    question.limit = list
    question.effort = effort
    question.checksRobustness = robustness
    return question
  }

  private func read() throws -> (columns: CaseColumns, recipe: CalibrationRecipe, outcome: String?) {
    if CaseTableFile.isTable(study) {
      var findings = Findings()
      let columns = try orExit { () throws(Finding) in try CaseTableFile.read(study, noting: &findings) }
      Messages.print(findings)
      if findings.hasErrors { throw ExitCode.failure }
      return (columns, CalibrationRecipe(), nil)
    }
    guard conditions != nil else {
      throw ValidationError("name the conditions of a study with --conditions A,B,C")
    }
    var options = StudyOptions(words: .none)
    options.edition = framework
    ratings.apply(to: &options)
    mixed.apply(to: &options)
    let reading = StudyReader.read(study, options: options)
    Messages.print(reading.findings)
    guard var read = reading.study else { throw ExitCode.failure }
    if let mixed = mixed.mixed { read.calibration.mixed = mixed }
    // What the command line says of the outcome decides whether its number or its group is taken.
    let said = try calibrate.map(entry)
    read.calibration.entries = said + read.calibration.entries
    return (read.caseColumns(), read.calibration, read.groups == nil ? nil : read.outcomeColumn ?? "outcome")
  }

  private func orExit<Value>(_ body: () throws(Finding) -> Value) throws -> Value {
    do throws(Finding) {
      return try body()
    } catch {
      Messages.error(error.description)
      throw ExitCode.failure
    }
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
    let cells = parts.count > 1 ? Self.list(String(parts[1])) : []
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

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
  }
}

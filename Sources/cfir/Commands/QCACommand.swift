import ArgumentParser
import CFIRInterchange
import CFIRKit
import Foundation

extension ConfigurationalAnalysis.Part: ExpressibleByArgument {}

struct QCACommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qca", abstract: "Which combinations of conditions go with the outcome?",
    discussion: """
      Qualitative comparative analysis, crisp, multi-value or fuzzy. A file is a table of cases: the first column names the \
      case, the others hold numbers. A study gives its ratings, and its survey scores as survey:NAME, calibrated by the recipe in \
      study.yaml; `configurations:` there says what is asked where no option does.
      """)

  /// Which solutions are wanted.
  enum Wanted: String, CaseIterable, ExpressibleByArgument {
    case conservative, parsimonious, intermediate, all
  }

  @Option(
    help:
      "The outcome: a column, ~NAME for its absence, NAME{2} for one of several values. A study's own by default."
  )
  var outcome: String?

  @Flag(help: "Ask about the outcome's absence.")
  var negateOutcome = false

  @Option(
    help:
      "The conditions, separated by commas. By default all other columns of a table; of a study those that it names, else those that the report would choose."
  )
  var conditions: String?

  @Option(
    help: "The least inclusion of a combination that leads to the outcome. Default: the study's, else 0.8.")
  var incl: Double?

  @Option(help: "From this inclusion on, and below --incl, a combination is a contradiction.")
  var contradiction: Double?

  @Option(help: "The least PRI of such a combination. Default: the study's, else 0.")
  var pri: Double?

  @Option(
    help:
      "The least number of cases of a combination; fewer make it a remainder. Default: the study's, else 1."
  )
  var ncut: Int?

  @Option(help: "The solutions: conservative, parsimonious, intermediate or all.")
  var solution = Wanted.all

  @Option(help: "What is expected to lead to the outcome, such as A,~B or C{2}; for intermediate solutions.")
  var expect: String?

  @Flag(help: "All models that need each of their paths, not only those with the fewest.")
  var irredundant = false

  @Flag(help: "Try how the solutions change with cut-offs, anchors and cases.")
  var robustness = false

  @Option(help: "How many models are listed.")
  var list = 1000

  @Option(help: "How many times the usual time a search may take.")
  var effort = 1

  @Option(
    help: "What --format csv holds: solutions, truth-table, necessity, chart, robustness or calibrated.")
  var part = ConfigurationalAnalysis.Part.solutions

  @OptionGroup var export: ExportArguments
  @OptionGroup var cases: CaseArguments
  @OptionGroup var output: OutputArguments

  func validate() throws {
    for (name, value) in [("--incl", incl), ("--pri", pri), ("--contradiction", contradiction)] {
      if let value, !(0...1).contains(value) { throw ValidationError("\(name) is a share between 0 and 1") }
    }
    if let ncut, ncut < 1 { throw ValidationError("--ncut is at least 1") }
    if !(1...100_000).contains(list) { throw ValidationError("--list is between 1 and 100000") }
    if !(1...1000).contains(effort) { throw ValidationError("--effort is between 1 and 1000") }
  }

  func run() throws {
    let read = try cases.read()
    var (columns, question) = (read.columns, try completed(read.question))
    guard !question.outcome.isEmpty else {
      Messages.error("\(cases.study): error: no outcome is named; say --outcome NAME")
      throw ExitCode.failure
    }
    if columns.isStudy {
      try Messages.orExit { () throws(Findings) in
        _ = try question.chooseConditions(from: &columns, by: read.recipe)
      }
    }
    let clock = SearchClock()
    let analysis = try Messages.orExit { () throws(Findings) in
      defer { Interruption.end() }
      return try ConfigurationalAnalysis(columns, by: read.recipe, asking: question, isStopped: clock.poll)
    }
    if Interruption.isAsked {
      Messages.error("interrupted: what was found so far is shown, marked incomplete")
    }
    Messages.print(analysis.cases.leftOutNotes)
    try export.write(analysis.export)
    try output.write(analysis.answer(part: part))
  }

  /// What a study asks, as far as no option says otherwise.
  private func completed(
    _ asked: ConfigurationalAnalysis.Question
  ) throws -> ConfigurationalAnalysis.Question {
    var question = asked
    let options = ConfigurationalAnalysis.Question.Places()
    if let outcome { (question.outcome, question.places.outcome) = (outcome, options.outcome) }
    if let conditions, listed(conditions).isEmpty {
      throw ValidationError("--conditions names at least one condition")
    }
    if let expect, listed(expect).isEmpty {
      throw ValidationError("--expect names at least one condition, such as A,~B")
    }
    if let conditions {
      question.conditions = listed(conditions)
      question.places.conditions = options.conditions
      // What the study expects is said of its own conditions.
      question.expectations = ""
    }
    if let expect { (question.expectations, question.places.expectations) = (expect, options.expectations) }
    question.isNegated = negateOutcome
    question.cuts.inclusion = incl ?? question.cuts.inclusion
    question.cuts.pri = pri ?? question.cuts.pri
    question.cuts.count = ncut ?? question.cuts.count
    question.cuts.contradiction = contradiction
    if let contradiction, contradiction >= question.cuts.inclusion {
      throw ValidationError("--contradiction lies below --incl")
    }
    if solution != .all { question.kinds = question.kinds.filter { $0.rawValue == solution.rawValue } }
    if solution == .intermediate && question.expectations.isEmpty {
      throw ValidationError(
        "intermediate solutions need --expect A,~B: what is expected to lead to the outcome")
    }
    question.allIrredundant = irredundant
    question.limit = list
    question.effort = effort
    question.checksRobustness = robustness
    return question
  }
}

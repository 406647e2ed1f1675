import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRStatistics

struct CNACommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cna", abstract: "Coincidence analysis: which conditions make the outcome come about?",
    discussion: """
      A file is a table of cases: its first column is the case; each other column is a factor, its cells all 0 or 1 (crisp), whole numbers \
      (multi-value) or memberships 0 to 1 (fuzzy), unless --calibrate makes them so. A study gives its ratings, and its survey \
      scores as survey:NAME, calibrated by the recipe in study.yaml. Factors are read in upper case; lower case stands for absence. \
      Interrupted, it prints what was found so far.
      """)

  @Option(
    help:
      "Outcomes: X for presence, ~X (in a table also x) for absence, X=2 for a value. All factors of a table, and a study's own outcome, by default.",
    transform: list
  )
  var outcome: [String] = []

  @Option(
    help:
      "The factors to analyse beside the outcomes; by default all, and of a study those that `configurations:` names unless --reduce is given.",
    transform: list)
  var conditions: [String] = []

  @Option(help: "The least consistency, 0 to 1. Default: 1.", transform: share)
  var con = 1.0

  @Option(help: "The least coverage, 0 to 1. Default: 1; with --reduce 0.", transform: share)
  var cov: Double?

  @Option(
    help:
      "What may cause what: \"A,B<C\" says that C is no cause of A or B. Factors not named stand upstream.")
  var ordering: String?

  @Flag(help: "Factors of one level of the ordering are no causes of each other.")
  var strict = false

  @Option(help: "Factors that are never outcomes.", transform: list)
  var exogenous: [String] = []

  @Option(
    help:
      "The most conjuncts of an alternative, alternatives of a model, and its complexity. Default: 3,4,10.",
    transform: steps)
  var maxstep = [3, 4, 10]

  @Flag(
    help: "Rank the minimally sufficient conditions of one outcome over all factors, to choose what to model."
  )
  var reduce = false

  @Option(help: "With --reduce: how many conditions may come together, 1 to 5.")
  var depth = 3

  @Option(help: "With --reduce: how many of the best are listed.")
  var top = 100

  @Flag(help: "Analyse at every pair of thresholds of --grid too, and score each model's fit-robustness.")
  var robustness = false

  @Option(help: "The thresholds of --robustness. Default: 1,0.9,0.8,0.7.", transform: shares)
  var grid = [1, 0.9, 0.8, 0.7]

  @OptionGroup var export: ExportArguments
  @OptionGroup var cases: CaseArguments
  @OptionGroup var output: OutputArguments

  func validate() throws {
    if reduce && robustness { throw ValidationError("give --reduce or --robustness, not both") }
    if reduce && outcome.count > 1 { throw ValidationError("--reduce takes one --outcome") }
    if !(1...5).contains(depth) { throw ValidationError("--depth is 1 to 5") }
    if top < 1 { throw ValidationError("--top is at least 1") }
  }

  func run() throws {
    let (source, outcomes) = try read()
    let watch = Interruption.monitor(FormulaNotation(source.table))
    let (answer, shortfalls, export) =
      try reduce ? reduction(source, outcomes, watch) : analysis(source, outcomes, watch)
    Interruption.end()
    for shortfall in shortfalls { Messages.error("\(cases.study): incomplete: \(shortfall)") }
    try self.export.write(export)
    try output.write(answer)
  }

  private func analysis(
    _ source: CoincidenceSource, _ outcomes: [FactorValue], _ watch: SearchMonitor
  ) throws -> (Answer, [String], ExportArguments.Maker) {
    let table = source.table
    var options = CoincidenceAnalysis.Options()
    (options.consistency, options.coverage) = (con, cov ?? 1)
    (options.conjuncts, options.disjuncts, options.complexity) = (maxstep[0], maxstep[1], maxstep[2])
    if !outcomes.isEmpty { options.outcomes = outcomes }
    options.exogenous = Set(try exogenous.map { try factor($0, table) })
    if let both = outcomes.first(where: { options.exogenous.contains($0.factor) }) {
      throw failure(
        "'\(table.factors[both.factor].name)' is an outcome and exogenous; name it as one of the two")
    }
    options.ordering = try ordering.map { try self.ordering($0, table) }
    let analysis = CoincidenceAnalysis(table, options: options, watch: watch)
    let answer = CoincidenceAnswer(
      source, options: options, analysis: analysis,
      robustness: robustness ? FitRobustness(table, options: options, thresholds: grid, watch: watch) : nil)
    return (answer.answer(), answer.shortfalls, answer.export)
  }

  private func reduction(
    _ source: CoincidenceSource, _ outcomes: [FactorValue], _ watch: SearchMonitor
  ) throws -> (Answer, [String], ExportArguments.Maker) {
    let table = source.table
    guard let outcome = outcomes.last else { throw failure("no outcome is named; say --outcome NAME") }
    guard outcomes.count == 1 else {
      throw failure(
        "the outcome has several values; choose one, such as \(FormulaNotation(table).text(outcome))")
    }
    var options = ConditionReduction.Options()
    (options.consistency, options.coverage, options.conjuncts, options.listed) = (con, cov ?? 0, depth, top)
    let ordering = try self.ordering.map { try self.ordering($0, table) }
    let reduction = ConditionReduction(
      table, outcome: outcome, among: ordering?.causes(of: outcome.factor, among: table), options: options,
      watch: watch)
    let answer = ReductionAnswer(source, outcome: outcome, options: options, reduction: reduction)
    return (answer.answer(), answer.shortfalls, answer.export)
  }
}

private func list(_ text: String) throws -> [String] {
  let parts = listed(text)
  if parts.isEmpty { throw ValidationError("name at least one factor") }
  return parts
}

private func share(_ text: String) throws -> Double {
  guard let value = Double(text), (0...1).contains(value) else {
    throw ValidationError("'\(text)' is not a share between 0 and 1")
  }
  return value
}

private func shares(_ text: String) throws -> [Double] { try list(text).map(share) }

private func steps(_ text: String) throws -> [Int] {
  let numbers = text.split(separator: ",").compactMap { Int($0.trimmingWhitespace()) }
  guard numbers.count == 3, numbers.allSatisfy({ (1...16).contains($0) }) else {
    throw ValidationError("--maxstep is three whole numbers from 1 to 16, such as 3,4,10")
  }
  return numbers
}

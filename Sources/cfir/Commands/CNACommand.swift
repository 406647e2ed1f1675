import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRStatistics

struct CNACommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cna", abstract: "Coincidence analysis: which conditions make the outcome come about?",
    discussion: """
      A table's first column is the case; each other column is a factor, its cells all 0 or 1 (crisp), whole numbers \
      (multi-value) or memberships 0 to 1 (fuzzy). Factors are read in upper case; lower case stands for absence. \
      Interrupted, it prints what was found so far.
      """)

  @Argument(help: "A table of cases: first column the case, numbers elsewhere.")
  var table: String

  @Option(
    help: "Outcomes: X for presence, x for absence, X=2 for a value. All factors by default.", transform: list
  )
  var outcome: [String] = []

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

  @OptionGroup var output: OutputArguments

  func validate() throws {
    if reduce && robustness { throw ValidationError("give --reduce or --robustness, not both") }
    if reduce && outcome.count != 1 { throw ValidationError("--reduce needs one --outcome") }
    if !(1...5).contains(depth) { throw ValidationError("--depth is 1 to 5") }
    if top < 1 { throw ValidationError("--top is at least 1") }
  }

  func run() throws {
    let file = FactorTableFile(table)
    Messages.print(file.findings)
    guard let table = file.table else { throw ExitCode.failure }
    let watch = Interruption.watch(FormulaNotation(table))
    let (answer, shortfalls) =
      try reduce ? reduction(file.title, table, watch) : analysis(file.title, table, watch)
    Interruption.end()
    for shortfall in shortfalls { Messages.error("\(file.title): incomplete: \(shortfall)") }
    try output.write(answer)
  }

  private func analysis(
    _ title: String, _ table: FactorTable, _ watch: SearchWatch
  ) throws -> (Answer, [String]) {
    var options = CoincidenceAnalysis.Options()
    (options.consistency, options.coverage) = (con, cov ?? 1)
    (options.conjuncts, options.disjuncts, options.complexity) = (maxstep[0], maxstep[1], maxstep[2])
    if !outcome.isEmpty { options.outcomes = try outcome.flatMap { try values($0, table) } }
    options.exogenous = Set(try exogenous.map { try factor($0, table) })
    options.ordering = try ordering.map { try self.ordering($0, table) }
    let analysis = CoincidenceAnalysis(table, options: options, watch: watch)
    let answer = CoincidenceAnswer(
      title: title, table: table, options: options, analysis: analysis,
      robustness: robustness ? FitRobustness(table, options: options, thresholds: grid, watch: watch) : nil)
    return (answer.answer(), answer.shortfalls)
  }

  private func reduction(
    _ title: String, _ table: FactorTable, _ watch: SearchWatch
  ) throws -> (Answer, [String]) {
    var options = ConditionReduction.Options()
    (options.consistency, options.coverage, options.conjuncts, options.listed) = (con, cov ?? 0, depth, top)
    let notation = FormulaNotation(table)
    let outcomes = try values(outcome[0], table)
    guard outcomes.count == 1 else {
      throw failure("'\(outcome[0])' has several values; choose one, such as \(notation.text(outcomes[0]))")
    }
    let ordering = try self.ordering.map { try self.ordering($0, table) }
    let reduction = ConditionReduction(
      table, outcome: outcomes[0], among: ordering?.causes(of: outcomes[0].factor, among: table),
      options: options,
      watch: watch)
    let answer = ReductionAnswer(
      title: title, table: table, outcome: outcomes[0], options: options, reduction: reduction)
    return (answer.answer(), answer.shortfalls)
  }

  // MARK: Names

  /// A factor value, or all values of a factor that has several.
  private func values(_ text: String, _ table: FactorTable) throws -> [FactorValue] {
    if let value = try? FormulaNotation(table).value(text) { return [value] }
    if table.kind == .multiValue, let factor = table.factor(named: text) {
      return table.factors[factor].values.map { FactorValue(factor: factor, value: $0) }
    }
    if let factor = table.factor(named: String(text.prefix { $0 != "=" })) {
      throw failure(
        table.kind == .multiValue
          ? "'\(text)' is no value that occurs; \(table.factors[factor].name) is \(NumberStyle.list(table.factors[factor].values.map(String.init)))"
          : "'\(text)': factors of this table are present (\(table.factors[factor].name)) or absent (\(table.factors[factor].name.lowercased()))"
      )
    }
    return [FactorValue(factor: try factor(text, table), value: 1)]
  }

  private func factor(_ name: String, _ table: FactorTable) throws -> Int {
    if let factor = table.factor(named: name) { return factor }
    throw unknown(name, table)
  }

  private func ordering(_ text: String, _ table: FactorTable) throws -> CausalOrdering {
    do throws(CausalOrdering.Problem) {
      return try CausalOrdering(text, of: table, isStrict: strict)
    } catch {
      switch error {
      case .unknown(let name): throw unknown(name, table)
      case .twice(let name): throw failure("'\(name)' stands twice in the ordering; give it one level")
      case .blank: throw failure("the ordering '\(text)' has an empty place; write it as A,B<C")
      }
    }
  }

  private func unknown(_ name: String, _ table: FactorTable) -> ExitCode {
    let names = table.factors.map(\.name)
    return failure(
      "there is no factor '\(name)'; "
        + nearest(name, among: names).asSuggestion.ifEmpty("there are \(NumberStyle.list(names))"))
  }

  private func failure(_ message: String) -> ExitCode {
    Messages.error("\(table): error: \(message)")
    return .failure
  }
}

private func list(_ text: String) throws -> [String] {
  let parts = text.split(separator: ",").map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
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

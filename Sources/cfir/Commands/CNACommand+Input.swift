import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRStatistics

extension CNACommand {
  /// The cases, and what is asked to be explained; nothing where that is everything.
  func read() throws -> (source: CoincidenceSource, outcomes: [FactorValue]) {
    let read = try cases.read()
    let (columns, asked) = (read.columns, question(read.question))
    guard !columns.isStudy || !asked.outcomes.isEmpty else {
      throw failure("no outcome is named; say --outcome NAME")
    }
    let factored = try Messages.orExit { () throws(Findings) in
      try FactoredCases(columns, by: read.recipe, asking: asked)
    }
    Messages.print(factored.cases.leftOutNotes)
    let table = factored.table
    for (value, text) in zip(factored.outcomes, outcome)
    where !columns.isStudy && table.kind != .multiValue && value.value == 0 && !text.hasPrefix("~") {
      let name = table.factors[value.factor].name
      Messages.error(
        "\(cases.study): note: the outcome is the absence of \(name); write \(name) for its presence")
    }
    return (CoincidenceSource(columns, factored), factored.outcomes)
  }

  /// What a study asks, as far as no option says otherwise. What is worth modelling is looked for over all constructs.
  private func question(_ asked: ConfigurationalAnalysis.Question) -> FactoredCases.Question {
    var question = FactoredCases.Question(outcomes: outcome, conditions: conditions)
    if outcome.isEmpty && !asked.outcome.isEmpty {
      question.outcomes = [asked.outcome]
      question.outcomePlace = asked.places.outcome
    }
    if conditions.isEmpty && !reduce {
      question.conditions = asked.conditions
      question.conditionPlace = asked.places.conditions
    }
    return question
  }

  /// A factor by its name.
  func factor(_ name: String, _ table: FactorTable) throws -> Int {
    if let factor = table.factor(named: name) { return factor }
    throw unknown(name, table)
  }

  /// What may be a cause of what.
  func ordering(_ text: String, _ table: FactorTable) throws -> CausalOrdering {
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

  /// Says what is wrong with the question.
  func failure(_ message: String) -> ExitCode {
    Messages.error("\(cases.study): error: \(message)")
    return .failure
  }
}

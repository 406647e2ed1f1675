import CFIRStatistics

/// The conditions that are worth modelling, as an answer.
public struct ReductionAnswer {
  /// The cases and where they come from.
  public var source: CoincidenceSource
  /// What is to come about.
  public var outcome: FactorValue
  /// What was asked.
  public var options: ConditionReduction.Options
  /// What was found.
  public var reduction: ConditionReduction

  /// A reduction with what it was asked.
  public init(
    _ source: CoincidenceSource, outcome: FactorValue, options: ConditionReduction.Options,
    reduction: ConditionReduction
  ) {
    self.source = source
    self.outcome = outcome
    self.options = options
    self.reduction = reduction
  }

  private var table: FactorTable { source.table }
  private var notation: FormulaNotation { FormulaNotation(table) }

  /// Where the search ended before it was complete, in words.
  public var shortfalls: [String] { reduction.bound.map { [$0.words(notation)] } ?? [] }

  /// The answer in all its forms.
  public func answer() -> Answer {
    Answer("\(source.title): conditions of \(notation.text(outcome))", blocks: blocks, data: data, json: json)
  }

  private var blocks: [Answer.Block] {
    let counts = reduction.counts.enumerated().map {
      "\($0.element) of \(NumberStyle.count($0.offset + 1, "conjunct"))"
    }
    var blocks: [Answer.Block] = [
      .paragraph(
        "\(NumberStyle.count(table.caseCount, "case")), \(NumberStyle.count(table.factors.count - 1, "factor")) and the outcome, "
          + "\(table.kind.rawValue). Minimally sufficient conditions with consistency at least "
          + "\(NumberStyle.threshold(options.consistency))"
          + (options.coverage > 0 ? " and coverage at least \(NumberStyle.threshold(options.coverage))" : "")
          + ": \(NumberStyle.list(counts)).")
    ]
    if !source.notes.isEmpty { blocks.append(.list(source.notes)) }
    if !shortfalls.isEmpty { blocks.append(.incomplete(shortfalls)) }
    blocks.append(
      .models(
        "Ranked by coverage", reduction.models, notation, isSufficientOnly: true,
        notes: [
          "This is a way to choose factors, no result: with many factors and few cases some conditions fit by chance. Model the chosen factors with cfir cna, and say how they were chosen."
        ]))
    return blocks
  }

  private var data: Table {
    var data = Table(
      "msc",
      columns: ["kind", "outcome", "condition", "consistency", "coverage", "complexity"].map {
        Table.Column($0)
      })
    for model in reduction.models {
      data.add([
        .text("msc"), .text(notation.outcomes(model)), .text(notation.text(model, isSufficientOnly: true)),
        .number(model.consistency), .number(model.coverage), .count(model.complexity),
      ])
    }
    return data
  }

  var json: JSON {
    .object(
      JSON.coincidenceHead(source, consistency: options.consistency, coverage: options.coverage) + [
        ("counts", .array(reduction.counts.map { JSON($0) })),
        ("msc", .array(reduction.models.map { .model($0, notation, isSufficientOnly: true) })), ("asf", []),
        ("csf", []), ("complete", .bool(shortfalls.isEmpty)), ("bounds", .array(shortfalls.map(JSON.string))),
      ])
  }
}

import CFIRStatistics

/// What coincidence analysis says of a table of cases, as an answer.
public struct CoincidenceAnswer {
  /// The cases and where they come from.
  public var source: CoincidenceSource
  /// What was asked.
  public var options: CoincidenceAnalysis.Options
  /// What was found.
  public var analysis: CoincidenceAnalysis
  /// How the models fare at other thresholds, where that was asked.
  public var robustness: FitRobustness?

  /// An analysis with what it was asked.
  public init(
    _ source: CoincidenceSource, options: CoincidenceAnalysis.Options, analysis: CoincidenceAnalysis,
    robustness: FitRobustness? = nil
  ) {
    self.source = source
    self.options = options
    self.analysis = analysis
    self.robustness = robustness
  }

  private var table: FactorTable { source.table }
  private var notation: FormulaNotation { FormulaNotation(table) }

  /// Where the search ended before it was complete, in words.
  public var shortfalls: [String] {
    (analysis.bounds + (robustness?.bounds.filter { !analysis.bounds.contains($0) } ?? [])).map {
      $0.words(notation)
    }
  }

  /// The answer in all its forms.
  public func answer() -> Answer {
    Answer("\(source.title): coincidence analysis", blocks: blocks, data: data, json: json)
  }

  // MARK: People

  private var blocks: [Answer.Block] {
    var blocks: [Answer.Block] = [.paragraph(introduction)]
    if !source.notes.isEmpty { blocks.append(.list(source.notes)) }
    if !shortfalls.isEmpty { blocks.append(.incomplete(shortfalls)) }
    let outcomes = Set(analysis.atomic.flatMap(\.formulas).map(\.outcome)).count
    if outcomes > 1 {
      blocks.append(
        .models(
          "Models of several outcomes (complex solution formulas)", analysis.complex, notation,
          notes: ["Each formula holds; consistency and coverage are the lowest of its formulas."]))
    }
    if analysis.atomic.isEmpty {
      blocks.append(
        .paragraph(
          "No model reaches both thresholds. Lower consistency and coverage by small steps, not below 0.75, or allow longer models by --maxstep."
        ))
    } else {
      blocks.append(
        .models(
          "Models (atomic solution formulas)", analysis.atomic, notation,
          notes: outcomes < analysis.atomic.count
            ? [
              "Several models of an outcome fit: the cases do not tell which is right, and a report must show all of them."
            ] : []))
    }
    blocks.append(
      .models(
        "Minimally sufficient conditions", analysis.sufficient, notation, isSufficientOnly: true, notes: []))
    if let robustness { blocks.append(robustnessBlock(robustness)) }
    return blocks
  }

  private var introduction: String {
    "\(NumberStyle.count(table.caseCount, "case")), \(NumberStyle.count(table.factors.count, "factor")), "
      + "\(table.kind.rawValue). Consistency at least \(NumberStyle.threshold(options.consistency)), coverage at least "
      + "\(NumberStyle.threshold(options.coverage)); at most \(NumberStyle.count(options.conjuncts, "conjunct")), "
      + "\(NumberStyle.count(options.disjuncts, "alternative")), complexity \(options.complexity). "
      + (table.kind == .multiValue
        ? "C=2 is factor C with the value 2; " : "Upper case is presence, lower case absence; ")
      + "* is and, + is or, -> is sufficient, <-> is sufficient and necessary."
  }

  private func robustnessBlock(_ robustness: FitRobustness) -> Answer.Block {
    var table = Table(
      "Fit-robustness",
      columns: [
        .init("Model", isHeader: true), .init("Score", isNumeric: true),
        .init("Of the highest", isNumeric: true),
        .init("Found", isNumeric: true),
      ])
    for score in robustness.scores.prefix(Answer.Block.shownModels) {
      table.add([
        .text(notation.text(score.model)), .count(score.score), .number(score.normalized),
        .count(score.found),
      ])
    }
    table.notes = [
      "Analysed at \(robustness.analyses) pairs of consistency and coverage out of "
        + "\(robustness.thresholds.map(NumberStyle.threshold).joined(separator: ", ")); "
        + "\(robustness.analysesWithModels) gave models. A model scores for each other model that tells the same in more or less "
        + "detail, each time that it was found (Parkkinen & Baumgartner 2021)."
    ]
    if robustness.scores.count > Answer.Block.shownModels {
      table.notes.append(Answer.Block.more(robustness.scores.count))
    }
    return .table(table)
  }

  // MARK: Programs

  private var data: Table {
    var data = Table(
      "cna",
      columns: [
        "kind", "outcome", "condition", "consistency", "coverage", "complexity", "score", "normalized",
        "found",
      ].map { Table.Column($0) })
    for (kind, models) in [
      ("msc", analysis.sufficient), ("asf", analysis.atomic), ("csf", analysis.complex),
    ] {
      for model in models {
        data.add(
          [.text(kind)] + cells(model, isSufficientOnly: kind == "msc") + [.text(""), .text(""), .text("")])
      }
    }
    for score in robustness?.scores ?? [] {
      data.add(
        [.text("robustness")] + cells(score.model) + [
          .count(score.score), .number(score.normalized), .count(score.found),
        ])
    }
    return data
  }

  private func cells(_ model: CoincidenceModel, isSufficientOnly: Bool = false) -> [Table.Cell] {
    [
      .text(notation.outcomes(model)), .text(notation.text(model, isSufficientOnly: isSufficientOnly)),
      .number(model.consistency), .number(model.coverage), .count(model.complexity),
    ]
  }

  var json: JSON {
    var members: [(key: String, value: JSON)] =
      JSON.coincidenceHead(source, consistency: options.consistency, coverage: options.coverage) + [
        ("maxstep", .array([options.conjuncts, options.disjuncts, options.complexity].map { JSON($0) })),
        ("msc", .array(analysis.sufficient.map { .model($0, notation, isSufficientOnly: true) })),
        ("asf", .array(analysis.atomic.map { .model($0, notation) })),
        ("csf", .array(analysis.complex.map { .model($0, notation) })),
      ]
    if let robustness {
      members.append(
        (
          "robustness",
          [
            "thresholds": .array(robustness.thresholds.map { JSON($0) }),
            "analyses": JSON(robustness.analyses),
            "analysesWithModels": JSON(robustness.analysesWithModels),
            "models": .array(
              robustness.scores.map { score in
                .model(
                  score.model, notation,
                  and: [
                    ("score", JSON(score.score)), ("normalized", JSON(score.normalized)),
                    ("found", JSON(score.found)),
                  ])
              }),
          ]
        ))
    }
    return .object(
      members + [
        ("complete", .bool(shortfalls.isEmpty)), ("bounds", .array(shortfalls.map(JSON.string))),
      ])
  }
}

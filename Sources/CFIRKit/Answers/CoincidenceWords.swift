import CFIRStatistics

/// Where an answer's cases come from.
public struct CoincidenceSource: Sendable {
  /// How the cases are called: a study's title or a file's name.
  public var title: String
  /// The cases.
  public var table: FactorTable
  /// The edition of the framework that a study is read by; nothing for a table.
  public var framework: String?
  /// How the numbers came to be, in sentences.
  public var notes: [String]

  /// How they were calibrated, and which were left out.
  public var calibrated: CalibratedCases

  /// Cases and where they come from.
  public init(_ columns: CaseColumns, _ factored: FactoredCases) {
    title = columns.title
    framework = columns.framework
    table = factored.table
    notes = factored.notes
    calibrated = factored.cases
  }
}

extension SearchBound {
  /// What was not looked at, in words.
  func words(_ notation: FormulaNotation) -> String {
    switch self {
    case .sufficient(let outcome, let conjuncts):
      conjuncts == 0
        ? "conditions of \(notation.text(outcome)) were not all tried"
        : "conditions of \(notation.text(outcome)) are complete up to \(NumberStyle.count(conjuncts, "conjunct")) only"
    case .necessary(let outcome, let disjuncts):
      disjuncts == 0
        ? "models of \(notation.text(outcome)) were not all tried"
        : "models of \(notation.text(outcome)) are complete up to \(NumberStyle.count(disjuncts, "alternative")) only"
    case .complex(let tried, let combinations):
      "models of several outcomes: only the \(tried) simplest of "
        + (combinations < 1e15 ? String(Int(combinations)) : "\(combinations)") + " combinations were tried"
    case .thresholds(let analysed, let pairs):
      "robustness: only \(analysed) of \(pairs) pairs of thresholds were analysed"
    case .scores(let compared, let models):
      "robustness: only the first \(compared) of \(models) models were scored, by each other"
    }
  }
}

extension SearchMonitor.Stage {
  /// What is being done, in words.
  public func words(_ notation: FormulaNotation) -> String {
    switch self {
    case .sufficient(let outcome, let conjuncts):
      "\(notation.text(outcome)): conditions of \(NumberStyle.count(conjuncts, "conjunct"))"
    case .necessary(let outcome, let disjuncts):
      "\(notation.text(outcome)): models of \(NumberStyle.count(disjuncts, "alternative"))"
    case .complex: "models of several outcomes"
    case .scores: "scores of models"
    }
  }
}

extension NumberStyle {
  /// A threshold as it was given: `1`, `0.75`.
  static func threshold(_ value: Double) -> String { JSON.number(value).text.trimmingWhitespace() }
}

extension Answer.Block {
  /// How many models people are shown; programs get all.
  static let shownModels = 25

  /// That a table goes on.
  static func more(_ count: Int) -> String {
    "The first \(shownModels) of \(count); --format csv or json lists all."
  }

  /// That a search ended early.
  static func incomplete(_ shortfalls: [String]) -> Answer.Block {
    .paragraph(
      "Incomplete: \(shortfalls.joined(separator: "; ")). What is listed is right; whether there is more is not known."
    )
  }

  /// Models with their fit.
  static func models(
    _ caption: String, _ models: [CoincidenceModel], _ notation: FormulaNotation,
    isSufficientOnly: Bool = false,
    notes: [String]
  ) -> Answer.Block {
    var table = Table(
      caption,
      columns: [
        .init(isSufficientOnly ? "Condition" : "Model", isHeader: true),
        .init("Consistency", isNumeric: true),
        .init("Coverage", isNumeric: true), .init("Complexity", isNumeric: true),
      ])
    for model in models.prefix(shownModels) {
      table.add([
        .text(notation.text(model, isSufficientOnly: isSufficientOnly)),
        .number(model.consistency, places: 3),
        .number(model.coverage, places: 3), .count(model.complexity),
      ])
    }
    table.notes =
      models.isEmpty ? ["None."] : models.count > shownModels ? [more(models.count)] + notes : notes
    return .table(table)
  }
}

extension JSON {
  /// The head of an answer.
  static func coincidenceHead(
    _ source: CoincidenceSource, consistency: Double, coverage: Double
  ) -> [(key: String, value: JSON)] {
    let table = source.table
    return [
      ("schema", "cfir.cna/1"), ("study", .string(source.title)), ("framework", JSON(source.framework)),
      ("data", .string(table.kind.rawValue)), ("cases", JSON(table.caseCount)),
      ("factors", .array(table.factors.map { .string($0.name) })),
      ("calibration", source.calibrated.calibration), ("leftOut", source.calibrated.omissions),
      ("notes", .array(source.notes.map(JSON.string))), ("con", JSON(consistency)), ("cov", JSON(coverage)),
    ]
  }

  /// A condition or model.
  static func model(
    _ model: CoincidenceModel, _ notation: FormulaNotation, isSufficientOnly: Bool = false,
    and more: [(key: String, value: JSON)] = []
  ) -> JSON {
    .object(
      [
        ("outcome", .string(notation.outcomes(model))),
        ("condition", .string(notation.text(model, isSufficientOnly: isSufficientOnly))),
        ("consistency", JSON(model.consistency)), ("coverage", JSON(model.coverage)),
        ("complexity", JSON(model.complexity)),
      ] + more)
  }
}

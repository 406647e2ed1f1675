import CFIRStatistics

extension ConfigurationalAnalysis {
  /// What a spreadsheet takes of an analysis.
  public enum Part: String, Sendable, CaseIterable {
    /// A row for each path of each model.
    case solutions
    /// A row for each combination.
    case truthTable = "truth-table"
    /// A row for each set.
    case necessity
    /// A row for each prime implicant.
    case chart
    /// A row for each variation.
    case robustness
    /// A row for each case, with its memberships.
    case calibrated
  }

  /// Which combinations go with the outcome.
  ///
  /// - Parameter part: What the CSV form holds.
  /// - Returns: The whole analysis for people and programs, and that part of it for spreadsheets.
  public func answer(part: Part = .solutions) -> Answer {
    Answer(
      "\(columns.title): configurations that lead to \(outcomeText)", blocks: blocks, data: data(part),
      json: json)
  }

  private var blocks: [Answer.Block] {
    var blocks: [Answer.Block] = [
      .list(account), .heading(2, "Necessary"), .table(necessityTable(forPeople: true)),
      .heading(2, "Truth table"), .table(truthTableTable),
    ]
    if !contradictions.isEmpty { blocks += [.heading(3, "Contradictions"), .list(contradictions)] }
    for solution in solutions { blocks += self.blocks(solution) }
    if question.kinds.contains(.intermediate) && !hasExpectations {
      blocks += [
        .heading(2, "Intermediate solution"),
        .paragraph("Not computed: nothing is expected of any condition. Say --expect A,~B."),
      ]
    }
    if question.checksRobustness {
      blocks += [.heading(2, "Robustness"), .table(robustnessTable(forPeople: true))]
    }
    return blocks
  }

  // MARK: Account

  /// What was done, in sentences.
  private var account: [String] {
    let cuts = truthTable.cuts
    var account = [
      "\(NumberStyle.count(truthTable.counts.reduce(0, +), "case")); conditions "
        + "\(NumberStyle.list(truthTable.conditions.map(\.name))); outcome \(outcomeText).",
      "A combination leads to the outcome from inclusion \(NumberText.plain(cuts.inclusion))"
        + (cuts.pri > 0 ? " and PRI \(NumberText.plain(cuts.pri))" : "")
        + " on, and counts from \(NumberStyle.count(cuts.count, "case")) on"
        + (cuts.contradiction.map { "; from inclusion \(NumberText.plain($0)) on it is a contradiction" }
          ?? "") + ".",
    ]
    account += cases.factors.map { "\($0.name): \($0.account)." } + columns.notes + cases.notes
    if let sentence = cases.leftOutSentence { account.append(sentence) }
    if !truthTable.ambiguous.isEmpty {
      account.append(
        "In no combination, since exactly 0.5 in a condition: \(names(truthTable.ambiguous)). They still count in inclusion and coverage."
      )
    }
    let seen = truthTable.rows.count { $0.outcome != .remainder }
    account.append(
      "\(seen) of \(NumberStyle.count(truthTable.possible, "possible combination")) observed, "
        + "\(NumberStyle.count(truthTable.possible - seen, "remainder"))."
    )
    return account
  }

  private var contradictions: [String] {
    truthTable.rows.compactMap { row in
      row.contradiction.map {
        "Row \(row.number): \(names($0.with)) with the outcome, \(names($0.without)) without."
      }
    }
  }

  /// The names of cases.
  public func names(_ places: [Int]) -> String { places.map { truthTable.cases[$0] }.joined(separator: ", ") }

  // MARK: Solutions

  private func blocks(_ solution: Solution) -> [Answer.Block] {
    var blocks: [Answer.Block] = [
      .heading(2, "\(solution.kind.rawValue.capitalized) solution"), .paragraph(summary(solution)),
    ]
    for (place, model) in solution.models.prefix(Self.shownModels).enumerated() {
      blocks.append(.table(table(model, number: place + 1, solution.kind)))
    }
    if solution.models.count > 1 || solution.primes.count > (solution.models.first?.paths.count ?? 0),
      solution.primes.count <= Self.shownPrimes
    {
      blocks.append(.table(chartTable(solution)))
    }
    return blocks
  }

  private static let shownModels = 10
  private static let shownPrimes = 40

  /// How many models there are and how sure that is.
  public func summary(_ solution: Solution) -> String {
    if solution.models.isEmpty {
      let highest = truthTable.rows.compactMap(\.inclusion).max()
      return
        "No combination reaches the cut-offs, so that there is nothing to explain. The highest inclusion is "
        + "\(NumberStyle.decimal(highest, places: 3))."
    }
    if solution.models.contains(where: { $0.paths.contains { $0.term.length == 0 } }) {
      return
        "No observed combination speaks against the outcome, so that no condition is needed to tell cases apart."
    }
    let kind = question.allIrredundant ? "irredundant model" : "model"
    var text =
      solution.count.isExact
      ? "\(NumberStyle.count(Int(clamping: solution.count.value), kind))"
      : "At least \(NumberStyle.count(Int(clamping: solution.count.value), kind))"
    let size = solution.size
    text += ", the shortest of \(NumberStyle.count(size.lowerBound, "path"))"
    if size.lowerBound < size.upperBound { text += " or more, and \(size.upperBound) at most" }
    text += "."
    let shown = min(solution.models.count, Self.shownModels)
    if UInt64(shown) < solution.count.value { text += " The first \(shown) are shown here." }
    if !solution.listsAll && UInt64(solution.models.count) < solution.count.value {
      text += " The listing ends at \(solution.models.count)."
    }
    if size.lowerBound < size.upperBound {
      text +=
        " The search was ended before its end and is inconclusive: say --effort 10 to let it go on for longer."
    } else if !solution.isComplete {
      text +=
        " The search was ended before all were counted; that none is shorter is certain"
        + (solution.kind == .intermediate ? " only for the pairs of models that were looked at." : ".")
    }
    return text
  }

  private func table(_ model: Solution.Model, number: Int, _ kind: Solution.Kind) -> Table {
    var table = Table(
      "M\(number): \(formula(model)) → \(outcomeText)",
      columns: [
        .init("Path", isHeader: true), .init("Inclusion", isNumeric: true), .init("PRI", isNumeric: true),
        .init("Coverage", isNumeric: true), .init("Unique", isNumeric: true), .init("Cases"),
      ])
    for path in model.paths {
      table.add([
        .text(path.term.text(truthTable.conditions)), .number(path.fit.inclusion, places: 3),
        .number(path.fit.pri, places: 3), .number(path.fit.coverage, places: 3),
        .number(path.uniqueCoverage, places: 3), .text(names(path.cases)),
      ])
    }
    table.add([
      .text("Model"), .number(model.fit.inclusion, places: 3), .number(model.fit.pri, places: 3),
      .number(model.fit.coverage, places: 3), .text(""), .text(""),
    ])
    if !model.between.isEmpty {
      let easy = NumberStyle.count(model.counterfactuals.count, "easy counterfactual")
      table.notes.append(
        "Between \(model.between.prefix(5).joined(separator: ", "))\(model.between.count > 5 ? " …" : ""); "
          + easy + Self.rows(model.counterfactuals))
    }
    if kind == .parsimonious, let assumed = truthTable.assumptions(of: model) {
      table.notes.append(
        NumberStyle.count(assumed.count, "simplifying assumption") + Self.rows(assumed))
    }
    return table
  }

  /// `: row 4, 6.`
  private static func rows(_ numbers: [Int]) -> String {
    if numbers.isEmpty { return "." }
    return ": row \(numbers.prefix(20).map(String.init).joined(separator: ", "))"
      + (numbers.count > 20 ? " …" : ".")
  }

  /// A model as it is written.
  public func formula(_ model: Solution.Model) -> String {
    model.text(truthTable.conditions)
  }

  private func chartTable(_ solution: Solution) -> Table {
    let rows = truthTable.rows.filter { $0.outcome == .present }.map(\.number)
    var table = Table(
      "Prime implicants and the rows that they cover",
      columns: [.init("Prime implicant", isHeader: true), .init("Essential")] + rows.map { .init("\($0)") })
    for prime in solution.primes {
      table.add(
        [.text(prime.term.text(truthTable.conditions)), .text(prime.isEssential ? "yes" : "")]
          + rows.map { .text(prime.rows.contains($0) ? "x" : "–") })
    }
    return table
  }
}

import CFIRStatistics

extension ConfigurationalAnalysis {
  /// One table for spreadsheets.
  func data(_ part: Part) -> Table {
    switch part {
    case .solutions: solutionData
    case .truthTable: truthTableTable
    case .necessity: necessityTable(forPeople: false)
    case .chart: chartData
    case .robustness: robustnessTable(forPeople: false)
    case .calibrated: calibratedTable
    }
  }

  var truthTableTable: Table {
    var table = Table(
      "Combinations of conditions",
      columns: [.init("row", isHeader: true)] + truthTable.conditions.map { .init($0.name, isNumeric: true) }
        + [
          .init("outcome"), .init("n", isNumeric: true), .init("inclusion", isNumeric: true),
          .init("PRI", isNumeric: true), .init("cases"),
        ])
    for row in truthTable.rows {
      table.add(
        [.text("\(row.number)")] + row.configuration.map { .count($0) } + [
          .text(row.outcome.rawValue), .count(row.count), .number(row.inclusion, places: 3),
          .number(row.pri, places: 3), .text(names(row.cases)),
        ])
    }
    if truthTable.rows.contains(where: { $0.outcome == .remainder }) {
      table.notes = ["?: too few cases; treated as a remainder."]
    }
    return table
  }

  func necessityTable(forPeople: Bool) -> Table {
    var table = Table(
      "Sets that cases with the outcome belong to",
      columns: [
        .init("term", isHeader: true), .init("inclusion", isNumeric: true), .init("RoN", isNumeric: true),
        .init("coverage", isNumeric: true),
      ])
    let combinations = necessity.combinations
    let shown = forPeople ? combinations.prefix(20) : combinations[...]
    for row in necessity.singles + shown {
      table.add([
        .text(row.text(truthTable.conditions)), .number(row.fit.inclusion, places: 3),
        .number(row.fit.ron, places: 3), .number(row.fit.coverage, places: 3),
      ])
    }
    table.notes = [
      "Every condition and its absence; joined ones (up to three) where inclusion reaches 0.9, alternatives where RoN reaches 0.5 as well."
        + (shown.count < combinations.count
          ? " \(combinations.count - shown.count) more are in the CSV and JSON forms." : "")
    ]
    return table
  }

  private var solutionData: Table {
    var table = Table(
      "solutions",
      columns: [
        "solution", "model", "path", "inclusion", "PRI", "coverage", "uniqueCoverage", "cases",
      ].map { Table.Column($0) })
    for solution in solutions {
      for (place, model) in solution.models.enumerated() {
        let head: [Table.Cell] = [.text(solution.kind.rawValue), .count(place + 1)]
        for path in model.paths {
          table.add(
            head + [
              .text(path.term.text(truthTable.conditions)), .number(path.fit.inclusion),
              .number(path.fit.pri),
              .number(path.fit.coverage), .number(path.uniqueCoverage), .text(names(path.cases)),
            ])
        }
        table.add(
          head + [
            .text(formula(model)), .number(model.fit.inclusion), .number(model.fit.pri),
            .number(model.fit.coverage), .text(""), .text(""),
          ])
      }
    }
    return table
  }

  private var chartData: Table {
    var table = Table(
      "chart", columns: ["solution", "primeImplicant", "essential", "rows"].map { Table.Column($0) })
    for solution in solutions {
      for prime in solution.primes {
        table.add([
          .text(solution.kind.rawValue), .text(prime.term.text(truthTable.conditions)),
          .text(prime.isEssential ? "yes" : "no"), .text(prime.rows.map(String.init).joined(separator: ", ")),
        ])
      }
    }
    return table
  }

  /// People see what changes and how often nothing does; spreadsheets get every variation.
  func robustnessTable(forPeople: Bool) -> Table {
    var table = Table(
      forPeople ? "What changes the solutions" : "robustness",
      columns: [.init("varied", isHeader: true), .init("to"), .init("solution")]
        + (forPeople ? [] : [.init("same")]) + [.init("models")])
    for variation in variations where !(forPeople && variation.isSame) {
      let models = variation.shownModels { $0 } ?? "no model"
      table.add(
        [.text(variation.varied.rawValue), .text(variation.setting), .text(variation.kind.rawValue)]
          + (forPeople ? [] : [.text(variation.isSame ? "yes" : "no")]) + [.text(models)])
    }
    table.notes = solutions.map { solution in
      "\(solution.kind.rawValue.capitalized), the same models: \(steadiness(of: solution.kind).joined(separator: ", "))."
    }
    table.notes.append(
      "Inclusion cut-offs over 0.5 are tried in every stretch between the rows' inclusions; anchors are moved by a tenth of their range, "
        + "thresholds by one of the cases' numbers; each case is left out once.")
    return table
  }

  /// How often each kind of variation left the models of a solution the same: `case left out 6 of 7`.
  public func steadiness(of kind: Solution.Kind) -> [String] {
    Variation.Varied.allCases.compactMap { varied in
      let all = variations.filter { $0.kind == kind && $0.varied == varied }
      return all.isEmpty ? nil : "\(varied.rawValue) \(all.count { $0.isSame }) of \(all.count)"
    }
  }

  /// The cases as memberships, the outcome as it was asked about.
  var calibratedTable: Table {
    var table = Table(
      "calibrated", columns: [.init("case")] + cases.table.factors.map { .init($0.name) })
    for (place, label) in cases.table.cases.enumerated() {
      table.add([.text(label)] + cases.table.factors.map { .number($0.values[place], places: 4) })
    }
    return table
  }
}

extension ConfigurationalAnalysis.Variation {
  /// The first three models that there were then, each as it is to be written; nothing where there was none.
  public func shownModels(_ written: (String) -> String) -> String? {
    if formulas.isEmpty { return nil }
    let more = formulas.count > 3 ? " (and \(formulas.count - 3) more)" : ""
    return formulas.prefix(3).map(written).joined(separator: "; ") + more
  }
}

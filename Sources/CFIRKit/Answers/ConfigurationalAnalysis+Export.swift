import CFIRStatistics

extension ConfigurationalAnalysis {
  /// The analysis for R's package `QCA` and for Python.
  ///
  /// - Throws: What cannot be written so that other programs read it the same.
  public func export() throws(Finding) -> AnalysisExport {
    try AnalysisExport(cases, analysis: json, script: script, recheck: RecheckScript.configurations)
  }

  private var script: String {
    let symbols = FormulaSymbols(cases.table.factors.map(\.name))
    let cuts = truthTable.cuts
    var lines = [
      RText.comment("\(columns.title): configurations that lead to \(outcomeText), for the R package QCA.")
    ]
    lines += RText.reading(cases, symbols)
    lines += [
      "", "library(QCA)",
      "tt <- truthTable(cases, outcome = \(RText.quoted(outcome(symbols))), "
        + "conditions = \(RText.vector(truthTable.conditions.map { symbols[$0.name] })),",
      "  incl.cut = \(cuts.contradiction.map { "c(\(cuts.inclusion), \($0))" } ?? "\(cuts.inclusion)"), "
        + "n.cut = \(cuts.count), pri.cut = \(cuts.pri), show.cases = TRUE)", "print(tt)",
    ]
    let all = question.allIrredundant ? ", all.sol = TRUE" : ""
    // Without an expectation there is nothing between the two others.
    let expected = expected(symbols)
    for solution in solutions where solution.kind != .intermediate || !expected.isEmpty {
      let more: String =
        switch solution.kind {
        case .conservative: ""
        case .parsimonious: ", include = \"?\""
        case .intermediate: ", include = \"?\", dir.exp = \(RText.vector(expected))"
        }
      lines.append("print(minimize(tt\(more)\(all), details = TRUE, show.cases = TRUE))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func outcome(_ symbols: FormulaSymbols) -> String {
    guard let outcome = cases.table.factors.last?.name else { return outcomeText }
    return outcomeText.replacing(outcome, with: symbols[outcome], maxReplacements: 1)
  }

  private func expected(_ symbols: FormulaSymbols) -> [String] {
    let isMultiValue = truthTable.conditions.contains { $0.levels > 2 }
    return zip(truthTable.conditions, expectations).flatMap { condition, values in
      // Where every value is expected, nothing is; QCA refuses to read it.
      (values.count < condition.levels ? values : []).map { value in
        Condition(symbols[condition.name], levels: condition.levels)
          .literal(value, asMultiValue: isMultiValue)
      }
    }
  }
}

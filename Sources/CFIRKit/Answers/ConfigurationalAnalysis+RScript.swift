import CFIRStatistics

extension ConfigurationalAnalysis {
  /// The analysis as a script for R's package `QCA`, with the calibrated table in it.
  public var rScript: String {
    let names = symbols
    let conditions = truthTable.conditions.compactMap { names[$0.name] }
    let cuts = truthTable.cuts
    var lines = [
      "# \(columns.title): configurations that lead to \(outcomeText), for the R package QCA.".oneLine,
      "# Calibrated by:",
    ]
    lines += cases.factors.map { "#   \(names[$0.name] ?? "") is \($0.name): \($0.account)".oneLine }
    lines += [
      "library(QCA)", "", "cases <- read.csv(row.names = 1, text = \(Self.quoted(rTable(names))))",
      "tt <- truthTable(cases, outcome = \(Self.quoted(rOutcome(names))), conditions = \(Self.vector(conditions)),",
      "  incl.cut = \(cuts.contradiction.map { "c(\(cuts.inclusion), \($0))" } ?? "\(cuts.inclusion)"), "
        + "n.cut = \(cuts.count), pri.cut = \(cuts.pri), show.cases = TRUE)", "print(tt)",
    ]
    let all = question.allIrredundant ? ", all.sol = TRUE" : ""
    for solution in solutions {
      let more: String =
        switch solution.kind {
        case .conservative: ""
        case .parsimonious: ", include = \"?\""
        case .intermediate: ", include = \"?\", dir.exp = \(Self.vector(rExpectations(names)))"
        }
      lines.append("print(minimize(tt\(more)\(all), details = TRUE, show.cases = TRUE))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Names that R's formulas can hold: capital letters and digits, each once.
  private var symbols: [String: String] {
    var symbols: [String: String] = [:]
    var taken: Set<String> = []
    for factor in cases.table.factors {
      let plain = factor.name.uppercased().unicodeScalars.filter {
        $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
      }
      var symbol = String(String.UnicodeScalarView(plain))
      if symbol.first?.isLetter != true { symbol = "F" + symbol }
      let base = symbol
      var number = 2
      while !taken.insert(symbol).inserted {
        symbol = "\(base)X\(number)"
        number += 1
      }
      symbols[factor.name] = symbol
    }
    return symbols
  }

  private func rTable(_ names: [String: String]) -> String {
    var writer = CSVWriter()
    writer.row(["case"] + cases.table.factors.map { names[$0.name] ?? $0.name })
    // Rows that stand for several cases are written as often.
    for (place, label) in cases.table.cases.enumerated() {
      for copy in 0..<cases.table.counts[place] {
        writer.row(
          [copy == 0 ? label : "\(label) (\(copy + 1))"]
            + cases.table.factors.map { NumberText.plain($0.values[place]) })
      }
    }
    return writer.text
  }

  private func rOutcome(_ names: [String: String]) -> String {
    guard let outcome = cases.table.factors.last?.name, let symbol = names[outcome] else {
      return outcomeText
    }
    return outcomeText.replacing(outcome, with: symbol, maxReplacements: 1)
  }

  private func rExpectations(_ names: [String: String]) -> [String] {
    let isMultiValue = truthTable.conditions.contains { $0.levels > 2 }
    return zip(truthTable.conditions, expectations).flatMap { condition, values in
      values.map { value in
        Condition(names[condition.name] ?? condition.name, levels: condition.levels)
          .literal(value, asMultiValue: isMultiValue)
      }
    }
  }

  private static func vector(_ texts: [String]) -> String {
    "c(\(texts.map(quoted).joined(separator: ", ")))"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension String {
  /// The text on one line, so that a comment stays one.
  fileprivate var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}

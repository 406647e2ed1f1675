extension Study {
  /// The comparison as spreadsheets take it.
  func data(_ comparison: Comparison, _ words: ComparisonWords) -> Table {
    let titles =
      [
        "construct", "name", "verdict", "direction", "gap", "diff", "atLeast", "total", "share",
        "kendallTauB", "spearman", "stable", "published",
      ] + DistinguishingRule.allCases.map(\.rawValue) + [
        "q", "leaveOneOutChanges", "leaveTwoOutChanges", "leaveTwoOutEmptied", "leaveTwoOutPairs",
      ] + MixedRule.allCases.map { "mixed \($0.rawValue)" } + [
        "cuts", "kendallP", "kendallQ", "kendallDistribution", "trendJ", "trendP", "trendQ",
        "trendDistribution", "sentence",
      ]
    var data = Table("comparison", columns: titles.map { Table.Column($0) })
    for row in comparison.rows { data.add(cells(row) + furtherCells(row, words)) }
    return data
  }

  private func cells(_ row: Comparison.Row) -> [Table.Cell] {
    [
      .text(row.construct.id.rawValue), .text(row.construct.name), .text(row.verdict.rawValue),
      .text(row.direction?.rawValue ?? ""), .count(row.gap), .number(row.diff),
      .text(row.permutation?.atLeast.description ?? ""), .text(row.permutation?.total.description ?? ""),
      .number(row.permutation?.share), .number(row.kendallTauB), .number(row.spearman),
      .text(row.verdict == .insufficient ? "" : row.isStable ? "yes" : "no"),
      .text(row.published?.rawValue ?? ""),
    ] + DistinguishingRule.allCases.map { .text(row.verdicts[$0]?.rawValue ?? "") }
  }

  private func furtherCells(_ row: Comparison.Row, _ words: ComparisonWords) -> [Table.Cell] {
    let sensitivity = row.sensitivity
    return [
      .number(row.permutationQ), .count(row.leaveOneOut.count { $0.verdict != row.verdict }),
      .count(sensitivity.changed), .count(sensitivity.emptied), .count(sensitivity.pairs),
    ] + MixedRule.allCases.map { .text(sensitivity.mixed[$0]?.rawValue ?? "") } + [
      .text(sensitivity.cuts.map(\.rawValue).joined(separator: "; ")), .number(row.association?.p),
      .number(row.associationQ), .text(row.association?.distribution.rawValue ?? ""),
      .number(row.trend?.statistic), .number(row.trend?.p), .number(row.trendQ),
      .text(row.trend?.concordance.distribution.rawValue ?? ""), .text(words.sentence(row)),
    ]
  }
}

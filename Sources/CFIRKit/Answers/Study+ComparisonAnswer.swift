extension Study {
  /// What distinguishes organizations that implemented well from those that did not; nothing where there are no two groups.
  public func comparisonAnswer() -> Answer? {
    guard let comparison = comparison() else { return nil }
    let byConstruct = Dictionary(
      comparison.rows.map { ($0.construct.id, $0) }, uniquingKeysWith: { first, _ in first })
    var columns: [Table.Column] = [
      .init("Construct", isHeader: true), .init("Distinguishing"), .init("Rated higher in"),
      .init("Gap", isNumeric: true), .init("Diff", isNumeric: true),
      .init("Splits at least as far apart", isNumeric: true),
      .init("τ-b", isNumeric: true), .init("ρ", isNumeric: true), .init("Stability"),
    ]
    if comparison.hasPublishedLabels { columns.append(.init("Published")) }
    var table = Table("High against low by the rule ‘\(comparison.rule.rawValue)’", columns: columns)
    addRows(for: comparison.rows.map(\.construct), to: &table) { construct in
      byConstruct[construct.id].map { cells($0, comparison) } ?? []
    }
    table.notes = notes(comparison)
    var data = Table(
      "comparison",
      columns: ([
        "construct", "name", "verdict", "direction", "gap", "diff", "atLeast", "total", "share",
        "kendallTauB",
        "spearman", "stable", "published",
      ] + DistinguishingRule.allCases.map(\.rawValue)).map { Table.Column($0) })
    for row in comparison.rows { data.add(dataCells(row)) }
    return Answer(
      "\(title): what distinguishes", blocks: [.table(table)], data: data,
      json: json("compare", members(comparison)))
  }

  private func cells(_ row: Comparison.Row, _ comparison: Comparison) -> [Table.Cell] {
    var cells: [Table.Cell] = [
      .text(row.construct.name), .text(row.verdict.rawValue),
      .text(row.direction.map { "\($0.rawValue) group" } ?? "–"),
      .count(row.gap), .number(row.diff),
      .text(row.permutation.map { "\($0.atLeast) of \($0.total)" } ?? "–"),
      .number(row.kendallTauB), .number(row.spearman), .text(stability(row)),
    ]
    if comparison.hasPublishedLabels { cells.append(.text(row.published?.rawValue ?? "–")) }
    return cells
  }

  /// What changes the verdict, in words.
  func stability(_ row: Comparison.Row) -> String {
    if row.verdict == .insufficient { return "–" }
    if row.isStable { return "holds" }
    var changes = Verdict.allCases.filter { $0 != row.verdict }.compactMap { verdict -> String? in
      let left = row.leaveOneOut.filter { $0.verdict == verdict }.map { name($0.organization) }
      return left.isEmpty ? nil : "\(verdict.rawValue) without \(left.joined(separator: " or "))"
    }
    if row.mixedUnscored != row.verdict {
      changes.append("\(row.mixedUnscored.rawValue) with mixed left out")
    }
    if let verdict = row.middleWithHigh, verdict != row.verdict {
      changes.append("\(verdict.rawValue) with middle in high")
    }
    if let verdict = row.middleWithLow, verdict != row.verdict {
      changes.append("\(verdict.rawValue) with middle in low")
    }
    return changes.joined(separator: "; ")
  }

  private func notes(_ comparison: Comparison) -> [String] {
    let groups = comparison.groups
    var notes = [
      "Rule \(comparison.rule.rawValue): \(comparison.rule.criteria). Rules are a project's choice, not a published standard.",
      "High: \(NumberStyle.list(groups.high.map(name))). "
        + (groups.middle.isEmpty
          ? "" : "Middle, not compared: \(NumberStyle.list(groups.middle.map(name))). ")
        + "Low: \(NumberStyle.list(groups.low.map(name))).",
      "\(comparison.count(.strong)) strongly, \(comparison.count(.weak)) weakly distinguishing, \(comparison.count(.none)) not, "
        + "\(comparison.count(.insufficient)) with too little data.",
      "Splits: of all ways to divide the scored organizations into groups of these sizes, how many set the means at least as far apart. "
        + "Few organizations give few splits: this share cannot be small, and is no significance test of many constructs.",
    ]
    if comparison.hasPublishedLabels {
      let rules = comparison.agreementWithPublished.map { "\($0.rule.rawValue) \($0.agreeing)" }
      notes.append(
        "Agreement with the \(comparison.rows.count) published labels (a blank one agrees with ‘none’ and ‘insufficient’): "
          + rules.joined(separator: ", ") + ".")
    }
    return notes
  }

  private func dataCells(_ row: Comparison.Row) -> [Table.Cell] {
    [
      .text(row.construct.id.rawValue), .text(row.construct.name), .text(row.verdict.rawValue),
      .text(row.direction?.rawValue ?? ""), .count(row.gap), .number(row.diff),
      .text(row.permutation?.atLeast.description ?? ""), .text(row.permutation?.total.description ?? ""),
      .number(row.permutation?.share), .number(row.kendallTauB), .number(row.spearman),
      .text(row.verdict == .insufficient ? "" : row.isStable ? "yes" : "no"),
      .text(row.published?.rawValue ?? ""),
    ] + DistinguishingRule.allCases.map { .text(row.verdicts[$0]?.rawValue ?? "") }
  }

  // MARK: JSON

  func members(_ comparison: Comparison) -> [(key: String, value: JSON)] {
    let groups = comparison.groups
    var members: [(key: String, value: JSON)] = [
      ("rule", .string(comparison.rule.rawValue)), ("mixed", .string(comparison.mixed.rawValue)),
      ("groups", ["high": JSON(groups.high), "middle": JSON(groups.middle), "low": JSON(groups.low)]),
      ("constructs", .array(comparison.rows.map(json))),
      (
        "counts",
        .object(Verdict.allCases.map { ($0.rawValue, JSON(comparison.count($0))) })
      ),
    ]
    if comparison.hasPublishedLabels {
      members.append(
        (
          "publishedAgreement",
          .object(
            [("labels", JSON(comparison.rows.count))]
              + comparison.agreementWithPublished.map { ($0.rule.rawValue, JSON($0.agreeing)) })
        ))
    }
    return members
  }

  private func json(_ row: Comparison.Row) -> JSON {
    let permutation: JSON =
      row.permutation.map {
        [
          "atLeast": .integer($0.atLeast.description), "total": .integer($0.total.description),
          "share": JSON($0.share),
        ]
      } ?? nil
    let cut: JSON =
      row.middleWithHigh.map {
        ["middleWithHigh": .string($0.rawValue), "middleWithLow": JSON(row.middleWithLow?.rawValue)]
      } ?? nil
    return .object([
      ("id", JSON(row.construct.id)), ("name", .string(row.construct.name)),
      ("verdict", .string(row.verdict.rawValue)),
      ("direction", JSON(row.direction?.rawValue)), ("gap", JSON(row.gap)), ("diff", JSON(row.diff)),
      (
        "verdicts",
        .object(DistinguishingRule.allCases.map { ($0.rawValue, JSON(row.verdicts[$0]?.rawValue)) })
      ),
      ("permutation", permutation),
      ("association", ["kendallTauB": JSON(row.kendallTauB), "spearman": JSON(row.spearman)]),
      (
        "stability",
        [
          "leaveOneOut": .array(
            row.leaveOneOut.map {
              ["organization": JSON($0.organization), "verdict": .string($0.verdict.rawValue)]
            }),
          "mixedUnscored": .string(row.mixedUnscored.rawValue), "alternativeCut": cut,
        ]
      ),
      ("published", JSON(row.published?.rawValue)),
    ])
  }
}

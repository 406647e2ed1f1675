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
    let words = ComparisonWords(comparison, naming: name)
    let blocks =
      [.table(table), .heading(2, "The table as a whole"), .paragraph(words.wholeTable)]
      + sentences(comparison, words) + further(comparison)
    return Answer(
      "\(title): what distinguishes", blocks: blocks, data: data(comparison, words),
      json: json("compare", members(comparison, change: nil)))
  }

  /// One line for each construct, by verdict; those of which the same is said share theirs.
  private func sentences(_ comparison: Comparison, _ words: ComparisonWords) -> [Answer.Block] {
    var lines: [(names: [String], sentence: String)] = []
    for verdict in Verdict.allCases {
      for row in comparison.rows where row.verdict == verdict {
        let sentence = words.sentence(row)
        if let place = lines.firstIndex(where: { $0.sentence == sentence }) {
          lines[place].names.append(row.construct.name)
        } else {
          lines.append((names: [row.construct.name], sentence: sentence))
        }
      }
    }
    return lines.isEmpty
      ? [] : [.heading(2, "In words"), .list(lines.map { "\(NumberStyle.list($0.names)): \($0.sentence)" })]
  }

  /// What the verdicts depend on, and what the outcome itself says; constructs that have neither are left out.
  private func further(_ comparison: Comparison) -> [Answer.Block] {
    let tables = SensitivityTables(comparison)
    var blocks: [Answer.Block] = []
    let judged = comparison.rows.filter { $0.verdict != .insufficient }
    if !judged.isEmpty {
      var table = Table("What the verdicts depend on", columns: tables.sensitivityColumns)
      for row in judged { table.add(tables.sensitivity(row, row.construct.name)) }
      table.notes = tables.sensitivityNotes
      blocks += [.heading(2, "Sensitivity"), .table(table)]
    }
    let associated = comparison.rows.filter { $0.association != nil }
    if !associated.isEmpty {
      var table = Table("Ratings and the ordered outcome", columns: tables.associationColumns)
      for row in associated { table.add(tables.association(row, row.construct.name)) }
      table.notes = tables.associationNotes
      blocks += [.heading(2, "Association with the outcome"), .table(table)]
    }
    return blocks
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
}

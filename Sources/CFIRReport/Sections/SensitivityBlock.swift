import CFIRKit

/// Below the comparison: what its verdicts depend on, and what the ordered outcome itself says.
struct SensitivityBlock {
  let facts: Facts
  let comparison: Comparison

  var nodes: [HTML] {
    let tables = SensitivityTables(comparison)
    let judged = comparison.rows.filter { $0.verdict != .insufficient }
    let associated = comparison.rows.filter { $0.association != nil }
    var nodes: [HTML] = []
    if !judged.isEmpty {
      var table = Table("What the verdicts depend on", columns: tables.sensitivityColumns)
      fill(&table, judged, tables.sensitivity)
      table.notes = tables.sensitivityNotes
      nodes.append(HTMLTable(table, class: "comparison").node)
    }
    if !associated.isEmpty {
      var table = Table("Ratings and the ordered outcome", columns: tables.associationColumns)
      fill(&table, associated, tables.association)
      table.notes = tables.associationNotes
      nodes.append(HTMLTable(table, class: "comparison").node)
    }
    return nodes
  }

  /// Rows under their verdicts, in the order of the comparison's own table.
  private func fill(
    _ table: inout Table, _ rows: [Comparison.Row], _ cells: (Comparison.Row, String) -> [Table.Cell]
  ) {
    for verdict in Verdict.allCases {
      let found = ComparisonSection.ordered(rows.filter { $0.verdict == verdict })
      guard !found.isEmpty else { continue }
      table.rows.append(.heading("\(English.opening(verdict.words)) (\(found.count))"))
      for row in found { table.add(cells(row, facts.names.construct(row.construct))) }
    }
  }
}

import CFIRKit
import CFIRStatistics

/// Every combination that an organization shows, contradictions, and what is necessary.
struct TruthTablePart {
  let facts: Facts
  let analysis: ConfigurationalAnalysis

  var nodes: [HTML] {
    [HTML("h3", [:], "The truth table"), HTML("p", [:], .text(account)), picture.node, table]
      + contradictions + unexplained + necessity
  }

  private var names: FormulaNames { FormulaNames(facts, analysis) }

  private func name(_ condition: Condition) -> String { facts.names.factor(condition.name) }

  private var account: String {
    let (truth, cuts) = (analysis.truthTable, analysis.truthTable.cuts)
    let seen = truth.rows.count { $0.outcome != .remainder }
    var text =
      "The conditions are \(English.list(truth.conditions.map(name))); the outcome is \(names.formula(analysis.outcomeText)). A combination leads to the outcome from an inclusion of \(NumberStyle.decimal(cuts.inclusion)) on"
    if cuts.pri > 0 { text += " and a PRI of \(NumberStyle.decimal(cuts.pri))" }
    text +=
      ", and counts from \(English.count(cuts.count, "organization")) on. Of \(English.count(truth.possible, "possible combination")), \(English.each(seen, "is", "are")) observed."
    let left = analysis.cases.leftOut
    if !left.isEmpty {
      let cases = left.map {
        "\(facts.names.short(Organization.ID($0.label))) (\(facts.names.factor($0.factor)))"
      }
      text += " Left out, without a number: \(English.list(cases))."
    }
    if !truth.ambiguous.isEmpty {
      text +=
        " In no combination, since exactly half in a condition: \(names.cases(truth.ambiguous))."
    }
    for note in analysis.cases.notes { text += " \(English.sentence(note))" }
    return text
  }

  // MARK: Table and picture

  private static func words(_ outcome: TruthTable.Outcome) -> String {
    switch outcome {
    case .present: "yes"
    case .absent: "no"
    case .contradiction: "contradiction"
    case .remainder: "too few"
    }
  }

  private var rows: Table {
    let truth = analysis.truthTable
    var table = Table(
      "Combinations that organizations show",
      columns: [.init("Organizations", isHeader: true)]
        + truth.conditions.map { .init(name($0), isNumeric: true) }
        + [.init("Leads to the outcome"), .init("Inclusion", isNumeric: true), .init("PRI", isNumeric: true)])
    for row in truth.rows {
      table.add(
        [.text(names.cases(row.cases))] + row.configuration.map { .count($0) } + [
          .text(Self.words(row.outcome)), .number(row.inclusion), .number(row.pri),
        ])
    }
    table.notes = [
      "1: in the set, 0: out of it. Inclusion: how consistently the outcome goes with the combination, over all organizations. PRI: the same, less what goes with the outcome and its absence alike."
    ]
    return table
  }

  private var table: HTML { HTMLTable(rows, class: "solution").node }

  private var picture: Figure {
    let truth = analysis.truthTable
    var matrix = ShadedMatrix(
      columns: truth.conditions.map(name) + ["Outcome"],
      rows: truth.rows.map { row in
        let cells = row.configuration.map { value in
          ShadedMatrix.Cell(
            value == 0 ? "out" : truth.conditions.allSatisfy { $0.levels == 2 } ? "in" : "\(value)",
            value == 0 ? .hollow : .solid)
        }
        let fill: Fill =
          switch row.outcome {
          case .present: .solid
          case .absent: .hollow
          case .contradiction, .remainder: .pale
          }
        return (
          label: names.cases(row.cases), cells: cells + [ShadedMatrix.Cell(Self.words(row.outcome), fill)]
        )
      })
    (matrix.labelWidth, matrix.cellWidth, matrix.cellHeight) = (150, 104, 30)
    return matrix.figure(
      id: "truth-table", title: "Which combinations lead to the outcome",
      description: "One row for each combination of conditions that an organization shows.", table: rows)
  }

  // MARK: Contradictions

  private var contradictions: [HTML] {
    let rows = analysis.truthTable.rows.compactMap { row in row.contradiction.map { (row, $0) } }
    guard !rows.isEmpty else {
      return [
        HTML(
          "p", [:], "No combination is contradicted: the organizations that share one have the same outcome.")
      ]
    }
    let items = rows.map { row, sides in
      let literals = zip(analysis.truthTable.conditions, row.configuration).map { condition, value in
        condition.levels > 2
          ? "\(name(condition)) = \(value)" : value == 1 ? name(condition) : "no \(name(condition))"
      }
      return HTML(
        "li", [:],
        .text(
          "\(English.list(literals)): \(names.cases(sides.with)) with the outcome, \(names.cases(sides.without)) without it."
        ))
    }
    return [
      HTML(
        "p", [:],
        "Contradictions: organizations that share a combination and differ in the outcome. Something that is no condition here tells them apart; the cases are where to look for it."
      ), HTML("ul", [:], items),
    ]
  }

  /// Organizations with the outcome in combinations that do not lead to it.
  private var unexplained: [HTML] {
    let truth = analysis.truthTable
    let places = truth.rows.filter { $0.outcome != .present && $0.contradiction == nil }.flatMap(\.cases)
      .filter { truth.outcome[$0] > 0.5 }
    guard !places.isEmpty else { return [] }
    return [
      HTML(
        "p", [:],
        .text(
          "With the outcome, but in a combination that stays below the cut-offs, and so explained by no model: \(names.cases(places))."
        ))
    ]
  }

  // MARK: Necessity

  private var necessity: [HTML] {
    let truth = analysis.truthTable
    var table = Table(
      "What organizations with the outcome have in common",
      columns: [
        .init("Set", isHeader: true), .init("Inclusion", isNumeric: true), .init("RoN", isNumeric: true),
        .init("Coverage", isNumeric: true),
      ])
    let found = analysis.necessity
    for row in found.singles + found.combinations.prefix(8) {
      table.add([
        .text(names.formula(row.text(truth.conditions))), .number(row.fit.inclusion), .number(row.fit.ron),
        .number(row.fit.coverage),
      ])
    }
    table.notes = [
      "~ stands for absence, * for and, + for or. From an inclusion of 0.90 on a set may be called necessary, if its relevance (RoN) is not low: what nearly all organizations have is necessary for anything."
    ]
    if found.combinations.count > 8 {
      table.notes.append("\(found.combinations.count - 8) further combinations stand in report.json.")
    }
    let necessary = found.singles.filter { ($0.fit.inclusion ?? 0) >= 0.9 && ($0.fit.ron ?? 0) >= 0.5 }
    let sets = necessary.map { names.formula($0.text(truth.conditions)) }
    let text =
      sets.isEmpty
      ? "No single condition is necessary by these marks."
      : "By these marks \(English.list(sets)) \(English.form(sets.count, "is", "are")) necessary here."
    return [
      HTML("h4", [:], "Necessity"), HTML("p", [:], .text(text)), HTMLTable(table, class: "solution").node,
    ]
  }
}

import CFIRKit
import CFIRStatistics

/// All models of each kind of solution, drawn and listed, and what changes them.
struct SolutionPart {
  let facts: Facts
  let analysis: ConfigurationalAnalysis

  private static let mostModels = 10
  private var names: FormulaNames { FormulaNames(facts, analysis) }

  var nodes: [HTML] {
    [HTML("h3", [:], "Solutions"), HTML("p", [:], .text(Self.kinds(analysis)))]
      + analysis.solutions.flatMap(nodes) + robustness
  }

  /// The models alone, without pictures.
  var tables: [HTML] {
    analysis.solutions.flatMap { solution in
      solution.models.isEmpty
        ? [
          HTML(
            "p", [:], .text("\(solution.kind.rawValue.capitalized) solution: \(analysis.summary(solution))"))
        ] : [table(solution)]
    }
  }

  private static func kinds(_ analysis: ConfigurationalAnalysis) -> String {
    var text =
      "The conservative solution makes no assumption about combinations that no organization shows; the parsimonious one takes whatever of them makes the models shortest."
    text +=
      analysis.hasExpectations
      ? " The intermediate one uses only those that the study’s expectations speak for."
      : " An intermediate solution was not computed, since the study expects nothing of any condition (“expect” under “configurations” in study.yaml)."
    return text
      + " All models with the fewest paths are counted; where there are several, the organizations do not tell which is right."
  }

  private func nodes(_ solution: Solution) -> [HTML] {
    let heading = HTML("h4", [:], .text("\(solution.kind.rawValue.capitalized) solution"))
    var nodes = [heading, HTML("p", [:], .text(analysis.summary(solution)))]
    guard !solution.models.isEmpty else { return nodes }
    if let first = solution.models.first, first.paths.contains(where: { $0.term.length > 0 }) {
      nodes.append(picture(first, solution).node)
    }
    return nodes + [table(solution)]
  }

  private func table(_ solution: Solution) -> HTML {
    var table = Table(
      "Models of the \(solution.kind.rawValue) solution\(analysis.question.isNegated ? " of the absence" : "")",
      columns: [
        .init("Path", isHeader: true), .init("Inclusion", isNumeric: true), .init("PRI", isNumeric: true),
        .init("Coverage", isNumeric: true), .init("Unique", isNumeric: true), .init("Organizations"),
      ])
    for (place, model) in solution.models.prefix(Self.mostModels).enumerated() {
      table.rows.append(
        .heading(
          "Model \(place + 1): \(names.formula(analysis.formula(model))) → \(names.formula(analysis.outcomeText))"
        ))
      for path in model.paths {
        table.add([
          .text(names.formula(path.term)), .number(path.fit.inclusion),
          .number(path.fit.pri),
          .number(path.fit.coverage), .number(path.uniqueCoverage), .text(names.cases(path.cases)),
        ])
      }
      if model.paths.count > 1 {
        table.add([
          .text("All paths"), .number(model.fit.inclusion), .number(model.fit.pri),
          .number(model.fit.coverage), .text(""), .text(""),
        ])
      }
    }
    if solution.models.count > Self.mostModels {
      table.notes.append("\(solution.models.count - Self.mostModels) further models stand in report.json.")
    }
    if solution.kind != .conservative {
      for (place, model) in solution.models.prefix(Self.mostModels).enumerated() {
        if let note = assumptions(model, number: place + 1) { table.notes.append(note) }
      }
    }
    return HTMLTable(table, class: "solution").node
  }

  /// What a model takes for granted of combinations that no organization shows.
  private func assumptions(_ model: Solution.Model, number: Int) -> String? {
    guard let rows = analysis.truthTable.assumptions(of: model) else { return nil }
    if rows.isEmpty { return "Model \(number) assumes nothing of combinations that no organization shows." }
    return
      "Model \(number) takes \(English.count(rows.count, "combination")) that no organization shows to lead to \(analysis.question.isNegated ? "the outcome’s absence" : "the outcome"): \(names.combinations(rows))."
  }

  /// How far each organization belongs to each path, and to the outcome.
  private func picture(_ model: Solution.Model, _ solution: Solution) -> Figure {
    let truth = analysis.truthTable
    let sets =
      model.paths.map { (names.formula($0.term), truth.membership(in: $0.term)) }
      + [("Outcome: \(names.formula(analysis.outcomeText))", truth.outcome)]
    let sites = truth.cases.map { facts.names.short(Organization.ID($0)) }
    var table = Table(
      "Membership in paths and outcome",
      columns: [.init("Set", isHeader: true)] + sites.map { .init($0, isNumeric: true) })
    for (name, members) in sets { table.add([.text(name)] + members.map { .number($0) }) }
    var matrix = ShadedMatrix(
      columns: sites,
      rows: sets.map { name, members in
        (
          label: name,
          cells: members.map {
            ShadedMatrix.Cell(
              NumberStyle.decimal($0).replacing(".00", with: ""), $0 == 0 ? .hollow : .shade($0))
          }
        )
      })
    (matrix.labelWidth, matrix.cellWidth, matrix.cellHeight) = (250, 56, 40)
    return matrix.figure(
      id: "solution-\(solution.kind.rawValue)",
      title: "Which organizations follow which path, model 1 of the \(solution.kind.rawValue) solution",
      description: "Membership of each organization in each path and in the outcome, from 0 to 1.",
      table: table)
  }

  // MARK: Robustness

  private var robustness: [HTML] {
    guard !analysis.variations.isEmpty else { return [] }
    var table = Table(
      "What changes the models",
      columns: [
        .init("Varied", isHeader: true), .init("To"), .init("Solution"), .init("Models then"),
      ])
    for variation in analysis.variations where !variation.isSame {
      let models = variation.shownModels { names.formula($0) } ?? "none"
      let setting =
        variation.varied == .deletion
        ? facts.names.short(Organization.ID(variation.setting)) : names.setting(variation.setting)
      table.add([
        .text(variation.varied.rawValue), .text(setting), .text(variation.kind.rawValue), .text(models),
      ])
    }
    let sentences = analysis.solutions.map { solution in
      "\(solution.kind.rawValue.capitalized): \(English.list(analysis.steadiness(of: solution.kind)))."
    }
    let text =
      "We tried every inclusion cut-off over 0.5 that makes a difference, other frequency cut-offs, each anchor or threshold moved to its neighbour, and each organization left out. The models stayed the same in so many of so many trials. \(sentences.joined(separator: " "))"
    return [HTML("h4", [:], "How robust the models are"), HTML("p", [:], .text(text))]
      + (table.rows.isEmpty ? [] : [HTMLTable(table, class: "solution").node])
  }
}

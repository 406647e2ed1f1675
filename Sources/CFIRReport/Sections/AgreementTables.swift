import CFIRKit
import CFIRStatistics

/// Agreement in numbers: over all cells, by domain, and the constructs with least of it.
struct AgreementTables {
  let facts: Facts
  let account: AgreementAccount

  private static let mostConstructs = 8

  var nodes: [HTML] {
    [HTML("div", ["class": "pair"], [overall] + domains)] + least
  }

  private var headline: AgreementCoefficient { account.units.scale.headline }

  private func percent(_ estimate: AgreementEstimate?) -> Table.Cell {
    guard let estimate else { return .text("–") }
    let text = "\(NumberStyle.decimal(estimate.value * 100, places: 0)) %"
    return Table.Cell(text: text, data: text)
  }

  // MARK: All cells

  private var overall: HTML {
    var table = Table(
      "Over all cells",
      columns: [
        .init("Coefficient", isHeader: true), .init("Estimate", isNumeric: true), .init("95 % interval"),
      ])
    let kappa: AgreementCoefficient.Name = account.units.raters.count == 2 ? .cohenKappa : .congerKappa
    let shown = [
      AgreementCoefficient(.percentAgreement), AgreementCoefficient(.percentWithinOne), headline,
      AgreementCoefficient(kappa, .quadratic), AgreementCoefficient(.gwetAC, .quadratic),
    ]
    for coefficient in shown {
      guard let entry = account[coefficient.name, coefficient.weights] else { continue }
      let isWeighted = coefficient.name.isChanceCorrected
      table.add([
        .text(coefficient.label + (isWeighted ? " (\(coefficient.weightsLabel))" : "")),
        isWeighted ? .number(entry.estimate?.value) : percent(entry.estimate),
        .text(isWeighted ? AgreementAccount.range(entry.estimate?.interval, places: 2) : ""),
      ])
    }
    return HTMLTable(table, class: "agreement").node
  }

  // MARK: Parts

  private var domains: [HTML] {
    let parts = account.parts.filter { $0.part.kind == .domain }
    guard parts.count > 1 else { return [] }
    var table = Table(
      "By domain",
      columns: [
        .init("Domain", isHeader: true), .init("Cells", isNumeric: true), .init("Same", isNumeric: true),
        .init("Within one step", isNumeric: true), .init("α", isNumeric: true), .init("95 % interval"),
      ])
    for part in parts { table.add([.text(part.part.name)] + cells(part)) }
    return [HTMLTable(table, class: "agreement").node]
  }

  private func cells(_ part: AgreementAccount.PartAccount) -> [Table.Cell] {
    let alpha = part[headline.name, headline.weights]?.estimate
    return [
      .count(part.part.table.pairableUnitCount), percent(part[.percentAgreement, .unweighted]?.estimate),
      percent(part[.percentWithinOne, .unweighted]?.estimate), .number(alpha?.value),
      .text(AgreementAccount.range(alpha?.interval, places: 2)),
    ]
  }

  /// By the share of agreeing pairs, the lowest first; ties by those within one step, then in framework order.
  private var least: [HTML] {
    func rank(_ part: AgreementAccount.PartAccount) -> (Double, Double) {
      (
        part[.percentAgreement, .unweighted]?.estimate?.value ?? 1,
        part[.percentWithinOne, .unweighted]?.estimate?.value ?? 1
      )
    }
    let constructs = account.parts.filter { $0.part.kind == .construct && rank($0).0 < 1 }
    guard !constructs.isEmpty else { return [] }
    let ranked = constructs.enumerated().sorted {
      let (first, second) = (rank($0.element), rank($1.element))
      return first == second ? $0.offset < $1.offset : first < second
    }.map(\.element)
    let shown = Array(ranked.prefix(Self.mostConstructs))
    var table = Table(
      "The \(shown.count == 1 ? "construct" : "constructs") with least agreement",
      columns: [
        .init("Construct", isHeader: true), .init("Cells", isNumeric: true), .init("Same", isNumeric: true),
        .init("Within one step", isNumeric: true), .init("α", isNumeric: true), .init("95 % interval"),
        .init("Settled from different ratings"),
      ])
    for part in shown { table.add([.text(name(part))] + cells(part) + [.text("–")]) }
    table.notes = [
      "α: \(headline.label) (\(headline.weightsLabel)). A construct is rated in few organizations, so that its α says little, as the interval shows; a dash stands where all ratings are alike and α is not defined."
    ]
    if ranked.count > shown.count {
      table.notes.append(
        "\(English.opening(English.count(ranked.count - shown.count, "further construct"))) \(English.form(ranked.count - shown.count, "was", "were")) rated differently somewhere; report.json has all."
      )
    }
    return [
      HTMLTable(table, class: "agreement") { row, column in
        guard column == 6, shown.indices.contains(row) else { return nil }
        let construct = Construct.ID(shown[row].part.id)
        let links = facts.differences(construct).map { difference in
          Prose([
            facts.link(
              difference.cell.organization, construct, facts.names.short(difference.cell.organization))
          ])
        }
        return links.isEmpty ? nil : Prose.list(links).nodes
      }.node
    ]
  }

  private func name(_ part: AgreementAccount.PartAccount) -> String {
    facts.study.codebook.construct(Construct.ID(part.part.id)).map(facts.names.construct) ?? part.part.name
  }
}

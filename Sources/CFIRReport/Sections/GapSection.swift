import CFIRKit

/// What is not mapped, not rated, not settled; and what reading the files gave rise to say.
struct GapSection: ReportSection {
  let facts: Facts

  let id = "gaps"
  let title = "What is missing or unsettled"

  var body: [HTML] {
    let gaps = Gaps(facts)
    let parts =
      unresolved(gaps) + unscored(gaps) + unrated(gaps) + unmapped(gaps) + ownCodes(gaps) + citations(gaps)
      + findings
    return parts.isEmpty
      ? [
        HTML(
          "p", [:],
          "Every code is mapped, every construct rated and every rating settled; reading the files gave no warning."
        )
      ] : parts
  }

  private func part(_ heading: String, _ sentence: String, _ content: [HTML]) -> [HTML] {
    [HTML("h3", [:], .text(heading)), HTML("p", [:], .text(sentence))] + content
  }

  private func unresolved(_ gaps: Gaps) -> [HTML] {
    guard !gaps.unresolved.isEmpty else { return [] }
    var table = Table(
      "Unresolved cells and who gave what",
      columns: [
        .init("Organization", isHeader: true), .init("Construct"), .init("Rater"), .init("Rating"),
        .init("Rationale"),
      ])
    for cell in gaps.unresolved {
      for (place, rating) in cell.settled.ratings.enumerated() {
        table.add([
          .text(place == 0 ? facts.names.full(cell.organization) : ""),
          .text(place == 0 ? name(cell.construct) : ""),
          .text(rating.rater.rawValue), .text(rating.value.typographic),
          .text(rating.rationale.ifEmpty(rating.summary)),
        ])
      }
    }
    let number = gaps.unresolved.count
    let sentence =
      "In \(English.count(number, "cell")) the raters differ and the team has not decided; \(English.form(number, "it counts", "they count")) in no analysis."
    return part("Unresolved", sentence, [HTMLTable(table, class: "unresolvedtable").node])
  }

  private func unscored(_ gaps: Gaps) -> [HTML] {
    guard !gaps.unscored.isEmpty else { return [] }
    let total = gaps.unscored.reduce(0) { $0 + $1.cells.count }
    let items = gaps.unscored.map { reason, cells in
      var constructs: [Construct.ID] = []
      for cell in cells where constructs.last != cell.construct { constructs.append(cell.construct) }
      let places = constructs.map { construct -> Prose in
        let sites = cells.filter { $0.construct == construct }.map(\.organization)
        if sites.count == facts.organizations.count && sites.count > 1 {
          return "\(name(construct)) (everywhere)"
        }
        let links = sites.map { Prose([facts.link($0, construct, facts.names.short($0))]) }
        return "\(name(construct)) (\(Prose.list(links)))"
      }
      return HTML(
        "li", [:],
        ("\(English.opening(BriefSection.reason(reason))) (\(cells.count)): \(Prose.list(places))." as Prose)
          .nodes)
    }
    let sentence =
      "In all, \(English.count(total, "cell")) \(English.form(total, "was", "were")) settled on having no score."
    return part("Settled, without a score", sentence, [HTML("ul", [:], items)])
  }

  private func unrated(_ gaps: Gaps) -> [HTML] {
    var nodes: [HTML] = []
    if !gaps.unratedConstructs.isEmpty {
      let names = gaps.unratedConstructs.map(facts.names.construct)
      nodes += part(
        "Constructs without any rating",
        "\(English.opening(English.count(names.count, "construct"))) of the study \(English.form(names.count, "was", "were")) rated nowhere: \(English.list(names)).",
        [])
    }
    if !gaps.unratedCells.isEmpty {
      var table = Table(
        "Evidence without a rating",
        columns: [
          .init("Construct", isHeader: true), .init("Organization"), .init("Coded rows", isNumeric: true),
          .init("Criteria suggest"),
        ])
      for cell in gaps.unratedCells {
        table.add([
          .text(facts.names.construct(cell.construct)), .text(facts.names.full(cell.organization)),
          .count(cell.evidence.excerpts), .text(cell.evidence.suggestion?.score.typographic ?? "–"),
        ])
      }
      let number = gaps.unratedCells.count
      nodes += part(
        "Evidence without a rating",
        "\(English.opening(English.count(number, "combination"))) of construct and organization \(English.form(number, "has", "have")) coded excerpts and no rating.",
        [HTMLTable(table, class: "unrated").node])
    }
    if !gaps.tooBroad.isEmpty {
      let list = gaps.tooBroad.map { "\($0.construct.name) (\(English.count($0.rows, "row")))" }
      nodes += part(
        "Coded too broadly to be rated",
        "Domains are not rated; what is coded to one alone stands in no cell: \(English.list(list)).", [])
    }
    return nodes
  }

  private func unmapped(_ gaps: Gaps) -> [HTML] {
    guard !gaps.unmapped.isEmpty else { return [] }
    var table = Table(
      "Codes that no construct answers to",
      columns: [.init("Code", isHeader: true), .init("Coded rows", isNumeric: true)])
    for code in gaps.unmapped { table.add([.text(code.code), .count(code.rows)]) }
    let rows = gaps.unmapped.reduce(0) { $0 + $1.rows }
    let number = gaps.unmapped.count
    let sentence =
      "\(English.opening(English.count(number, "code"))) with \(English.count(rows, "row")) \(English.form(number, "matches", "match")) no construct; \(English.form(rows, "it is", "they are")) kept, and \(English.form(rows, "counts", "count")) nowhere else."
    return part("Codes outside the framework", sentence, [HTMLTable(table, class: "unmapped").node])
  }

  private func ownCodes(_ gaps: Gaps) -> [HTML] {
    guard !gaps.ownCodes.isEmpty else { return [] }
    var table = Table(
      "The team’s own codes",
      columns: [
        .init("Code", isHeader: true), .init("Under"), .init("Coded rows", isNumeric: true),
        .init("Organizations", isNumeric: true),
      ])
    for code in gaps.ownCodes {
      let parent = code.code.parent.flatMap(facts.study.codebook.construct)?.name ?? "–"
      table.add([.text(code.code.name), .text(parent), .count(code.rows), .count(code.organizations)])
    }
    let sentence =
      "\(English.opening(English.count(gaps.ownCodes.count, "code"))) of the team’s own \(English.form(gaps.ownCodes.count, "is", "are")) counted and listed, and never rated."
    return part("The team’s own codes", sentence, [HTMLTable(table, class: "owncodes").node])
  }

  private func citations(_ gaps: Gaps) -> [HTML] {
    guard !gaps.unknownCitations.isEmpty else { return [] }
    let items = gaps.unknownCitations.map { entry, ids in
      HTML(
        "li", [:],
        .text(
          "\(name(entry.construct.id)) in \(facts.names.short(entry.organization)): \(English.list(ids.map(\.rawValue)))."
        ))
    }
    return part(
      "Cited, but not among the excerpts", "Ratings cite ids that no excerpt bears.", [HTML("ul", [:], items)]
    )
  }

  private var findings: [HTML] {
    guard !facts.findings.isEmpty else { return [] }
    let items = facts.findings.map { finding in
      HTML(
        "li", [:], HTML("code", [:], .text(finding.origin.description)),
        .text(
          " \(finding.severity.rawValue): \(finding.message)\(finding.fix.isEmpty ? "" : "; \(finding.fix)")."
        )
      )
    }
    let number = facts.findings.count
    return part(
      "Remarks on the files", "Reading the study gave \(English.count(number, "remark")).",
      [HTML("ul", ["class": "remarks"], items)])
  }

  private func name(_ id: Construct.ID) -> String {
    facts.study.codebook.construct(id).map(facts.names.construct) ?? id.rawValue
  }
}

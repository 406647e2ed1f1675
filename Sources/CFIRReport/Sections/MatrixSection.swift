import CFIRKit

/// The rating matrix as a heat map that reads without its colours: every cell says its number or its reason.
struct MatrixSection: ReportSection {
  let facts: Facts

  let id = "matrix"
  var title: String { facts.isSingleCase ? "The ratings" : "The rating matrix" }

  var body: [HTML] {
    guard !facts.matrix.constructs.isEmpty else {
      return [
        HTML("p", [:], "The study lists no constructs and no rating has been given, so there is no matrix.")
      ]
    }
    return [Prose(introduction).asParagraph, figure] + SettledDifferences(facts: facts).nodes
  }

  private var introduction: String {
    var sentences = [
      "Ratings run from \u{2212}2 to +2: the sign says whether a construct hinders (\u{2212}) or helps (+) implementation, the size how strongly."
    ]
    if facts.study.groups != nil && !facts.isSingleCase {
      sentences.append("Organizations stand in the order of their outcome, the best first.")
    }
    if facts.hasMemos { sentences.append("Each rating leads to the words that it rests on.") }
    return sentences.joined(separator: " ")
  }

  private var figure: HTML {
    let caption = facts.isSingleCase ? "Ratings by construct" : "Ratings by construct and organization"
    return HTML(
      "figure", ["class": "heat"],
      [
        HTML(
          "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption],
          HTML("table", [:], [HTML("caption", [:], .text(caption)), head] + bodies))
      ] + MatrixKey(facts: facts).nodes)
  }

  private var hasPublished: Bool { facts.comparison?.hasPublishedLabels ?? false }

  // MARK: Head

  private var head: HTML {
    let spans = groups.isEmpty ? "1" : "2"
    func corner(_ title: String, _ name: String = "words") -> HTML {
      HTML("th", ["scope": "col", "rowspan": spans, "class": name], .text(title))
    }
    let columns = facts.organizations.map { organization in
      HTML("th", ["scope": "col", "class": "site"], abbreviation(organization))
    }
    var last: [HTML] = []
    if facts.comparison != nil { last.append(corner("Distinguishing")) }
    if hasPublished { last.append(corner("Published label")) }
    if !facts.isSingleCase { last.append(corner("Influence")) }
    if groups.isEmpty {
      return HTML("thead", [:], HTML("tr", [:], [corner("Construct")] + columns + last))
    }
    let headings = groups.map { group in
      let words = group.words.map { [HTML("br", [:]), HTML("small", [:], .text($0))] } ?? []
      return HTML(
        "th", ["scope": "colgroup", "colspan": String(group.count), "class": "groupname"],
        [.text(group.title)] + words)
    }
    return HTML(
      "thead", [:], HTML("tr", [:], [corner("Construct")] + headings + last), HTML("tr", [:], columns))
  }

  private func abbreviation(_ organization: Organization) -> HTML {
    let short = facts.names.short(organization.id)
    guard facts.names.isShortened(organization.id) else { return .text(short) }
    return HTML("abbr", ["title": organization.name], .text(short))
  }

  /// The groups as they stand over the columns.
  private var groups: [(title: String, words: String?, count: Int)] {
    guard let groups = facts.study.groups, !facts.isSingleCase else { return [] }
    var result: [(title: String, words: String?, count: Int)] = OrganizationGroups.Group.allCases.compactMap {
      group in
      let members = facts.organizations.count { groups.group(of: $0.id) == group }
      return members == 0 ? nil : (title: group.title, words: groups.outcomeWords(group), count: members)
    }
    let rest = facts.organizations.count { groups.group(of: $0.id) == nil }
    if rest > 0 { result.append((title: "No outcome", words: nil, count: rest)) }
    return result
  }

  /// The first organization of each group but the first: a line parts it from the group before.
  private var borders: Set<Organization.ID> {
    var place = 0
    var ids: Set<Organization.ID> = []
    for group in groups {
      if place > 0 { ids.insert(facts.organizations[place].id) }
      place += group.count
    }
    return ids
  }

  // MARK: Rows

  private var bodies: [HTML] {
    let columns =
      1 + facts.organizations.count + (facts.comparison == nil ? 0 : 1) + (hasPublished ? 1 : 0)
      + (facts.isSingleCase ? 0 : 1)
    let influences = Dictionary(facts.influences.map { ($0.construct.id, $0) }) { first, _ in first }
    let rows = Dictionary((facts.comparison?.rows ?? []).map { ($0.construct.id, $0) }) { first, _ in first }
    let borders = borders
    return facts.byDomain(facts.matrix.constructs).map { domain in
      let heading = HTML(
        "th", ["scope": "rowgroup", "colspan": String(columns), "class": "group"],
        .text(domain.domain.ifEmpty("Without a domain")))
      return HTML(
        "tbody", [:],
        [HTML("tr", [:], heading)]
          + domain.constructs.map { construct in
            var cells = [header(construct)]
            cells += facts.organizations.map { cell(construct, $0.id, isBorder: borders.contains($0.id)) }
            if facts.comparison != nil { cells.append(verdict(rows[construct.id])) }
            if hasPublished {
              cells.append(HTML("td", [:], .text(rows[construct.id]?.published?.rawValue ?? "–")))
            }
            if !facts.isSingleCase { cells.append(influence(influences[construct.id])) }
            return HTML("tr", [:], cells)
          })
    }
  }

  private func header(_ construct: Construct) -> HTML {
    let name = facts.names.construct(construct)
    return HTML("th", ["scope": "row"], facts.names.number(construct) + [.text(name)])
  }

  private func cell(_ construct: Construct, _ organization: Organization.ID, isBorder: Bool) -> HTML {
    let cell = facts.matrix[construct.id, organization]
    let tone = (Table.Tone(cell)).rawValue
    let name = "rating \(tone)\(isBorder ? " border" : "")"
    guard let cell else {
      let coded = facts.evidence[construct.id]?[organization] != nil
      return HTML("td", ["class": name], facts.link(organization, construct.id, coded ? "not rated" : "–"))
    }
    let words = cell.typographic.replacing("0 (mixed)", with: "0 mixed")
    let differed = facts.difference(construct.id, organization) == nil ? nil : SettledDifferences.mark
    let mark = (cell.settled.basis.mark ?? differed).map { [HTML("sup", [:], .text($0))] } ?? []
    return HTML("td", ["class": name], [facts.link(organization, construct.id, words)] + mark)
  }

  private func verdict(_ row: Comparison.Row?) -> HTML {
    guard let row, row.verdict == .strong || row.verdict == .weak else {
      return HTML("td", ["class": "verdict"], .text(row?.verdict == .insufficient ? "insufficient" : "–"))
    }
    let anchor = facts.anchors.paragraph("compare", row.construct.id)
    let reversed = row.direction == .low ? ", reversed" : ""
    return HTML(
      "td", ["class": "verdict \(row.verdict.rawValue)"], .link(anchor, row.verdict.rawValue + reversed))
  }

  private func influence(_ influence: Influence?) -> HTML {
    guard let influence else { return HTML("td", [:], "–") }
    guard influence.strength == .strong else { return HTML("td", [:], .text(influence.label)) }
    return HTML(
      "td", ["class": "strong"],
      .link(facts.anchors.paragraph("influence", influence.construct.id), influence.label))
  }
}

import CFIRKit

/// The organizations: what compares in a table, what is told in words on cards; both ordered by outcome.
struct OrganizationSection: ReportSection {
  let facts: Facts

  let id = "organizations"
  var title: String { facts.isSingleCase ? "The organization" : "The organizations" }

  private static let longestInTable = 14
  private static let mostInTable = 4

  var body: [HTML] {
    guard !facts.organizations.isEmpty else { return [HTML("p", [:], "The study names no organization.")] }
    let cards = facts.organizations.compactMap(card)
    return (facts.isSingleCase ? [] : [table])
      + (cards.isEmpty ? [] : [HTML("div", ["class": facts.isSingleCase ? "cards one" : "cards"], cards)])
      + (facts.isSingleCase && cards.isEmpty ? [plain] : [])
  }

  /// Attribute names in their order, without those that the report uses otherwise.
  private var attributes: [String] {
    var seen: Set<String> = []
    let used = Set(["short", "name"] + [facts.study.outcomeColumn].compactMap { $0 }.map(TableReader.key))
    return facts.organizations.flatMap { $0.attributes.map(\.name) }.filter {
      !used.contains(TableReader.key($0)) && seen.insert(TableReader.key($0)).inserted
    }
  }

  /// Attributes that are short wherever they are given.
  private var tabular: [String] {
    guard !facts.isSingleCase else { return [] }
    let short = attributes.filter { name in
      facts.organizations.allSatisfy { ($0.attribute(name) ?? "").count <= Self.longestInTable }
    }
    return Array(short.prefix(Self.mostInTable))
  }

  private var table: HTML {
    let groups = facts.study.groups
    let hasLabels = groups.map { !$0.labels.isEmpty } ?? false
    let hasShort = facts.organizations.contains { facts.names.isShortened($0.id) }
    var columns: [Table.Column] = [.init("Organization", isHeader: true)]
    if hasShort { columns.append(.init("Short")) }
    if hasLabels { columns.append(.init(English.opening(facts.study.outcomeColumn ?? "outcome"))) }
    if groups != nil { columns.append(.init("Group")) }
    if facts.hasEvidence {
      columns += [.init("Sources", isNumeric: true), .init("Coded rows", isNumeric: true)]
    }
    columns += tabular.map { name in
      .init(
        English.opening(name),
        isNumeric: facts.organizations.allSatisfy { Double($0.attribute(name) ?? "0") != nil })
    }
    let caption =
      groups == nil ? "Organizations of the study" : "Organizations of the study, ordered by outcome"
    var table = Table(caption, columns: columns)
    for organization in facts.organizations {
      var cells: [Table.Cell] = [.text(organization.name)]
      if hasShort { cells.append(.text(facts.names.short(organization.id))) }
      if hasLabels { cells.append(.text(groups?.labels[organization.id] ?? "–")) }
      if let groups { cells.append(.text(groups.group(of: organization.id)?.rawValue ?? "none")) }
      if facts.hasEvidence {
        let informants = facts.study.tally.informants.filter { $0.organization == organization.id }
        let rows = facts.evidence.values.reduce(0) { $0 + ($1[organization.id]?.excerpts ?? 0) }
        cells += [.count(Set(informants.map(\.source)).count), .count(rows)]
      }
      cells += tabular.map { .text(organization.attribute($0) ?? "–") }
      table.add(cells)
    }
    if facts.hasEvidence {
      table.notes = ["Coded rows: rows coded to constructs or to the team’s own codes."]
    }
    let hasMemos = facts.hasMemos
    return HTMLTable(table, class: "organizations") { row, column in
      guard column == 0, hasMemos, facts.organizations.indices.contains(row) else { return nil }
      let organization = facts.organizations[row]
      return [.link(facts.anchors.memo(organization.id), organization.name)]
    }.node
  }

  private func card(_ organization: Organization) -> HTML? {
    let shown = Set(tabular)
    let told = attributes.filter { !shown.contains($0) }.compactMap { name in
      organization.attribute(name).map { (name: name, value: $0) }
    }
    guard !told.isEmpty else { return nil }
    let terms = told.flatMap {
      [HTML("dt", [:], .text(English.opening($0.name))), HTML("dd", [:], .text($0.value))]
    }
    return HTML(
      "article", ["class": "card"], HTML("h3", [:], .text(organization.name)), HTML("dl", [:], terms))
  }

  private var plain: HTML {
    HTML(
      "p", [:],
      .text(
        "\(facts.organizations.first?.name ?? "It") is described by its evidence and ratings alone; organizations.csv gives no attributes."
      ))
  }
}

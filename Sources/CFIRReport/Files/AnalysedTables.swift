import CFIRKit

/// A study's tables in the form that statistics programs take: one kind of thing in each, one to a row, keys between them.
struct AnalysedTables {
  let facts: Facts
  let onlyCleared: Bool

  var all: [PackagedTable] {
    var tables = [organizations, constructs, matrix, ratings, tally, summary]
    if facts.comparison != nil { tables.append(comparison) }
    if facts.hasWords { tables += [excerpts, codings] }
    return tables
  }

  private static let toOrganization = PackagedTable.ForeignKey(
    fields: ["organization"], table: "organizations", keys: ["organization"])
  private static let toConstruct = PackagedTable.ForeignKey(
    fields: ["construct"], table: "constructs", keys: ["construct"])

  private func columns(_ titles: String...) -> [Table.Column] { titles.map { Table.Column($0) } }

  private var organizations: PackagedTable {
    let attributes = facts.organizations.first?.attributes.map(\.name) ?? []
    var table = Table(
      "", columns: columns("organization", "name", "group") + attributes.map { Table.Column($0) })
    for organization in facts.organizations {
      table.add(
        [
          .text(organization.id.rawValue), .text(organization.name),
          .text(facts.study.groups?.group(of: organization.id)?.rawValue ?? ""),
        ] + attributes.map { .text(organization.attribute($0) ?? "") })
    }
    return PackagedTable(
      name: "organizations", title: "The organizations and their outcome group", table: table,
      primaryKey: ["organization"])
  }

  /// Every construct that a row of another table names.
  private var constructs: PackagedTable {
    var ids = Set(facts.matrix.constructs.map(\.id)).union(facts.study.allRatings.map(\.construct))
    ids.formUnion(facts.study.tally.constructs)
    ids.formUnion(facts.excerpts.constructs)
    let codebook = facts.study.codebook
    var table = Table("", columns: columns("construct", "name", "number", "domain", "kind", "reverse rated"))
    for construct in codebook.sorted(ids.sorted().compactMap(codebook.construct)) {
      table.add([
        .text(construct.id.rawValue), .text(facts.names.construct(construct)), .text(construct.number),
        .text(construct.domain.rawValue), .text(construct.kind.rawValue),
        .text(construct.isReverseRated ? "yes" : "no"),
      ])
    }
    return PackagedTable(
      name: "constructs", title: "The constructs of \(codebook.framework.title) that the study uses",
      table: table, kinds: ["reverse rated": .boolean], primaryKey: ["construct"])
  }

  private static let valueKinds: [String: PackagedTable.Kind] = ["score": .integer, "mixed": .boolean]

  private func value(_ value: RatingValue?) -> [Table.Cell] {
    [
      .text(value?.token ?? ""), .count(value?.score?.value),
      .text(value?.score.map { $0.isMixed ? "yes" : "no" } ?? ""),
    ]
  }

  private var matrix: PackagedTable {
    var table = Table(
      "", columns: columns("organization", "construct", "rating", "score", "mixed", "basis", "raters"))
    for construct in facts.matrix.constructs {
      for organization in facts.organizations {
        guard let cell = facts.matrix[construct.id, organization.id] else { continue }
        table.add(
          [.text(organization.id.rawValue), .text(construct.id.rawValue)] + value(cell.settled.value) + [
            .text(cell.settled.basis.rawValue), .count(cell.settled.ratings.count),
          ])
      }
    }
    return PackagedTable(
      name: "matrix", title: "The settled rating of each construct in each organization", table: table,
      kinds: Self.valueKinds.merging(["raters": .integer]) { first, _ in first },
      primaryKey: ["organization", "construct"], foreignKeys: [Self.toOrganization, Self.toConstruct])
  }

  private var ratings: PackagedTable {
    var table = Table(
      "",
      columns: columns(
        "organization", "construct", "rater", "round", "rating", "score", "mixed", "summary", "rationale",
        "excerpts", "date"))
    for rating in facts.study.allRatings {
      table.add(
        [
          .text(rating.organization.rawValue), .text(rating.construct.rawValue),
          .text(rating.rater.rawValue), .text(rating.round),
        ] + value(rating.value) + [
          .text(rating.summary), .text(rating.rationale),
          .text(rating.excerpts.map(\.rawValue).joined(separator: "; ")), .text(rating.date),
        ])
    }
    return PackagedTable(
      name: "ratings", title: "Every rating that was given, by rater and round", table: table,
      kinds: Self.valueKinds, primaryKey: ["organization", "construct", "rater", "round"],
      foreignKeys: [Self.toOrganization, Self.toConstruct])
  }

  private var tally: PackagedTable {
    let counts = [
      "excerpts", "sources", "participants", "positive", "negative", "neutral", "mixed", "unjudged",
    ]
    return PackagedTable(
      name: "tally", title: "How much was coded where", table: ReportTables(facts: facts).tally,
      kinds: Dictionary(uniqueKeysWithValues: counts.map { ($0, .integer) } + [("mean weight", .number)]),
      primaryKey: ["organization", "construct"], foreignKeys: [Self.toOrganization, Self.toConstruct])
  }

  private var summary: PackagedTable {
    var table = ReportTables(facts: facts).summary
    let values = ["-2", "-1", "0", "+1", "+2"]
    for place in table.columns.indices {
      // A name that begins with a sign would be guarded from spreadsheets.
      let title = table.columns[place].title
      if values.contains(title) { table.columns[place].title = "rated \(title)" }
    }
    let texts = ["construct", "name", "influence", "strength", "facilitates", "hinders"]
    var kinds: [String: PackagedTable.Kind] = [:]
    for title in table.columns.map(\.title) where !texts.contains(title) { kinds[title] = .integer }
    for title in ["mean", "median"] { kinds[title] = .number }
    return PackagedTable(
      name: "summary", title: "What helps and what hinders across organizations", table: table, kinds: kinds,
      primaryKey: ["construct"], foreignKeys: [Self.toConstruct])
  }

  private var comparison: PackagedTable {
    PackagedTable(
      name: "comparison", title: "What distinguishes organizations with high from those with low outcomes",
      table: ReportTables(facts: facts).comparison,
      kinds: [
        "gap": .integer, "diff": .number, "kendall tau-b": .number, "spearman": .number,
        "at least as far apart": .integer, "splits": .integer, "share": .number, "stable": .boolean,
        "q": .number, "changing pairs": .integer, "pairs": .integer, "kendall p": .number,
        "kendall q": .number, "jonckheere": .number, "jonckheere p": .number, "jonckheere q": .number,
      ], primaryKey: ["construct"], foreignKeys: [Self.toConstruct])
  }

  private var excerpts: PackagedTable {
    var table = Table(
      "",
      columns: columns("excerpt", "organization", "participant", "source", "start", "end", "cleared", "text"))
    for excerpt in facts.study.excerpts {
      table.add([
        .text(excerpt.id.rawValue), .text(excerpt.organization.rawValue),
        .text(excerpt.participant?.rawValue ?? ""), .text(excerpt.source), .text(excerpt.start),
        .text(excerpt.end), .text(excerpt.isCleared ? "yes" : "no"),
        .text(onlyCleared && !excerpt.isCleared ? "" : excerpt.text),
      ])
    }
    return PackagedTable(
      name: "excerpts", title: "The coded passages", table: table, kinds: ["cleared": .boolean],
      primaryKey: ["excerpt"], foreignKeys: [Self.toOrganization])
  }

  private var codings: PackagedTable {
    var table = Table("", columns: columns("excerpt", "construct", "judgement", "coder"))
    for excerpt in facts.study.excerpts {
      for coding in excerpt.codings {
        table.add([
          .text(excerpt.id.rawValue), .text(coding.construct.rawValue),
          .text(coding.judgement?.token ?? ""), .text(coding.coder),
        ])
      }
    }
    return PackagedTable(
      name: "codings", title: "Which construct was seen in which passage, by whom, and how it works there",
      table: table,
      foreignKeys: [
        .init(fields: ["excerpt"], table: "excerpts", keys: ["excerpt"]), Self.toConstruct,
      ])
  }
}

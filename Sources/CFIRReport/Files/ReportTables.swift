import CFIRKit

/// The report's tables for spreadsheets: unrounded, ASCII signs, free text guarded.
struct ReportTables {
  let facts: Facts

  private func header(_ titles: [String]) -> [Table.Column] { titles.map { Table.Column($0) } }

  private func ids(_ organizations: [Organization.ID]) -> Table.Cell {
    .text(organizations.map(\.rawValue).joined(separator: ";"))
  }

  /// A column for each organization, as rating tables are read back.
  var matrix: Table {
    let verdicts = Dictionary((facts.comparison?.rows ?? []).map { ($0.construct.id, $0.verdict) }) {
      first, _ in first
    }
    var titles = ["construct", "domain"] + facts.organizations.map(\.id.rawValue)
    if facts.comparison != nil { titles.append("distinguishing") }
    var table = Table("", columns: header(titles))
    for construct in facts.matrix.constructs {
      let domain = facts.study.codebook.domain(of: construct.id)?.name ?? ""
      var cells: [Table.Cell] = [.text(facts.names.path(construct)), .text(domain)]
      cells += facts.organizations.map { .rating(facts.matrix[construct.id, $0.id]) }
      if facts.comparison != nil { cells.append(.text(verdicts[construct.id]?.rawValue ?? "")) }
      table.add(cells)
    }
    return table
  }

  /// High and low compared; only headers where there is no comparison.
  var comparison: Table {
    let rules = DistinguishingRule.allCases
    var table = Table(
      "",
      columns: header(
        [
          "construct", "name", "verdict", "direction", "gap", "diff", "kendall tau-b", "spearman",
          "at least as far apart", "splits", "share",
        ]
          + rules.map(\.rawValue) + [
            "stable", "changes without", "mixed unscored", "middle as high", "middle as low", "published",
            "q", "changing pairs", "pairs", "mixed leaning", "other cuts", "kendall p", "kendall q",
            "jonckheere", "jonckheere p", "jonckheere q", "in words",
          ]))
    guard let comparison = facts.comparison else { return table }
    let words = ComparisonWords(comparison, naming: facts.names.short)
    for row in comparison.rows {
      let changing = row.leaveOneOut.filter { $0.verdict != row.verdict }.map(\.organization)
      var cells: [Table.Cell] = [
        .text(row.construct.id.rawValue), .text(facts.names.construct(row.construct)),
        .text(row.verdict.rawValue),
        .text(row.direction?.rawValue ?? ""), .text(row.gap.map(String.init) ?? ""), .number(row.diff),
        .number(row.kendallTauB),
        .number(row.spearman), .text(row.permutation?.atLeast.description ?? ""),
        .text(row.permutation?.total.description ?? ""), .number(row.permutation?.share),
      ]
      cells += rules.map { .text(row.verdicts[$0]?.rawValue ?? "") }
      cells += [
        .text(row.isStable ? "yes" : "no"), ids(changing), .text(row.mixedUnscored.rawValue),
        .text(row.middleWithHigh?.rawValue ?? ""), .text(row.middleWithLow?.rawValue ?? ""),
        .text(row.published?.rawValue ?? ""), .number(row.permutationQ),
        .count(row.sensitivity.changed), .count(row.sensitivity.comparablePairs),
        .text(row.sensitivity.mixed[.leaning]?.rawValue ?? ""),
        .text(comparison.otherCuts.map { row.sensitivity.cuts[$0].rawValue }.joined(separator: ";")),
        .number(row.association?.p), .number(row.associationQ), .number(row.trend?.statistic),
        .number(row.trend?.p), .number(row.trendQ), .text(words.sentence(row)),
      ]
      table.add(cells)
    }
    return table
  }

  /// What helps and what hinders across organizations.
  var summary: Table {
    let values = [-2, -1, 0, 1, 2]
    let reasons = Influence.Unscored.allCases
    var table = Table(
      "",
      columns: ["construct", "name", "scored", "-2", "-1", "0", "+1", "+2", "mixed"].map { Table.Column($0) }
        + reasons.map { Table.Column(Self.title($0)) }
        + ["mean", "median", "influence", "strength", "facilitates", "hinders"].map { Table.Column($0) })
    for influence in facts.influences {
      var cells: [Table.Cell] = [
        .text(influence.construct.id.rawValue), .text(facts.names.construct(influence.construct)),
        .count(influence.scored),
      ]
      cells += values.map { .count(influence.counts[$0] ?? 0) } + [.count(influence.mixed)]
      cells += reasons.map { .count(influence.unscored[$0] ?? 0) }
      cells += [
        .number(influence.mean), .number(influence.median), .text(influence.kind.rawValue),
        .text(influence.strength?.rawValue ?? ""), ids(influence.facilitates), ids(influence.hinders),
      ]
      table.add(cells)
    }
    return table
  }

  private static func title(_ reason: Influence.Unscored) -> String {
    switch reason {
    case .none: "no rating"
    case .mixed: "mixed unscored"
    default: reason.rawValue
    }
  }

  /// How much was coded where.
  var tally: Table {
    var table = Table(
      "",
      columns: header([
        "organization", "construct", "excerpts", "sources", "participants", "positive", "negative", "neutral",
        "mixed", "unjudged", "mean weight",
      ]))
    for entry in facts.entries {
      guard let evidence = entry.evidence else { continue }
      table.add([
        .text(entry.organization.rawValue), .text(entry.construct.id.rawValue), .count(evidence.excerpts),
        .count(evidence.sources),
        .count(evidence.participants), .count(evidence.positive), .count(evidence.negative),
        .count(evidence.neutral),
        .count(evidence.mixed), .count(evidence.unjudged), .number(evidence.meanWeight),
      ])
    }
    return table
  }

  /// Every excerpt that the memos show, once for each construct, in their order.
  var excerpts: Table {
    var table = Table(
      "",
      columns: header([
        "id", "organization", "participant", "role", "source", "start", "end", "construct", "judgement",
        "cited", "cleared", "text",
      ]))
    for entry in facts.entries {
      for (shelf, isCited) in [(entry.cited, "yes"), (entry.further, "no")] {
        for excerpt in shelf {
          table.add([
            .text(excerpt.id.rawValue), .text(excerpt.organization.rawValue),
            .text(excerpt.participant?.rawValue ?? ""),
            .text(facts.names.role(excerpt.participant)), .text(excerpt.source), .text(excerpt.start),
            .text(excerpt.end),
            .text(entry.construct.id.rawValue), .text(excerpt.judgement(on: entry.construct.id)?.token ?? ""),
            .text(isCited), .text(excerpt.isCleared ? "yes" : "no"), .text(excerpt.text),
          ])
        }
      }
    }
    return table
  }
}

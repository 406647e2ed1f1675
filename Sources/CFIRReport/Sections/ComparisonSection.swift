import CFIRKit

/// What distinguishes high from low implementers, and how sure that is.
struct ComparisonSection: ReportSection {
  let facts: Facts

  let id = "compare"
  let title = "What distinguishes high from low implementers"

  var body: [HTML] {
    guard let comparison = facts.comparison else { return NoComparison(facts: facts).nodes }
    let chosen =
      Self.ordered(comparison.rows.filter { $0.verdict == .strong })
      + Self.ordered(comparison.rows.filter { $0.verdict == .weak })
    return introduction(comparison) + [table(comparison)]
      + SensitivityBlock(facts: facts, comparison: comparison).nodes
      + chosen.map { ComparisonAccount(facts: facts, comparison: comparison, row: $0).node }
  }

  /// By the difference of means, the largest first; ties in framework order.
  static func ordered(_ rows: [Comparison.Row]) -> [Comparison.Row] {
    rows.enumerated().sorted {
      let (first, second) = ($0.element.diff ?? -1, $1.element.diff ?? -1)
      return first == second ? $0.offset < $1.offset : first > second
    }.map(\.element)
  }

  // MARK: Introduction

  private func introduction(_ comparison: Comparison) -> [HTML] {
    let groups = comparison.groups
    func side(_ group: OrganizationGroups.Group) -> String {
      let members = English.list(groups.members(group).map(facts.names.short))
      let words = groups.outcomeWords(group).map { "“\($0)”, " } ?? ""
      return "\(group.rawValue) (\(words)\(members))"
    }
    var parts = [side(.high)]
    if !groups.middle.isEmpty { parts.append(side(.middle)) }
    parts.append(side(.low))
    let outcome = facts.study.outcomeColumn.map { " by \($0)" } ?? ""
    let first =
      "The organizations are grouped\(outcome) as \(English.list(parts))."
      + (groups.middle.isEmpty
        ? ""
        : " The comparison is between high and low; the middle group enters only τ-b and the checks of stability.")
    let rule =
      "The rule is “\(comparison.rule.rawValue)”: \(comparison.rule.criteria). \(mixed(comparison.mixed)) Of \(English.count(comparison.rows.count, "construct")), "
      + Verdict.allCases.filter { comparison.count($0) > 0 }.map {
        "\(English.number(comparison.count($0))) \(English.form(comparison.count($0), "is", "are")) \(Self.called($0))"
      }.asList + "."
    return [HTML("p", [:], .text(first)), HTML("p", [:], .text(rule))] + caution(comparison)
  }

  private static func called(_ verdict: Verdict) -> String {
    switch verdict {
    case .strong: "strongly distinguishing"
    case .weak: "weakly distinguishing"
    case .none: "not distinguishing"
    case .insufficient: "without enough scores to tell"
    }
  }

  private func mixed(_ rule: MixedRule) -> String {
    switch rule {
    case .number: "A mixed rating counts with its number."
    case .unscored: "Mixed ratings are left out."
    case .leaning: "A mixed rating counts where it leans and is left out where it balances."
    }
  }

  private func caution(_ comparison: Comparison) -> [HTML] {
    let groups = comparison.groups
    guard let widest = comparison.rows.compactMap(\.permutation).max(by: { $0.total < $1.total }) else {
      return []
    }
    let sites = English.count(groups.high.count + groups.low.count, "organization")
    // Groups of one size can change places, so that the mirror of a split always counts with it.
    let least = groups.high.count == groups.low.count ? 2 : 1
    let text =
      "\(English.opening(sites)) can be divided into groups of these sizes in \("\(widest.total)" == "1" ? "only one way" : "\(widest.total) ways"). "
      + "Even if every score of one group stood above every score of the other, the permutation share would be \(least) of \(widest.total); no smaller one is possible. "
      + "It describes these organizations and tests nothing\(comparison.rows.count > 1 ? "; with \(English.count(comparison.rows.count, "construct")) compared, some may stand apart by chance" : ""). "
      + "What follows shows which constructs go together with the outcome here; it cannot show that they brought it about."
    let whole = ComparisonWords(comparison, naming: facts.names.short).wholeTable
    return [HTML("p", ["class": "caution"], .text(text))]
      + (whole.isEmpty ? [] : [HTML("p", ["class": "caution"], .text(whole))])
  }

  // MARK: Table

  private func table(_ comparison: Comparison) -> HTML {
    var columns: [Table.Column] = [
      .init("Construct", isHeader: true), .init("Higher in"), .init("Gap", isNumeric: true),
      .init("Diff.", isNumeric: true),
      .init("τ-b", isNumeric: true), .init("Permutation share", isNumeric: true), .init("Stability"),
    ]
    if comparison.hasPublishedLabels { columns.insert(.init("Published label"), at: 1) }
    var table = Table("High and low implementers compared, construct by construct", columns: columns)
    var shown: [Comparison.Row?] = []
    for verdict in Verdict.allCases {
      let rows = Self.ordered(comparison.rows.filter { $0.verdict == verdict })
      guard !rows.isEmpty else { continue }
      table.rows.append(.heading("\(English.opening(verdict.words)) (\(rows.count))"))
      shown.append(nil)
      for row in rows {
        var cells: [Table.Cell] = [
          .text(facts.names.construct(row.construct)), .text(row.direction?.rawValue ?? "–"), .count(row.gap),
          .number(row.diff), .number(row.kendallTauB),
          .text(row.permutation.map { "\($0.atLeast) of \($0.total)" } ?? "–"),
          .text(Stability(facts: facts, row: row).brief),
        ]
        if comparison.hasPublishedLabels { cells.insert(.text(row.published?.rawValue ?? "–"), at: 1) }
        table.add(cells)
        shown.append(row)
      }
    }
    table.notes = notes(comparison)
    return HTMLTable(table, class: "comparison") { place, column in
      guard column == 0, shown.indices.contains(place), let row = shown[place],
        row.verdict == .strong || row.verdict == .weak
      else { return nil }
      return [
        .link(facts.anchors.paragraph("compare", row.construct.id), facts.names.construct(row.construct))
      ]
    }.node
  }

  private func notes(_ comparison: Comparison) -> [String] {
    var notes = [
      "Gap: the lowest rating of the group rated higher less the highest of the other. Diff.: the difference of the group means. τ-b: rank association of rating and outcome over all organizations with a score. Permutation share: of all ways to divide these organizations into groups of these sizes, how many set the means at least as far apart. Stability: what changes the verdict, and into what. A dash: not defined."
    ]
    if comparison.hasPublishedLabels {
      let agreeing = comparison.agreementWithPublished.map { "\($0.rule.rawValue) \($0.agreeing)" }
      notes.append(
        "Published label: the authors’ own; a dash where they print none. The rules agree with as many of the \(English.count(comparison.rows.count, "construct")) as follows: \(agreeing.asList). An empty label agrees with “none” and with “insufficient”."
      )
    }
    return notes
  }
}

extension [String] {
  /// `A, B and C`.
  var asList: String { English.list(self) }
}

import CFIRKit

/// What helps and what hinders, whatever the outcome.
struct InfluenceSection: ReportSection {
  let facts: Facts

  let id = "influence"
  var title: String {
    facts.isSingleCase ? "What helps and what hinders" : "Facilitators and barriers across organizations"
  }

  private static let mostQuotations = 3

  var body: [HTML] {
    if facts.matrix.allCells.isEmpty {
      return [HTML("p", [:], "No rating has been given, so nothing can be said of helps and hindrances.")]
    }
    if facts.isSingleCase { return SingleInfluence(facts: facts).nodes }
    let strong = ordered.filter { $0.strength == .strong }
    return [HTML("p", [:], .text(introduction)), table] + strong.map(account)
  }

  private static let order: [(kind: Influence.Kind, strength: Influence.Strength?, title: String)] = [
    (.facilitator, .strong, "Strong facilitators"), (.facilitator, .weak, "Weak facilitators"),
    (.barrier, .strong, "Strong barriers"), (.barrier, .weak, "Weak barriers"), (.neutral, nil, "Neutral"),
    (.contested, nil, "Contested"),
    (.insufficient, nil, "Insufficient: fewer than two organizations with a score"),
  ]

  /// By kind and strength, facilitators from the highest mean down, barriers from the lowest up.
  private var ordered: [Influence] { Self.order.flatMap { members($0.kind, $0.strength) } }

  private func members(_ kind: Influence.Kind, _ strength: Influence.Strength?) -> [Influence] {
    let sign = kind == .barrier ? -1.0 : 1.0
    return facts.influences.filter { $0.kind == kind && $0.strength == strength }.enumerated().sorted {
      let (first, second) = (sign * ($0.element.mean ?? -9), sign * ($1.element.mean ?? -9))
      return first == second ? $0.offset < $1.offset : first > second
    }.map(\.element)
  }

  private var introduction: String {
    let kinds = Self.order.compactMap { entry -> String? in
      let number = members(entry.kind, entry.strength).count
      guard number > 0 else { return nil }
      let verb = English.each(number, "is", "are")
      switch entry.kind {
      case .facilitator, .barrier:
        let name = [entry.strength?.rawValue, entry.kind.rawValue].compactMap { $0 }.joined(separator: " ")
        return "\(verb) \(number == 1 ? "a \(name)" : "\(name)s")"
      case .neutral, .contested: return "\(verb) \(entry.kind.rawValue)"
      case .insufficient:
        return number == 1
          ? "one has too few scores to tell" : "\(English.number(number)) have too few scores to tell"
      }
    }
    return
      "This part asks which constructs influence implementation at all, whatever its outcome. Of \(English.count(facts.influences.count, "construct")), \(English.list(kinds))."
  }

  // MARK: Table

  private var table: HTML {
    let values = [-2, -1, 0, 1, 2]
    var columns: [Table.Column] = [.init("Construct", isHeader: true)]
    columns += values.map { .init(NumberStyle.signed(Double($0), places: 0), isNumeric: true) }
    columns += [
      .init("Mixed", isNumeric: true), .init("No score", isNumeric: true), .init("Mean", isNumeric: true),
      .init("Median", isNumeric: true), .init("Helps in"), .init("Hinders in"),
    ]
    var table = Table("How many organizations are rated how", columns: columns)
    var shown: [Influence?] = []
    for entry in Self.order {
      let members = members(entry.kind, entry.strength)
      guard !members.isEmpty else { continue }
      table.rows.append(.heading("\(entry.title) (\(members.count))"))
      shown.append(nil)
      for influence in members {
        table.add(cells(influence, values))
        shown.append(influence)
      }
    }
    table.notes = [
      "A dot: none. Mixed: how many of the scores pull both ways. No score: missing, not asked, not applicable, a descriptor, unresolved or not rated."
    ]
    return HTMLTable(table, class: "influence") { place, column in
      guard column == 0, shown.indices.contains(place), let influence = shown[place],
        influence.strength == .strong
      else { return nil }
      return [
        .link(
          facts.anchors.paragraph("influence", influence.construct.id),
          facts.names.construct(influence.construct))
      ]
    }.node
  }

  private func cells(_ influence: Influence, _ values: [Int]) -> [Table.Cell] {
    func places(_ ids: [Organization.ID]) -> Table.Cell {
      if ids.isEmpty { return .text("–") }
      if ids.count == facts.organizations.count { return .text("all") }
      return .text(ids.map(facts.names.short).joined(separator: ", "))
    }
    func count(_ number: Int) -> Table.Cell { .text(number == 0 ? "·" : String(number)) }
    return [.text(facts.names.construct(influence.construct))]
      + values.map { count(influence.counts[$0] ?? 0) } + [
        count(influence.mixed), count(influence.unscored.values.reduce(0, +)),
        .text(NumberStyle.signed(influence.mean)),
        .text(NumberStyle.signed(influence.median, places: 1)), places(influence.facilitates),
        places(influence.hinders),
      ]
  }

  // MARK: Accounts

  private func account(_ influence: Influence) -> HTML {
    let helps = influence.kind == .facilitator
    let members = helps ? influence.facilitates : influence.hinders
    let extreme = influence.counts[helps ? 2 : -2] ?? 0
    let sign = helps ? "+2" : "\u{2212}2"
    let rated =
      "\(English.number(members.count)) of \(English.count(influence.scored, "organization")) with a score"
    let places =
      members.count == influence.scored ? English.all(members.count, "organization") + " with a score" : rated
    var text =
      "It \(helps ? "helps" : "hinders") in \(places), and in \(English.number(extreme)) of them strongly (\(sign)); the mean rating is \(NumberStyle.signed(influence.mean))."
    let against = helps ? influence.hinders : influence.facilitates
    if !against.isEmpty {
      text += " In \(English.list(against.map(facts.names.full))) it \(helps ? "hinders" : "helps")."
    }
    // ±2 before ±1; what is left of a tie in the order of the matrix.
    let strongest = members.enumerated().sorted {
      let first = abs(facts.matrix[influence.construct.id, $0.element]?.score?.value ?? 0)
      let second = abs(facts.matrix[influence.construct.id, $1.element]?.score?.value ?? 0)
      return first == second ? $0.offset < $1.offset : first > second
    }.map(\.element)
    let quotations = facts.quotations(
      influence.construct.id, in: strongest, atMost: Self.mostQuotations, each: 1)
    return HTML(
      "article", ["class": "account", "id": facts.anchors.paragraph("influence", influence.construct.id)],
      [
        HTML(
          "h3", [:], .text(facts.names.construct(influence.construct)), " ",
          HTML("span", ["class": "tag"], .text(influence.label))),
        HTML("p", [:], .text(text)),
      ] + quotations.map(ExcerptBlock(facts: facts).quoted))
  }
}

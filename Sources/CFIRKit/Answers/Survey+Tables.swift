import CFIRStatistics

/// Roles and items in rows.
extension Survey {
  func roleTable() -> Table {
    var table = Table(
      "How roles see it",
      columns: [
        .init("Organization", isHeader: true), .init("Role"), .init("Scale"), .init("n", isNumeric: true),
        .init("mean", isNumeric: true),
      ])
    for (number, organization) in tally.organizations.enumerated() where organization.roles.count > 1 {
      for (place, scale) in tally.scales.enumerated() where scale.kind == .subscale || scale.kind == .domain {
        let hidden = hiddenRoles(place, organization: number)
        for (role, entry) in organization.roles.enumerated() where entry.scores[place].count > 0 {
          let scores = entry.scores[place]
          table.add(
            [.text(name(organization.id)), .text(entry.role), .text(scale.name)]
              + (hidden.contains(role) ? Self.held(2) : [.count(scores.count), .number(scores.mean)]))
        }
      }
    }
    return table
  }

  func itemTable() -> Table {
    var table = Table(
      "Answers to each item, as written",
      columns: [
        .init("Item", isHeader: true), .init("Question"), .init("n", isNumeric: true),
        .init("cannot answer", isNumeric: true), .init("mean", isNumeric: true),
        .init("median", isNumeric: true), .init("Distribution"),
      ])
    for (place, item) in tally.items.enumerated() {
      let answers = tally.answers[place]
      let isShown = showsItem(place)
      let isScored =
        item.subscale.flatMap { id in instrument.subscales.first { $0.id == id }?.rule } ?? instrument.rule
      table.add(
        [.text(item.id.rawValue), .text(item.text)]
          + (isShown
            ? [
              .count(answers.count), .count(tally.unanswerable[place]),
              isScored == .items ? .text("–") : .number(answers.mean), .number(answers.median),
              .text(Self.distribution(answers)),
            ] : Self.held(5)))
    }
    return table
  }

  /// Items that stand for themselves, by organization: how they were answered, not their means.
  func itemsByOrganization() -> Table {
    var table = Table(
      "Answers by organization",
      columns: [
        .init("Organization", isHeader: true), .init("n", isNumeric: true), .init("median", isNumeric: true),
        .init("Distribution"),
      ], notes: ["Each item stands for itself; none is summed or averaged with another."])
    guard tally.scales.allSatisfy({ $0.kind == .item }) else { return table }
    for (place, scale) in tally.scales.enumerated() {
      let hidden = hiddenOrganizations(place)
      let shown = tally.organizations.indices.filter { tally.organizations[$0].scores[place].count > 0 }
      if !shown.isEmpty { table.rows.append(.heading(scale.name)) }
      for number in shown {
        let answers = tally.organizations[number].scores[place]
        table.add(
          [.text(name(tally.organizations[number].id))]
            + (hidden.contains(number)
              ? Self.held(3)
              : [.count(answers.count), .number(answers.median), .text(Self.distribution(answers))]))
      }
    }
    return table
  }

  static func distribution(_ answers: ValueCounts) -> String {
    let entries = answers.ascending
    guard entries.count <= 12 else { return "\(entries.count) different answers" }
    return entries.map { "\(ResponseScale.plain($0.value)): \($0.count)" }.joined(separator: ", ")
  }

  static func held(_ cells: Int) -> [Table.Cell] {
    [Table.Cell](repeating: Table.Cell(text: "·", data: ""), count: cells)
  }
}

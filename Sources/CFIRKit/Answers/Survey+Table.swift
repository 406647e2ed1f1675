extension Survey {
  /// The survey as spreadsheets take it: each scale over all respondents, then by organization.
  func surveyTable() -> Table {
    if instrument.isProfile { return profileTable() }
    var table = Table(
      "survey",
      columns: [
        "scale", "kind", "organization", "n", "mean", "sd", "median", "rwg", "rwgj", "ad", "icc1", "icc2",
        "alpha", "omega",
      ].map { Table.Column($0) })
    let reliability = Dictionary(
      tally.reliability(missing).map { ($0.scale, $0) }, uniquingKeysWith: { first, _ in first })
    let aggregation = tally.aggregation()
    for (place, scale) in tally.scales.enumerated() {
      let whole = tally.scores[place]
      let correlation = shownCorrelation(place)
      let head: [Table.Cell] = [.text(scale.id), .text(scale.kind.rawValue)]
      if showsWhole(place) {
        table.add(
          head + [
            .text(""), .count(whole.count), .number(whole.mean), .number(whole.standardDeviation),
            .number(whole.median), .text(""), .text(""), .text(""), .number(correlation?.single),
            .number(correlation?.average), .number(reliability[scale]?.alpha),
            .number(reliability[scale]?.omegaTotal),
          ])
      }
      guard aggregation.indices.contains(place) else { continue }
      let hidden = hiddenOrganizations(place)
      for (number, group) in aggregation[place].groups.enumerated() where !hidden.contains(number) {
        table.add(
          head + [
            .text(group.id.rawValue), .count(group.scores.count), .number(group.scores.mean),
            .number(group.scores.standardDeviation), .number(group.scores.median), .number(group.rwg),
            .number(showsComplete(group) ? group.rwgj : nil),
            .number(showsComplete(group) ? group.averageDeviation : nil), .text(""), .text(""), .text(""),
            .text(""),
          ])
      }
    }
    return table
  }

  private func profileTable() -> Table {
    var table = Table("profile", columns: ["organization", "item", "answer"].map { Table.Column($0) })
    for fact in facts {
      table.add([
        .text(fact.organization?.rawValue ?? ""), .text(fact.item.rawValue), .text(fact.answer),
      ])
    }
    return table
  }
}

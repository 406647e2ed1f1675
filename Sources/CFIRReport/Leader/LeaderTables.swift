import CFIRKit

/// The tables of the leader's page.
struct LeaderTables {
  let facts: LeaderFacts

  /// What the figure of all topics shows, in its order.
  func topics(_ lines: [ReadinessLine], _ title: String) -> Table {
    var table = Table(
      title,
      columns: [
        .init("Topic", isHeader: true), .init("Everybody", isNumeric: true),
        .init("Leaders", isNumeric: true),
        .init("Staff", isNumeric: true), .init("Interviews"),
      ])
    for line in lines {
      table.add(
        [.text(line.words)]
          + [line.everybody, line.leaders, line.staff].map { .number($0.opinion?.mean, places: 1) }
          + [.text(line.rating?.typographic ?? "–")])
    }
    return table
  }

  /// Every topic for spreadsheets.
  var profile: Table {
    var table = Table(
      "profile",
      columns: [
        "construct", "topic", "statement", "standing", "basis", "n", "mean", "position", "divided", "leaders",
        "staff", "difference", "earlier", "change", "rating",
      ].map { Table.Column($0) })
    for line in facts.profile.lines {
      let all = line.everybody.opinion
      table.add([
        .text(line.construct.id.rawValue), .text(line.words), .text(line.statement),
        .text(line.standing.rawValue), .text(line.basis.rawValue),
        .text(all.map { String($0.respondents) } ?? ""),
        .number(all?.mean), .number(all?.position), .text(all.map { $0.isDivided ? "yes" : "no" } ?? ""),
        .number(line.leaders.opinion?.mean), .number(line.staff.opinion?.mean), .number(line.difference),
        .number(line.earlier.opinion?.mean), .text(line.change?.rawValue ?? ""),
        .text(line.rating?.token ?? ""),
      ])
    }
    return table
  }

  /// Every strategy that answers a gap, for spreadsheets.
  var strategies: Table {
    var table = Table(
      "strategies",
      columns: ["number", "strategy", "in plain words", "gaps", "topics"].map { Table.Column($0) })
    for suggestion in facts.strategies {
      table.add([
        .count(suggestion.strategy.number), .text(suggestion.strategy.name),
        .text(suggestion.strategy.peerSupport), .count(suggestion.matches.count),
        .text(suggestion.matches.map { facts.words($0.barrier) }.joined(separator: "; ")),
      ])
    }
    return table
  }
}

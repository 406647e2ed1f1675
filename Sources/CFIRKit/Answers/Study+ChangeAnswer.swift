import CFIRStatistics

extension Study {
  /// How the ratings changed between two rounds; nothing where none are asked for.
  ///
  /// The JSON is that of the comparison, of the later round where there are groups, with the change beside it.
  public func changeAnswer() -> Answer? {
    guard let change = roundChange() else { return nil }
    let byConstruct = Dictionary(
      change.rows.map { ($0.construct.id, $0) }, uniquingKeysWith: { first, _ in first })
    var table = Table(
      "Change from round \(change.rounds.from) to round \(change.rounds.to)",
      columns: [Table.Column("Construct", isHeader: true)]
        + ["Sites in both", "Rose", "Fell", "Stayed", "Mean change", "Turned signs", "q", "Sign test"].map {
          Table.Column($0, isNumeric: true)
        })
    addRows(for: change.rows.map(\.construct), to: &table) { construct in
      byConstruct[construct.id].map(cells) ?? []
    }
    table.notes = notes(change)
    let words = ChangeWords()
    return Answer(
      "\(title): what changed",
      blocks: [
        .table(table), .heading(2, "In words"),
        .list(
          change.rows.filter { !$0.sites.isEmpty }.map {
            "\($0.construct.name): \(words.sentence($0))"
          }),
      ],
      data: data(change), json: json("compare", members(comparison(), change: change)))
  }

  private func cells(_ row: RoundChange.Row) -> [Table.Cell] {
    [
      .text(row.construct.name), .count(row.sites.count), .count(row.risen), .count(row.fallen),
      .count(row.unchanged),
      Table.Cell(text: NumberStyle.signed(row.meanChange), data: ""),
      .text(row.flips.map { "\($0.atLeast) of \($0.total)" } ?? "–"), .text(NumberStyle.share(row.flipsQ)),
      .text(NumberStyle.share(row.signP)),
    ]
  }

  private func notes(_ change: RoundChange) -> [String] {
    let paired = Set(change.rows.flatMap { $0.sites.map(\.organization) }).count
    return [
      "Compared are organizations with a score for the construct in both rounds, \(paired) in all; what nobody rated is not derived.",
      "Turned signs: had nothing but chance moved the ratings, each change could as well have gone the other way; of all ways to turn the signs, how many give a mean change at least as large. "
        + "q: its share, corrected for \(NumberStyle.count(change.rows.count { $0.flips != nil }, "construct")) (Benjamini–Hochberg). Sign test: the p of rose against fell, size left aside. Both two-sided and exact.",
      "A change between rounds shows that ratings moved, not what moved them: raters who know the first round, other informants and other sites in it move them too.",
    ]
  }

  private func data(_ change: RoundChange) -> Table {
    let titles = [
      "construct", "name", "from", "to", "organizations", "rose", "fell", "stayed", "meanChange", "atLeast",
      "total", "share", "q", "signTest", "unpaired", "sentence",
    ]
    var data = Table("change", columns: titles.map { Table.Column($0) })
    for row in change.rows {
      data.add([
        .text(row.construct.id.rawValue), .text(row.construct.name), .text(change.rounds.from),
        .text(change.rounds.to), .count(row.sites.count), .count(row.risen), .count(row.fallen),
        .count(row.unchanged), .number(row.meanChange), .text(row.flips?.atLeast.description ?? ""),
        .text(row.flips?.total.description ?? ""), .number(row.flips?.share), .number(row.flipsQ),
        .number(row.signP), .text(row.unpaired.map(\.rawValue).joined(separator: "; ")),
        .text(ChangeWords().sentence(row)),
      ])
    }
    return data
  }
}

/// A change between rounds in plain words.
struct ChangeWords {
  /// `Rose in 4 of 5 sites, fell in none, by 0.80 on average; 2 of 16 turns of the signs do as well: …`.
  func sentence(_ row: RoundChange.Row) -> String {
    guard let flips = row.flips, let mean = row.meanChange else {
      return "No site has a score in both rounds."
    }
    let sites = NumberStyle.count(row.sites.count, "site")
    let moved = row.risen + row.fallen
    guard moved > 0 else { return "The same in \(row.sites.count == 1 ? "the only site" : "all \(sites)")." }
    let counts =
      "Rose in \(row.risen), fell in \(row.fallen) of \(sites), by \(NumberStyle.signed(mean)) on average"
    let verb = flips.atLeast == Natural(1) ? "does" : "do"
    let share = "\(flips.atLeast) of \(flips.total) turns of the signs \(verb) as well"
    guard flips.atLeast == Natural(2) else { return "\(counts); \(share)." }
    return
      "\(counts); \(share): with \(NumberStyle.count(moved, "site")) that changed no stronger statement is possible."
  }
}

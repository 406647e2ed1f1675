extension Study {
  /// What helps and what hinders, across organizations.
  public func summaryAnswer() -> Answer {
    let matrix = matrix()
    let influences = matrix.influences(mixed: mixed)
    let byConstruct = Dictionary(
      influences.map { ($0.construct.id, $0) }, uniquingKeysWith: { first, _ in first })
    let scores = [2, 1, 0, -1, -2]
    var table = Table(
      "Influence of each construct across \(NumberStyle.count(matrix.organizations.count, "organization"))",
      columns: [Table.Column("Construct", isHeader: true), Table.Column("Influence")]
        + scores.map { Table.Column(NumberStyle.signed(Double($0), places: 0), isNumeric: true) } + [
          Table.Column("mixed", isNumeric: true), Table.Column("no score", isNumeric: true),
          Table.Column("mean", isNumeric: true), Table.Column("median", isNumeric: true),
        ])
    var data = Table(
      "summary",
      columns: [
        "construct", "name", "influence", "strength", "scored", "+2", "+1", "0", "-1", "-2", "mixed",
        "unscored", "mean",
        "median", "facilitates", "hinders",
      ].map { Table.Column($0) })
    addRows(for: matrix.constructs, to: &table) { construct in
      guard let influence = byConstruct[construct.id] else { return [] }
      let counts = scores.map { Table.Cell.count(influence.counts[$0] ?? 0) }
      let unscored = influence.unscored.values.reduce(0, +)
      data.add(
        [
          .text(construct.id.rawValue), .text(construct.name), .text(influence.kind.rawValue),
          .text(influence.strength?.rawValue ?? ""), .count(influence.scored),
        ] + counts + [
          .count(influence.mixed), .count(unscored), .number(influence.mean), .number(influence.median),
          .text(influence.facilitates.map(\.rawValue).joined(separator: "; ")),
          .text(influence.hinders.map(\.rawValue).joined(separator: "; ")),
        ])
      return [.text(construct.name), .text(influence.label)] + counts.map { $0.text == "0" ? .text("·") : $0 }
        + [
          influence.mixed == 0 ? .text("·") : .count(influence.mixed),
          unscored == 0 ? .text("·") : .count(unscored),
          Table.Cell(text: NumberStyle.signed(influence.mean), data: ""),
          Table.Cell(text: NumberStyle.signed(influence.median, places: 1), data: ""),
        ]
    }
    table.notes.append(
      "A construct is a facilitator (barrier) where more than half of the scored organizations are positive (negative), "
        + "strong where more than half are at +2 (−2); neutral where more than half are 0; contested where neither; "
        + "insufficient with fewer than two scores.")
    var blocks: [Answer.Block] = [.table(table)]
    blocks += quotationBlocks(influences)
    return Answer(
      "\(title): what helps and what hinders", blocks: blocks, data: data,
      json: json("summary", [("constructs", .array(influences.map(json)))]))
  }

  private func quotationBlocks(_ influences: [Influence]) -> [Answer.Block] {
    influences.flatMap { influence -> [Answer.Block] in
      guard let sign = influence.sign else { return [] }
      let excerpts = bestExcerpts(on: influence.construct.id, sign: sign, limit: 2)
      guard !excerpts.isEmpty else { return [] }
      return [.heading(3, "\(influence.construct.name): \(influence.label)")]
        + excerpts.map { .quotation($0.text, source: attribution($0)) }
    }
  }

  private func json(_ influence: Influence) -> JSON {
    let counts = [-2, -1, 0, 1, 2].map { score in
      (
        key: RatingValue.Score(score).map { RatingValue.score($0).token } ?? "",
        value: JSON(influence.counts[score] ?? 0)
      )
    }
    let unscored = Influence.Unscored.allCases.filter { $0 != .mixed || mixed != .number }.map {
      (key: $0.rawValue, value: JSON(influence.unscored[$0] ?? 0))
    }
    return .object(
      members(influence.construct) + [
        ("scored", JSON(influence.scored)), ("counts", .object(counts)), ("mixed", JSON(influence.mixed)),
        ("unscored", .object(unscored)), ("mean", JSON(influence.mean)), ("median", JSON(influence.median)),
        ("influence", .string(influence.kind.rawValue)), ("strength", JSON(influence.strength?.rawValue)),
        ("facilitates", JSON(influence.facilitates)), ("hinders", JSON(influence.hinders)),
        (
          "excerpts",
          JSON(
            influence.sign.map { bestExcerpts(on: influence.construct.id, sign: $0, limit: 2).map(\.id) }
              ?? [])
        ),
      ])
  }
}

extension Influence {
  /// The influence in words: `strong facilitator`, `contested`.
  public var label: String { [strength?.rawValue, kind.rawValue].compactMap { $0 }.joined(separator: " ") }

  /// +1 for facilitators, −1 for barriers.
  public var sign: Int? {
    switch kind {
    case .facilitator: 1
    case .barrier: -1
    default: nil
    }
  }
}

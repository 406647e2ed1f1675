extension Study {
  /// The queue for a consensus meeting: cells on which raters differ and nobody has decided, worst first.
  public func disagreementAnswer() -> Answer {
    let matrix = matrix()
    let queue = matrix.disagreements
    let apart = (ledger?.concurrent ?? []).filter { $0.cell.rater == Rating.consensus }
    return Answer(
      "\(title): disagreements, worst first", blocks: blocks(queue, apart, of: matrix), data: table(queue),
      json: json(
        "disagreements",
        [
          ("round", JSON(round)),
          (
            "queue",
            .array(
              queue.enumerated().map { place, item in
                [
                  "place": JSON(place + 1), "organization": JSON(item.cell.organization),
                  "construct": JSON(item.cell.construct), "spread": JSON(item.spread),
                  "crossesZero": .bool(item.crossesZero), "reason": .string(item.reason),
                  "ratings": .array(
                    item.cell.settled.ratings.map {
                      [
                        "rater": JSON($0.rater), "rating": .string($0.value.token),
                        "rationale": .string($0.rationale), "excerpts": JSON($0.excerpts),
                      ]
                    }),
                ]
              })
          ),
          (
            "decidedApart",
            .array(
              apart.map { standing in
                [
                  "organization": JSON(standing.cell.organization),
                  "construct": JSON(standing.cell.construct),
                  "ratings": .array(standing.values.map { .string($0.token) }),
                ]
              })
          ),
        ]))
  }

  private func blocks(
    _ queue: [Disagreement], _ apart: [LedgerStanding], of matrix: RatingMatrix
  ) -> [Answer.Block] {
    var blocks: [Answer.Block] = []
    if !apart.isEmpty {
      blocks.append(.paragraph("Decided in two copies apart; settle these first:"))
      blocks.append(
        .list(
          apart.map { standing in
            "\(name(standing.cell.organization)), \(standing.cell.construct): "
              + standing.values.map(\.typographic).joined(separator: " and ")
          }))
    }
    guard !queue.isEmpty else {
      return blocks + [.paragraph("No two raters differ where nobody has decided.")]
    }
    var table = Table(
      "",
      columns: [
        .init("Place", isNumeric: true), .init("Organization", isHeader: true), .init("Construct"),
        .init("Ratings"), .init("Why here"),
      ])
    for (place, item) in queue.enumerated() {
      table.add([
        .count(place + 1), .text(name(item.cell.organization)),
        .text(codebook.printed(item.cell.construct)?.name ?? item.cell.construct.rawValue),
        .text(
          item.cell.settled.ratings.map { "\($0.rater) \($0.value.typographic)" }.joined(separator: ", ")),
        .text(item.reason),
      ])
    }
    let doubly = matrix.allCells.count { $0.settled.ratings.count > 1 }
    table.notes = [
      "\(NumberStyle.count(queue.count, "cell")) of \(doubly) that several raters rated. Settle them with `--as WHO`."
    ]
    return blocks + [.table(table)]
  }

  private func table(_ queue: [Disagreement]) -> Table {
    var table = Table(
      "disagreements",
      columns: ["place", "organization", "construct", "ratings", "spread", "crosses zero", "reason"].map {
        Table.Column($0)
      })
    for (place, item) in queue.enumerated() {
      table.add([
        .count(place + 1), .text(item.cell.organization.rawValue), .text(item.cell.construct.rawValue),
        .text(item.cell.settled.ratings.map { "\($0.rater) \($0.value.token)" }.joined(separator: "; ")),
        .count(item.spread), .text(item.crossesZero ? "yes" : "no"), .text(item.reason),
      ])
    }
    return table
  }
}

extension Study {
  /// How much evidence there is, and where.
  ///
  /// - Parameter byDomain: Whether constructs are rolled up to their domains.
  public func tallyAnswer(byDomain: Bool = false) -> Answer {
    let evidence = (byDomain ? tally.byDomain(codebook) : tally).evidence()
    let constructs = evidence.keys.compactMap(codebook.printed).sorted {
      let (first, second) = (codebook.position($0.id), codebook.position($1.id))
      return first == second ? $0.id < $1.id : first < second
    }
    let shown = groups.map { $0.ordered(organizations) } ?? organizations
    var table = Table(
      "Coded excerpts (and sources) by \(byDomain ? "domain" : "construct") and organization",
      columns: [Table.Column(byDomain ? "Domain" : "Construct", isHeader: true)]
        + shown.map { Table.Column($0.name, isNumeric: true) } + [Table.Column("All", isNumeric: true)])
    var data = Table(
      "tally",
      columns: [
        "organization", "construct", "name", "excerpts", "sources", "participants", "positive", "negative", "neutral",
        "mixed", "unjudged", "mean weight",
      ].map { Table.Column($0) })
    var cells: [JSON] = []
    func row(_ construct: Construct) -> [Table.Cell] {
      let found = evidence[construct.id] ?? [:]
      for organization in shown {
        guard let cell = found[organization.id] else { continue }
        cells.append(json(cell, organization.id, construct.id))
        data.add(
          [.text(organization.id.rawValue), .text(construct.id.rawValue), .text(construct.name)]
            + [
              cell.excerpts, cell.sources, cell.participants, cell.positive, cell.negative, cell.neutral, cell.mixed,
              cell.unjudged,
            ].map(Table.Cell.count) + [.number(cell.meanWeight)])
      }
      let total = found.values.reduce(0) { $0 + $1.excerpts }
      return [.text(construct.name)]
        + shown.map { found[$0.id].map { .text("\($0.excerpts) (\($0.sources))") } ?? .text("·") } + [.count(total)]
    }
    if byDomain { for construct in constructs { table.add(row(construct)) } } else {
      addRows(for: constructs, to: &table, row)
    }
    table.notes.append("\(tally.rows) coded rows in all.")
    let unmapped = tally.unmapped.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    var blocks: [Answer.Block] = [.table(table)]
    if !unmapped.isEmpty {
      blocks += [
        .heading(2, "Codes that no construct answers to"),
        .list(unmapped.map { "\($0.key): \(NumberStyle.count($0.value, "row"))" }),
      ]
    }
    return Answer(
      "\(title): evidence", blocks: blocks, data: data,
      json: json(
        "tally",
        [
          ("organizations", json(organizations: shown)),
          ("constructs", .array(constructs.map { .object(members($0)) })), ("cells", .array(cells)),
          (
            "unmapped",
            .array(unmapped.map { ["code": .string($0.key), "excerpts": JSON($0.value)] })
          ), ("rows", JSON(tally.rows)),
        ]))
  }

  private func json(_ cell: CellEvidence, _ organization: Organization.ID, _ construct: Construct.ID) -> JSON {
    [
      "organization": JSON(organization), "construct": JSON(construct), "excerpts": JSON(cell.excerpts),
      "sources": JSON(cell.sources), "participants": JSON(cell.participants), "positive": JSON(cell.positive),
      "negative": JSON(cell.negative), "neutral": JSON(cell.neutral), "mixed": JSON(cell.mixed),
      "unjudged": JSON(cell.unjudged), "meanWeight": JSON(cell.meanWeight),
    ]
  }
}

extension Study {
  /// How much evidence there is, and where.
  ///
  /// - Parameter byDomain: Whether constructs are rolled up to their domains.
  /// - Returns: Excerpts and sources by organization, and the codes that nothing answers to.
  public func tallyAnswer(byDomain: Bool = false) -> Answer {
    let evidence = (byDomain ? tally.byDomain(codebook) : tally).evidence()
    let constructs = codebook.sorted(evidence.keys.compactMap(codebook.printed))
    let shown = groups.map { $0.ordered(organizations) } ?? organizations
    let unmapped = tally.unmapped.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    let cells = constructs.flatMap { construct in
      shown.compactMap { organization in
        evidence[construct.id]?[organization.id].map {
          (organization: organization.id, construct: construct, evidence: $0)
        }
      }
    }
    return Answer(
      "\(title): evidence",
      blocks: [.table(tallyTable(constructs, shown, evidence, byDomain: byDomain))]
        + blocks(unmapped: unmapped),
      data: tallyData(cells),
      json: json(
        "tally",
        [
          ("organizations", json(organizations: shown)),
          ("constructs", .array(constructs.map { .object(members($0)) })),
          ("cells", .array(cells.map { json($0.evidence, $0.organization, $0.construct.id) })),
          ("unmapped", .array(unmapped.map { ["code": .string($0.key), "excerpts": JSON($0.value)] })),
          ("rows", JSON(tally.rows)),
        ]))
  }

  private func tallyTable(
    _ constructs: [Construct], _ shown: [Organization],
    _ evidence: [Construct.ID: [Organization.ID: CellEvidence]],
    byDomain: Bool
  ) -> Table {
    var table = Table(
      "Coded excerpts (and sources) by \(byDomain ? "domain" : "construct") and organization",
      columns: [Table.Column(byDomain ? "Domain" : "Construct", isHeader: true)]
        + shown.map { Table.Column($0.name, isNumeric: true) } + [Table.Column("All", isNumeric: true)],
      notes: ["\(tally.rows) coded rows in all."])
    func row(_ construct: Construct) -> [Table.Cell] {
      let found = evidence[construct.id] ?? [:]
      let total = found.values.reduce(0) { $0 + $1.excerpts }
      return [.text(construct.name)]
        + shown.map { found[$0.id].map { .text("\($0.excerpts) (\($0.sources))") } ?? .text("·") } + [
          .count(total)
        ]
    }
    if byDomain {
      for construct in constructs { table.add(row(construct)) }
    } else {
      addRows(for: constructs, to: &table, row)
    }
    return table
  }

  private func blocks(unmapped: [(key: String, value: Int)]) -> [Answer.Block] {
    guard !unmapped.isEmpty else { return [] }
    return [
      .heading(2, "Codes that no construct answers to"),
      .list(unmapped.map { "\($0.key): \(NumberStyle.count($0.value, "row"))" }),
    ]
  }

  private func tallyData(
    _ cells: [(organization: Organization.ID, construct: Construct, evidence: CellEvidence)]
  ) -> Table {
    var data = Table(
      "tally",
      columns: [
        "organization", "construct", "name", "excerpts", "sources", "participants", "positive", "negative",
        "neutral",
        "mixed", "unjudged", "mean weight",
      ].map { Table.Column($0) })
    for (organization, construct, cell) in cells {
      data.add(
        [.text(organization.rawValue), .text(construct.id.rawValue), .text(construct.name)]
          + [
            cell.excerpts, cell.sources, cell.participants, cell.positive, cell.negative, cell.neutral,
            cell.mixed,
            cell.unjudged,
          ].map(Table.Cell.count) + [.number(cell.meanWeight)])
    }
    return data
  }

  private func json(_ cell: CellEvidence, _ organization: Organization.ID, _ construct: Construct.ID) -> JSON
  {
    [
      "organization": JSON(organization), "construct": JSON(construct), "excerpts": JSON(cell.excerpts),
      "sources": JSON(cell.sources), "participants": JSON(cell.participants), "positive": JSON(cell.positive),
      "negative": JSON(cell.negative), "neutral": JSON(cell.neutral), "mixed": JSON(cell.mixed),
      "unjudged": JSON(cell.unjudged), "meanWeight": JSON(cell.meanWeight),
    ]
  }
}

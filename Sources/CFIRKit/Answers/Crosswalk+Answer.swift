extension Crosswalk {
  /// The correspondences of one construct of either edition, or all.
  ///
  /// - Throws: ``UnknownName`` where neither edition knows the name.
  public func answer(of name: String? = nil) throws(UnknownName) -> Answer {
    let (old, new) = (Codebook(.cfir2009), Codebook(.cfir2022))
    var shown = rows
    if let name {
      var ids: [Construct.ID] = []
      var problem: UnknownName?
      for codebook in [old, new] {
        do throws(UnknownName) { ids.append(try codebook.construct(named: name).id) } catch {
          problem = problem ?? error
        }
      }
      if ids.isEmpty, let problem { throw problem }
      shown = rows.filter { row in ids.contains { $0 == row.from || row.to.contains($0) } }
    }
    func label(_ id: Construct.ID, _ codebook: Codebook) -> String {
      codebook.construct(id).map { "\($0.number) \($0.name)" } ?? id.rawValue
    }
    var table = Table(
      "",
      columns: [
        .init("CFIR 2009", isHeader: true), .init("CFIR 2022"), .init("Change"), .init("Certainty"),
        .init("Note"),
      ],
      notes: [
        "Certainty says how far the correspondence could be confirmed in published text; check unconfirmed rows against the article's own mapping before you print them."
      ])
    var data = Table(
      "crosswalk",
      columns: ["from", "fromName", "to", "toName", "change", "certainty", "note"].map { Table.Column($0) })
    for row in shown {
      let from = row.from.map { label($0, old) } ?? "–"
      let to = row.to.isEmpty ? "–" : row.to.map { label($0, new) }.joined(separator: "; ")
      table.add([
        .text(from), .text(to), .text(row.changes.joined(separator: ", ")), .text(row.certainty),
        .text(row.note),
      ])
      data.add([
        .text(row.from?.rawValue ?? ""), .text(row.from.flatMap { old.construct($0)?.name } ?? ""),
        .text(row.to.map(\.rawValue).joined(separator: ";")),
        .text(row.to.compactMap { new.construct($0)?.name }.joined(separator: ";")),
        .text(row.changes.joined(separator: "+")), .text(row.certainty), .text(row.note),
      ])
    }
    return Answer(
      name.map { "CFIR 2009 and 2022: \($0)" } ?? "CFIR 2009 and 2022", blocks: [.table(table)], data: data,
      json: [
        "schema": "cfir.crosswalk/1",
        "rows": .array(
          shown.map {
            [
              "from": JSON($0.from?.rawValue), "to": JSON($0.to),
              "change": .array($0.changes.map(JSON.string)),
              "certainty": .string($0.certainty), "note": .string($0.note),
            ]
          }),
      ])
  }
}

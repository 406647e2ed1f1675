extension Ledger {
  /// The events, the first one first; what is known of each, and the heads of every copy's chain.
  ///
  /// - Parameters:
  ///   - study: How the study is called.
  ///   - framework: The edition that it uses; nothing where that is not known.
  ///   - filter: Which events; the heads are always those of the whole ledger.
  /// - Returns: A log for people, spreadsheets and programs.
  public func logAnswer(
    study: String, framework: Framework.Edition? = nil, where filter: (LedgerEvent) -> Bool = { _ in true }
  ) -> Answer {
    let shown = events.filter(filter)
    return Answer(
      "\(study): the ledger", blocks: logBlocks(shown), data: logTable(shown),
      json: [
        "schema": "cfir.log/1", "study": .string(study), "framework": JSON(framework?.rawValue),
        "events": .array(shown.map(json)),
        "heads": .array(
          heads.map {
            [
              "copy": JSON($0.copy), "sequence": JSON($0.sequence), "hash": JSON($0.id),
              "time": .string($0.time),
            ]
          }),
        "concurrent": .array(concurrent.map(json)),
      ])
  }

  // MARK: For people

  private func logBlocks(_ shown: [LedgerEvent]) -> [Answer.Block] {
    guard !events.isEmpty else { return [.paragraph("Nothing has been written down yet.")] }
    var table = Table(
      "",
      columns: ["Event", "When", "Who", "What", "Organization", "Construct", "Before", "After", "Why"].map {
        Table.Column($0)
      })
    for event in shown {
      let entry = event.entry
      table.add([
        .text(event.name), .text(event.time.replacing("T", with: " ").replacing("Z", with: "")),
        .text(entry.who.rawValue), .text(what(entry)), .text(entry.cell?.organization.rawValue ?? ""),
        .text(entry.cell?.construct.rawValue ?? ""),
        .text(before(entry)), .text(entry.after?.typographic ?? ""), .text(why(event)),
      ])
    }
    let seals = heads.map { "\($0.name) \($0.id)" }
    return [
      .table(table), .paragraph("Times are UTC. Last event of each copy, with its hash:"), .list(seals),
    ]
  }

  private func what(_ entry: LedgerEntry) -> String {
    var words = entry.kind.rawValue
    if let cell = entry.cell, cell.rater != entry.who, entry.kind != .consensus {
      words += cell.rater == Rating.consensus ? " (the team's)" : " (\(cell.rater)'s)"
    }
    if let cell = entry.cell, !cell.round.isEmpty { words += ", round \(cell.round)" }
    return words
  }

  private func before(_ entry: LedgerEntry) -> String {
    let given = entry.considered.map { "\($0.rater) \($0.value.typographic)" }
    return (entry.before.map(\.typographic) + given).joined(separator: "; ")
  }

  private func why(_ event: LedgerEvent) -> String {
    let entry = event.entry
    var parts = [entry.summary, entry.rationale, entry.note].filter { !$0.isEmpty }
    if redacted.contains(event.id) { parts.append("[redacted]") }
    if let source = entry.source { parts.append(source.name) }
    if let about = entry.about, entry.kind == .redaction || entry.kind == .note {
      parts.append("on \(self[about]?.name ?? about.rawValue)")
    }
    if !entry.excerpts.isEmpty { parts.append(NumberStyle.count(entry.excerpts.count, "excerpt")) }
    return parts.joined(separator: " · ")
  }

  // MARK: For programs

  private func logTable(_ shown: [LedgerEvent]) -> Table {
    var table = Table(
      "log",
      columns: [
        "event", "time", "who", "kind", "organization", "construct", "rater", "round", "before", "after",
        "considered", "summary", "rationale", "note", "excerpts", "date", "file", "about", "redacted",
        "clock",
        "hash",
      ].map { Table.Column($0) })
    for event in shown {
      let entry = event.entry
      table.add(
        [
          event.name, event.time, entry.who.rawValue, entry.kind.rawValue,
          entry.cell?.organization.rawValue ?? "", entry.cell?.construct.rawValue ?? "",
          entry.cell?.rater.rawValue ?? "", entry.cell?.round ?? "",
          entry.before.map(\.token).joined(separator: "; "), entry.after?.token ?? "",
          entry.considered.map { "\($0.rater) \($0.value.token)" }.joined(separator: "; "),
          entry.summary, entry.rationale, entry.note, entry.excerpts.map(\.rawValue).joined(separator: "; "),
          entry.date, entry.source?.name ?? "", entry.about.map { self[$0]?.name ?? $0.rawValue } ?? "",
          redacted.contains(event.id) ? "yes" : "", String(event.clock), event.id.rawValue,
        ].map { .text($0) })
    }
    return table
  }

  private func json(_ event: LedgerEvent) -> JSON {
    let entry = event.entry
    return [
      "event": .string(event.name), "copy": JSON(event.copy), "sequence": JSON(event.sequence),
      "clock": JSON(event.clock), "time": .string(event.time), "who": JSON(entry.who),
      "kind": .string(entry.kind.rawValue), "organization": JSON(entry.cell?.organization.rawValue),
      "construct": JSON(entry.cell?.construct.rawValue), "rater": JSON(entry.cell?.rater.rawValue),
      "round": JSON(entry.cell?.round), "before": .array(entry.before.map { .string($0.token) }),
      "after": JSON(entry.after?.token),
      "considered": .array(
        entry.considered.map { ["rater": JSON($0.rater), "rating": .string($0.value.token)] }),
      "summary": .string(entry.summary), "rationale": .string(entry.rationale), "note": .string(entry.note),
      "excerpts": JSON(entry.excerpts), "date": JSON(entry.date.isEmpty ? nil : entry.date),
      "file": entry.source.map { ["name": .string($0.name), "sha256": .string($0.digest)] } ?? .null,
      "replaces": JSON(entry.replaces), "about": JSON(entry.about?.rawValue),
      "redacted": .bool(redacted.contains(event.id)), "previous": JSON(event.previous?.rawValue),
      "hash": JSON(event.id),
    ]
  }

  private func json(_ standing: LedgerStanding) -> JSON {
    [
      "organization": JSON(standing.cell.organization), "construct": JSON(standing.cell.construct),
      "rater": JSON(standing.cell.rater), "round": .string(standing.cell.round),
      "events": .array(
        standing.heads.map { ["event": .string($0.name), "rating": JSON($0.entry.after?.token)] }),
    ]
  }
}

extension Ledger {
  /// What stands in every cell, in the order in which the cells were first rated.
  public var standings: [LedgerStanding] { cells.compactMap(standing) }

  /// The ratings that count now.
  ///
  /// - Parameter file: How findings name the ledger.
  /// - Returns: One for each cell that is not withdrawn and not revised apart.
  public func ratings(in file: String) -> [Rating] { standings.compactMap { $0.rating(in: file) } }

  /// The cells that two copies revised apart, which count for nothing until they are settled.
  public var concurrent: [LedgerStanding] { standings.filter(\.isConcurrent) }

  /// The last event of each copy; a copy that was continued twice from one place has several.
  ///
  /// Their ids are the ledger's seal: a report that prints them shows later whether events were changed or cut off.
  public var heads: [LedgerEvent] {
    let continued = Set(events.compactMap(\.previous))
    return events.filter { !continued.contains($0.id) }.sorted {
      $0.copy == $1.copy ? LedgerEvent.precedes($0, $1) : $0.copy < $1.copy
    }
  }

  /// Events that share copy and sequence: a copy was continued twice from one place, as when a backup was put back over it.
  public var forks: [[LedgerEvent]] {
    var groups: [LedgerEvent.CopyID: [Int: [LedgerEvent]]] = [:]
    for event in events { groups[event.copy, default: [:]][event.sequence, default: []].append(event) }
    // Only where the branches part: everything behind them shares copy and sequence, too.
    return groups.values.flatMap(\.values).filter { group in
      group.count > 1 && Set(group.map(\.previous)).count < group.count
    }.sorted { LedgerEvent.precedes($0[0], $1[0]) }
  }

  /// What a reader of the study should know: revisions made apart, and copies that were continued twice.
  ///
  /// The words name no rating, since raters who have not finished may read them.
  ///
  /// - Parameter file: How findings name the ledger.
  /// - Returns: Warnings.
  public func findings(in file: String) -> [Finding] {
    concurrent.map { .revisedApart($0, in: file) } + forks.map { .continuedTwice($0, in: file) }
  }
}

extension Finding {
  fileprivate static func revisedApart(_ standing: LedgerStanding, in file: String) -> Finding {
    let cell = standing.cell
    let round = cell.round.isEmpty ? "" : " in round \(cell.round)"
    let others = standing.heads.dropFirst().map(\.name).joined(separator: ", ")
    return .warning(
      at: standing.heads.first?.origin(in: file) ?? Origin(file: file),
      "the ratings of '\(cell.organization)' on '\(cell.construct)' by \(cell.rater)\(round) were revised apart (the other: \(others)); neither counts",
      fix: (cell.rater == Rating.consensus
        ? "settle it with `cfir rate consensus STUDY --as WHO"
        : "let \(cell.rater) settle it with `cfir rate STUDY --as '\(cell.rater)'")
        + (cell.round.isEmpty ? "`" : " --round '\(cell.round)'`"))
  }

  fileprivate static func continuedTwice(_ branches: [LedgerEvent], in file: String) -> Finding {
    let hashes = branches.map { $0.id.rawValue.prefix(8) }.joined(separator: " and ")
    return .warning(
      at: branches.first?.origin(in: file) ?? Origin(file: file),
      "the copy \(branches.first?.copy.rawValue ?? "") was continued twice from one place (\(hashes)), as when a backup is put back; the events of both are kept",
      fix: "ask who wrote there and compare with `cfir rate log`")
  }
}

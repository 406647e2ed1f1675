import CFIRKit

extension EventRow {
  /// The row of an event that is about to be written; its free text stands here by the hashes given.
  init(
    _ entry: LedgerEntry, copy: LedgerEvent.CopyID, sequence: Int, clock: Int, previous: LedgerEvent.ID?,
    time: String, words: [String: String]
  ) {
    func list(_ items: [String]) -> String? { items.isEmpty ? nil : items.joined(separator: "\n") }
    self.init()
    self["previous"] = previous?.rawValue
    self["copy"] = copy.rawValue
    self["sequence"] = String(sequence)
    self["clock"] = String(clock)
    self["time"] = time
    self["kind"] = entry.kind.rawValue
    self["who"] = entry.who.rawValue
    self["organization"] = entry.cell?.organization.rawValue
    self["construct"] = entry.cell?.construct.rawValue
    self["rater"] = entry.cell?.rater.rawValue
    self["round"] = entry.cell?.round
    self["before"] = list(entry.before.map(\.token))
    self["after"] = entry.after?.token
    self["considered"] = list(entry.considered.map { "\($0.value.token)\t\($0.rater)" })
    self["replaces"] = list(entry.replaces.map(\.rawValue))
    self["about"] = entry.about?.rawValue
    self["excerpts"] = list(entry.excerpts.map(\.rawValue))
    self["date"] = entry.date.isEmpty ? nil : entry.date
    self["file"] = entry.source?.name
    self["digest"] = entry.source?.digest
    for (column, hash) in words { self[column] = hash }
  }

  /// The event, with the words that are still kept; nothing where a column holds what no event could.
  func event(words: (String) -> String?) -> LedgerEvent? {
    guard let kind = self["kind"].flatMap(LedgerEntry.Kind.init), let who = self["who"],
      let copy = self["copy"], let sequence = self["sequence"].flatMap(Int.init),
      let clock = self["clock"].flatMap(Int.init), let time = self["time"],
      // Clocks count events: one near the largest number is nobody's, and the next would have none.
      sequence > 0, clock > 0, clock < 1 << 53
    else { return nil }
    func list(_ column: String) -> [String] {
      self[column]?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) ?? []
    }
    func value(_ token: String) -> RatingValue? { (try? RatingValue(token: token)) ?? nil }
    var entry = LedgerEntry(kind, by: .init(who))
    if let organization = self["organization"], let construct = self["construct"], let rater = self["rater"] {
      entry.cell = RatedCell(
        organization: .init(organization), construct: .init(construct), rater: .init(rater),
        round: self["round"] ?? "")
    }
    if kind.isJudgement && entry.cell == nil || kind == .redaction && self["about"] == nil { return nil }
    entry.before = list("before").compactMap(value)
    if let token = self["after"] {
      guard let after = value(token) else { return nil }
      entry.after = after
    }
    entry.considered = list("considered").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let given = value(String(parts[0])) else { return nil }
      return .init(rater: .init(String(parts[1])), value: given)
    }
    entry.replaces = list("replaces").map { .init($0) }
    entry.about = self["about"].map { .init($0) }
    entry.excerpts = list("excerpts").map { .init($0) }
    entry.date = self["date"] ?? ""
    if let file = self["file"] { entry.source = .init(name: file, digest: self["digest"] ?? "") }
    entry.summary = self["summary"].flatMap(words) ?? ""
    entry.rationale = self["rationale"].flatMap(words) ?? ""
    entry.note = self["note"].flatMap(words) ?? ""
    return LedgerEvent(
      id: hash, copy: .init(copy), sequence: sequence, clock: clock,
      previous: self["previous"].map { .init($0) }, time: time, entry: entry)
  }
}

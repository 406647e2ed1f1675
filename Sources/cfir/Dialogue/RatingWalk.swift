import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRStore

/// A rater's way through cells, one question each.
struct RatingWalk {
  private let opened: LedgerStudy
  private let cells: [RatedCell]
  private let asksWhy: Bool
  private let shelf: ExcerptShelf
  private let dialogue = Dialogue()
  private var ledger: Ledger
  private var answered: Set<RatedCell> = []

  /// How many events were written.
  private(set) var saved = 0
  /// How many cells have no answer yet.
  var left: Int { cells.count - answered.count }

  init(_ opened: LedgerStudy, cells: [RatedCell], asksWhy: Bool) {
    self.opened = opened
    self.cells = cells
    self.asksWhy = asksWhy
    shelf = ExcerptShelf(opened.study.excerpts)
    ledger = opened.study.ledger ?? Ledger()
  }

  mutating func run() throws {
    var place = 0
    while cells.indices.contains(place) {
      let cell = cells[place]
      if let origin = opened.study.tableOrigin(of: cell) {
        try dialogue.say(
          "\(cell.organization), \(cell.construct): your rating stands at \(origin); change it there, or take the table over with `cfir rate import` and then out of the study"
        )
        answered.insert(cell)
        place += 1
        continue
      }
      let shown = shelf.excerpts(cell.construct, cell.organization)
      try dialogue.say(
        opened.study.ratingPage(cell, showing: shown, progress: "\(place + 1) of \(cells.count)").rendered(
          as: .table))
      if let own = own(cell) { try dialogue.say(own) }
      switch try question(cell, shown).ask() {
      case .judge(let value, let reasons):
        try save(cell, value, reasons)
        place += 1
      case .skip: place += 1
      case .back: place = max(0, place - 1)
      case .quit: return
      }
    }
  }

  private func question(_ cell: RatedCell, _ shown: [Excerpt]) -> RatingQuestion {
    RatingQuestion(
      prompt: "Rating (? for help)", asksWhy: asksWhy, construct: cell.construct, shown: shown.map(\.id),
      canWithdraw: ledger.standing(in: cell).map { !$0.values.isEmpty } ?? false)
  }

  /// What the rater said before; nobody else's.
  private func own(_ cell: RatedCell) -> String? {
    guard let standing = ledger.standing(in: cell), !standing.values.isEmpty else { return nil }
    guard standing.isConcurrent else { return standing.rating(in: opened.file.name).map(said) }
    let versions = standing.heads.map { head in
      "\(head.entry.after?.typographic ?? "withdrawn") (\(head.name), \(head.time.prefix(10)))"
        + (head.entry.rationale.isEmpty ? "" : ": \(head.entry.rationale)")
    }
    return "You revised this in two copies apart; your next rating settles it:\n  "
      + versions.joined(separator: "\n  ") + "\n"
  }

  private func said(_ rating: Rating) -> String {
    "Your rating: \(rating.value.typographic)" + (rating.rationale.isEmpty ? "" : " – \(rating.rationale)")
      + "\n"
  }

  private mutating func save(_ cell: RatedCell, _ value: RatingValue?, _ reasons: Ledger.Reasons) throws {
    let (event, now) = try opened.write {
      (log: inout LedgerWriter) throws(Finding) -> (LedgerEvent?, Ledger) in
      guard let entry = log.ledger.judging(cell, value, by: cell.rater, because: reasons) else {
        return (nil, log.ledger)
      }
      let event = try log.append(entry)
      return (event, log.ledger)
    }
    ledger = now
    answered.insert(cell)
    guard let event else {
      try dialogue.say("this is your rating already\n")
      return
    }
    saved += 1
    let said = value.map { "\($0.typographic)" } ?? "withdrawn"
    try dialogue.say("saved as \(event.name): \(cell.organization), \(cell.construct): \(said)\n")
  }
}

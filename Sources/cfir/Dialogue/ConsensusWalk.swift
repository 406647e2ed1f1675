import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRStore

/// A team's way through its disagreements, worst first.
struct ConsensusWalk {
  private let opened: LedgerStudy
  private let who: Rating.RaterID
  private let asksWhy: Bool
  private let dialogue = Dialogue()
  private var ledger: Ledger

  init(_ opened: LedgerStudy, who: Rating.RaterID, asksWhy: Bool) {
    self.opened = opened
    self.who = who
    self.asksWhy = asksWhy
    ledger = opened.study.ledger ?? Ledger()
  }

  private var round: String { opened.study.round ?? "" }

  mutating func run() throws {
    let study = opened.study
    let apart = ledger.concurrent.map(\.cell).filter { $0.rater == Rating.consensus && $0.round == round }
    let queue = study.matrix().disagreements
    let cells: [(cell: RatedCell, reason: String)] =
      apart.map { ($0, "decided in two copies apart") }
      + queue.map { (cell($0.cell.organization, $0.cell.construct), $0.reason) }.filter { item in
        !apart.contains(item.0)
      }
    guard !cells.isEmpty else {
      Messages.error("no two raters differ where nobody has decided")
      return
    }
    let shelf = ExcerptShelf(study.excerpts)
    var place = 0
    while cells.indices.contains(place) {
      let (cell, reason) = cells[place]
      let ratings = study.ratings.filter {
        $0.organization == cell.organization && $0.construct == cell.construct && !$0.isConsensus
      }.sorted { $0.rater < $1.rater }
      let shown = excerpts(cell, ratings, shelf)
      let progress = "\(place + 1) of \(cells.count): \(reason)"
      try dialogue.say(
        study.consensusPage(cell, of: ratings, showing: shown, progress: progress).rendered(as: .table))
      if let standing = ledger.standing(in: cell), !standing.values.isEmpty {
        try dialogue.say("Decided so far: \(standing.values.map(\.typographic).joined(separator: " and "))\n")
      }
      let question = RatingQuestion(
        prompt: "Consensus (? for help)", asksWhy: asksWhy, construct: cell.construct, shown: shown.map(\.id),
        canWithdraw: ledger.standing(in: cell).map { !$0.values.isEmpty } ?? false)
      switch try question.ask() {
      case .judge(let value, let reasons):
        try save(cell.organization, cell.construct, value, reasons)
        place += 1
      case .skip: place += 1
      case .back: place = max(0, place - 1)
      case .quit: return
      }
    }
  }

  /// Writes a decision down.
  mutating func save(
    _ organization: Organization.ID, _ construct: Construct.ID, _ value: RatingValue?,
    _ reasons: Ledger.Reasons
  ) throws {
    let cell = cell(organization, construct)
    try opened.study.refuseIfInTable(cell, value)
    let considered = opened.study.considered()(cell)
    let (event, now) = try opened.write {
      [who] (log: inout LedgerWriter) throws(Finding) -> (LedgerEvent?, Ledger) in
      let entry = log.ledger.judging(cell, value, by: who, because: reasons, considering: considered)
      guard let entry else { return (nil, log.ledger) }
      let event = try log.append(entry)
      return (event, log.ledger)
    }
    ledger = now
    guard let event else {
      try dialogue.say("this is the team's decision already\n")
      return
    }
    let said = value.map { "\($0.typographic)" } ?? "withdrawn"
    try dialogue.say("saved as \(event.name): \(organization), \(construct): consensus \(said)\n")
  }

  private func cell(_ organization: Organization.ID, _ construct: Construct.ID) -> RatedCell {
    RatedCell(organization: organization, construct: construct, rater: Rating.consensus, round: round)
  }

  /// What the raters cite, then what else was coded.
  private func excerpts(_ cell: RatedCell, _ ratings: [Rating], _ shelf: ExcerptShelf) -> [Excerpt] {
    var seen: Set<Excerpt.ID> = []
    let cited = ratings.flatMap(\.excerpts).compactMap { shelf[$0] }
    return (cited + shelf.excerpts(cell.construct, cell.organization)).filter { seen.insert($0.id).inserted }
  }
}

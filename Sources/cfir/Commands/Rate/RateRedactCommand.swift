import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRStore

struct RateRedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact", abstract: "Remove free text for good, as when a participant withdraws.",
    discussion: """
      Summaries, rationales and notes that cite the participant's excerpts, or those of named events, are deleted; their salted hashes \
      stay, so that the ledger still verifies. Ratings stay. Other copies lose the words when they merge this one.
      """)

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var who: WhoArguments

  @Option(help: "The participant who withdraws.")
  var participant: String?

  @Option(help: "An event, as `cfir rate log` names it; can be given several times.")
  var event: [String] = []

  @Option(help: "Why; it stands in the ledger.")
  var because: String?

  func validate() throws {
    if participant == nil && event.isEmpty { throw ValidationError("name a --participant or an --event") }
  }

  func run() throws {
    let opened = try arguments.openLedger(.all)
    let ledger = opened.study.ledger ?? Ledger()
    var ids = try event.map { try opened.event(named: $0).id }
    var mentions: [LedgerEvent] = []
    if let participant {
      let person = try opened.study.participant(named: participant)
      let cited = ledger.events(citing: opened.study.excerptTest(of: person))
      ids += cited.map(\.id)
      mentions = ledger.events(mentioning: person.rawValue).filter { !ids.contains($0.id) }
    }
    let (targets, reason) = (ids, because ?? "")
    let written = try opened.write { (log: inout LedgerWriter) throws(Finding) -> [LedgerEvent] in
      for entry in log.ledger.redacting(targets, by: who.rater, because: reason) { try log.append(entry) }
      return log.written
    }
    if written.isEmpty && opened.file.exists { try opened.eraseTraces() }
    let names = written.compactMap { $0.entry.about.flatMap { ledger[$0]?.name } }
    try OutputFile.print(
      names.isEmpty
        ? "there is no free text to redact\n"
        : "redacted \(NumberStyle.count(names.count, "event")): \(names.joined(separator: ", "))\n")
    if !mentions.isEmpty {
      Messages.error(
        "note: \(NumberStyle.count(mentions.count, "text names", "texts name")) '\(participant ?? "")' without citing; read \(mentions.map(\.name).joined(separator: ", ")) and redact them with --event"
      )
    }
    Messages.error(
      "note: tables in ratings/, exports in excerpts/, reports and backups are not touched by this")
  }
}

extension Study {
  /// The participant that somebody named; a message and the end where nobody bears that id.
  fileprivate func participant(named name: String) throws -> Participant.ID {
    let known = participants.map(\.id) + excerpts.compactMap(\.participant)
    let id = Participant.ID(name)
    if known.contains(id) { return id }
    let fix = nearest(name, among: known.map(\.rawValue)).asSuggestion.ifEmpty(
      "write the id as participants.csv has it")
    Messages.error("--participant: error: there is no participant '\(name)'; \(fix)")
    throw ExitCode.failure
  }
}

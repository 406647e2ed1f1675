import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRStore

struct RateNoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Note something in the ledger: on the study, a cell, or an event.")

  @OptionGroup var arguments: StudyArguments

  @Argument(help: "What to note.")
  var text: String

  @OptionGroup var who: WhoArguments

  @Option(help: "The organization of the cell that it is about.")
  var organization: String?

  @Option(help: "The construct of the cell that it is about.")
  var construct: String?

  @Option(help: "The event that it is about, as `cfir rate log` names it.")
  var event: String?

  @Option(parsing: .upToNextOption, help: "The ids of excerpts that it cites.")
  var cites: [String] = []

  func validate() throws {
    if text.trimmingWhitespace().isEmpty { throw ValidationError("there is nothing to note") }
    if (organization == nil) != (construct == nil) {
      throw ValidationError("a cell needs both --organization and --construct")
    }
  }

  func run() throws {
    let opened = try arguments.openLedger(.none)
    var entry = LedgerEntry(.note, by: who.rater)
    if let organization, let construct {
      entry.cell = RatedCell(
        organization: try opened.study.organization(named: organization).id,
        construct: try opened.study.ratedConstruct(named: construct).id, rater: who.rater,
        round: opened.study.currentRound)
    }
    entry.about = try event.map { try opened.event(named: $0).id }
    entry.excerpts = cites.map { .init($0) }
    entry.note = text.trimmingWhitespace()
    let noted = entry
    let event = try opened.write { (log: inout LedgerWriter) throws(Finding) -> LedgerEvent in
      try log.append(noted)
    }
    try OutputFile.print("noted as \(event.name)\n")
  }
}

extension LedgerStudy {
  /// The event that somebody named; a message and the end where there is none, or more than one.
  func event(named name: String) throws -> LedgerEvent {
    let found = study.ledger?.events(named: name) ?? []
    if found.count == 1, let event = found.first { return event }
    Messages.error(
      found.isEmpty
        ? "--event: error: there is no event '\(name)'; `cfir rate log` lists them"
        : "--event: error: '\(name)' names \(found.count) events; give the first digits of its hash: \(found.map { String($0.id.rawValue.prefix(12)) }.joined(separator: " or "))"
    )
    throw ExitCode.failure
  }
}

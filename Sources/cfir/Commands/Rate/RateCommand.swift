import ArgumentParser

struct RateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rate",
    abstract: "Give, import, settle, merge and log ratings; nothing is ever overwritten.",
    discussion: """
      Ratings, decisions and notes are kept in the study's ledger, study.sqlite: who, when, before, after and why. \
      `cfir rate STUDY --as AK` rates in the terminal; the subcommands do the rest.
      """,
    subcommands: [
      RateGiveCommand.self, RateImportCommand.self, RateConsensusCommand.self, RateLogCommand.self,
      RateMergeCommand.self, RateNoteCommand.self, RateRedactCommand.self,
    ], defaultSubcommand: RateGiveCommand.self)
}

import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRStore

struct RateMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Take what another copy of the study's ledger has and this one has not.",
    discussion: """
      The result is the same whoever takes from whom, and however often. Ratings that were revised apart count for nothing until their \
      rater settles them.
      """)

  @OptionGroup var arguments: StudyArguments

  @Argument(help: "Another copy of the study, or its study.sqlite.")
  var other: String

  func run() throws {
    let merged: LedgerMerge
    let file: LedgerFile
    do throws(Finding) {
      file = try StudyReader.ledger(of: arguments.study)
      let theirs = try StudyReader.ledger(of: other)
      guard theirs.exists else {
        throw .error(
          at: Origin(file: theirs.name), "there is no ledger here to take from",
          fix: "name a copy of the study in which somebody has rated")
      }
      merged = try file.merge(theirs)
    } catch {
      Messages.error(error.description)
      throw ExitCode.failure
    }
    try OutputFile.print(
      "\(file.name): \(NumberStyle.count(merged.taken.count, "event")) taken from \(other), \(merged.ledger.events.count) in all\n"
    )
    Messages.print(Findings(merged.ledger.findings(in: file.name)))
    var options = StudyOptions()
    options.edition = arguments.framework
    let errors = StudyReader.read(arguments.study, options: options).findings.all.filter {
      $0.severity == .error
    }
    Messages.print(Findings(errors))
  }
}

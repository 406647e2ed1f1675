import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRStore

/// Who stands behind what is written down.
struct WhoArguments: ParsableArguments {
  @Option(name: .customLong("as"), help: "Who you are, as your ratings name you: initials or a code.")
  var who: String

  /// The same as ratings name it.
  var rater: Rating.RaterID { .init(who.trimmingWhitespace()) }

  func validate() throws {
    if who.trimmingWhitespace().isEmpty { throw ValidationError("--as needs a name, initials or a code") }
  }
}

/// A study with a ledger, or the place where it will have one.
struct LedgerStudy {
  var reading: StudyReader.Reading
  var study: Study
  var file: LedgerFile

  /// Ends with a message where somebody rates under a name that differs only in its writing from one that has rated: what is written
  /// down under it stays.
  func refuseMisspelt(_ rater: Rating.RaterID) throws {
    let raters = Set(study.allRatings.map(\.rater)).union((study.ledger?.cells ?? []).map(\.rater)).sorted()
    guard !raters.contains(rater),
      let known = raters.first(where: { NameKey($0.rawValue) == NameKey(rater.rawValue) })
    else { return }
    Messages.error(
      "--as: error: '\(rater)' has not rated here, and '\(known)' has; write it so, or choose another code")
    throw ExitCode.failure
  }

  /// Does something to the ledger; a problem is printed and ends the command.
  func write<Result>(_ body: (inout LedgerWriter) throws(Finding) -> Result) throws -> Result {
    do throws(Finding) {
      return try file.write(body)
    } catch {
      Messages.error(error.description)
      throw ExitCode.failure
    }
  }

  /// Overwrites what an earlier redaction could not; a problem is printed and ends the command.
  func eraseTraces() throws {
    do throws(Finding) {
      try file.eraseTraces()
    } catch {
      Messages.error(error.description)
      throw ExitCode.failure
    }
  }
}

extension StudyArguments {
  /// Reads a study that judgements are added to. Only errors and what the ledger has to say are printed: what is wrong with the
  /// evidence is for `cfir check`.
  func openLedger(_ words: StudyOptions.Words) throws -> LedgerStudy {
    var options = StudyOptions(words: words)
    options.edition = framework
    let reading = StudyReader.read(study, options: options)
    let name = reading.ledger.map { "\($0.name):" }
    for finding in reading.findings.all
    where finding.severity == .error || name.map(finding.origin.file.hasPrefix) == true {
      Messages.error(finding.description)
    }
    guard let study = reading.study else { throw ExitCode.failure }
    guard let file = reading.ledger else {
      Messages.error(
        "\(self.study): error: a single table has no ledger to write to; make a study folder with `cfir new DIR`"
      )
      throw ExitCode.failure
    }
    return LedgerStudy(reading: reading, study: study, file: file)
  }
}

extension Study {
  /// The construct that somebody named; a message and the end where there is none that is rated.
  func ratedConstruct(named name: String) throws -> Construct {
    do throws(UnknownName) {
      let construct = try codebook.construct(named: name)
      if construct.kind.isRated { return codebook.printed(construct.id) ?? construct }
      Messages.error("--construct: error: '\(name)' is a \(construct.kind.rawValue), which is never rated")
    } catch {
      Messages.error("--construct: error: \(error)")
    }
    throw ExitCode.failure
  }

  /// Ends with a message where a table holds a cell's rating: it would contradict what the ledger says.
  func refuseIfInTable(_ cell: RatedCell, _ value: RatingValue?) throws {
    guard let origin = tableOrigin(of: cell), rating(in: cell)?.value != value else { return }
    Messages.error(
      "\(origin): error: \(cell.rater) rates '\(cell.organization)' on '\(cell.construct)' in this table; change it there, or take the table over with `cfir rate import` and then out of the study"
    )
    throw ExitCode.failure
  }
}

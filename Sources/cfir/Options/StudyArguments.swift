import ArgumentParser
import CFIRInterchange
import CFIRKit

extension Framework.Edition: ExpressibleByArgument {}
extension DistinguishingRule: ExpressibleByArgument {}
extension MixedRule: ExpressibleByArgument {}
extension Answer.Format: ExpressibleByArgument {}

/// The study and the framework that it is read by.
struct StudyArguments: ParsableArguments {
  @Argument(help: "A study folder, its study.yaml, or one table of coded excerpts or ratings.")
  var study: String

  @Option(help: "The edition to read it by, where the study does not say: cfir-2022 or cfir-2009.")
  var framework: Framework.Edition?

  /// Reads what is needed of the study; prints what was found, and ends where that is an error.
  func read(
    _ words: StudyOptions.Words, noting findings: inout [Finding], _ change: (inout StudyOptions) -> Void
  ) throws -> Study {
    var options = StudyOptions(words: words)
    options.edition = framework
    change(&options)
    let reading = StudyReader.read(study, options: options)
    findings = reading.findings.all
    Messages.print(reading.findings)
    guard let study = reading.study else { throw ExitCode.failure }
    return study
  }

  func read(_ words: StudyOptions.Words, _ change: (inout StudyOptions) -> Void = { _ in }) throws -> Study {
    var findings: [Finding] = []
    return try read(words, noting: &findings, change)
  }
}

/// Which ratings count.
struct RatingArguments: ParsableArguments {
  @Option(help: "Only this rater's ratings; 'consensus' for the team's decisions.")
  var rater: String?

  @Option(help: "The round of ratings to use; the last by default.")
  var round: String?

  @Flag(help: "Fill cells that nobody rated with what the criteria suggest for the judged excerpts.")
  var derive = false

  func apply(to options: inout StudyOptions) {
    options.rater = rater
    options.round = round
    options.derives = derive
  }
}

/// What mixed ratings count for.
struct MixedArguments: ParsableArguments {
  @Option(
    help:
      "What mixed ratings count for: number, unscored, or leaning (0 (mixed) left out, +1* counts). Default: number."
  )
  var mixed: MixedRule?

  func apply(to options: inout StudyOptions) { options.mixed = mixed }
}

extension Study {
  /// The organization of an id or a name; ends where there is none, naming the option that asks for it.
  func organization(named name: String, by option: String = "--organization") throws -> Organization {
    if let found = organizations.first(where: { $0.id.rawValue == name || $0.name == name }) { return found }
    let ids = organizations.map(\.id.rawValue)
    let fix = nearest(name, among: organizations.flatMap { [$0.id.rawValue, $0.name] }).asSuggestion.ifEmpty(
      ids.isEmpty ? "list it in organizations.csv" : "the organizations are \(ids.joined(separator: ", "))")
    Messages.error("\(option): error: there is no organization '\(name)'; \(fix)")
    throw ExitCode.failure
  }
}

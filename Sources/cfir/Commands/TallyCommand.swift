import ArgumentParser
import CFIRInterchange

struct TallyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally", abstract: "How much evidence, where? Counts by organization and construct.")

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var output: OutputArguments

  @Option(help: "Count by construct, or rolled up by domain.")
  var by: Level = .construct

  @Flag(help: "Count each passage once for a construct, however often it was coded.")
  var distinct = false

  enum Level: String, ExpressibleByArgument, CaseIterable {
    case construct, domain
  }

  func run() throws {
    let study = try arguments.read(.none) { $0.countsPassagesOnce = distinct }
    try output.write(study.tallyAnswer(byDomain: by == .domain))
  }
}

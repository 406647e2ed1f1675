import ArgumentParser
import CFIRInterchange
import CFIRKit

struct MemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memo", abstract: "The case memo: rating, summary, rationale, excerpts.")

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var ratings: RatingArguments
  @OptionGroup var output: OutputArguments

  @Option(help: "Only this organization.")
  var organization: String?

  @Option(help: "Only this construct.")
  var construct: String?

  func run() throws {
    let study = try arguments.read(.all, ratings.apply)
    let site = try organization.map { try study.organization(named: $0) }
    var id: Construct.ID?
    if let construct {
      do {
        id = try study.codebook.construct(named: construct).id
      } catch {
        Messages.error("--construct: error: \(error)")
        throw ExitCode.failure
      }
    }
    try output.write(study.memoAnswer(organization: site?.id, construct: id))
  }
}

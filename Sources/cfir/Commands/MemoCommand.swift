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
    var site: Organization?
    if let organization {
      site = study.organizations.first { $0.id.rawValue == organization || $0.name == organization }
      guard site != nil else {
        let names = study.organizations.map(\.id.rawValue)
        let fix = nearest(organization, among: names).asSuggestion.ifEmpty(
          "the organizations are \(names.joined(separator: ", "))")
        Messages.error("--organization: error: there is no organization '\(organization)'; \(fix)")
        throw ExitCode.failure
      }
    }
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

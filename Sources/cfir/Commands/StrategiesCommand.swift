import ArgumentParser
import CFIRInterchange
import CFIRKit
import Foundation

struct StrategiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strategies", abstract: "Which strategies answer the barriers?",
    discussion: """
      Barriers are ratings below 0 and survey means below the middle of their scale. --plan writes the strategies into plan.csv \
      of the study, where they can be adopted, adapted or rejected; what stands there is kept.
      """)

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var ratings: RatingArguments
  @OptionGroup var output: OutputArguments

  @Option(help: "Only the barriers of this organization.")
  var organization: String?

  @Option(help: "A table of one's own instead of the shipped one: construct, strategy, percent.")
  var table: String?

  @Flag(help: "Add strategies that plan.csv of the study does not have yet.")
  var plan = false

  @Option(help: "With --plan: how many strategies to add at most.")
  var top = 10

  func run() throws {
    let study = try arguments.read(.none) {
      ratings.apply(to: &$0)
      $0.surveys = ResponseOptions()
      $0.surveys?.keepsScores = false
    }
    let site = try organization.map { try study.organization(named: $0).id }
    let endorsements = try table.map { try read($0, by: study.codebook) } ?? .shipped
    if plan { try addToPlan(study, endorsements, site) }
    try output.write(study.strategyAnswer(endorsements, organization: site, isShipped: table == nil))
  }

  private func read(_ path: String, by codebook: Codebook) throws -> EndorsementTable {
    var findings = Findings()
    do throws(Finding) {
      // The published table is on the constructs of 2009; one that knows more of the study's own is read by these.
      let old = try EndorsementTable(
        TableReader(RecordReader(path: path)), by: Codebook(.cfir2009), noting: &findings)
      if !findings.hasErrors { return old }
      findings = Findings()
      let own = try EndorsementTable(TableReader(RecordReader(path: path)), by: codebook, noting: &findings)
      Messages.print(findings)
      if !findings.hasErrors { return own }
    } catch {
      Messages.error(error.description)
    }
    throw ExitCode.failure
  }

  private func addToPlan(_ study: Study, _ table: EndorsementTable, _ site: Organization.ID?) throws {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: arguments.study, isDirectory: &isFolder)
    let url = URL(fileURLWithPath: arguments.study)
    let folder = isFolder.boolValue ? url : url.deletingLastPathComponent()
    let path = folder.appendingPathComponent("plan.csv").path
    let (suggestions, _) = table.suggestions(for: study.barriers(in: site), by: study.codebook)
    let rows = study.plan.rows(adding: Array(suggestions.prefix(top)), for: site)
    if rows.isEmpty { return Messages.error("\(path): nothing to add") }
    var text = ActionPlan.columns.joined(separator: ",") + "\n"
    if FileManager.default.fileExists(atPath: path) {
      guard let old = try? String(contentsOfFile: path, encoding: .utf8), study.plan.isCommaSeparated else {
        Messages.error("\(path): error: rows can be added to comma-separated UTF-8 only; save it so")
        throw ExitCode.failure
      }
      text = old.hasSuffix("\n") ? old : old + "\n"
    }
    try OutputFile.write(Data((text + rows).utf8), to: path)
    Messages.error(
      "\(path): \(NumberStyle.count(rows.split(separator: "\n").count, "strategy", "strategies")) added")
  }
}

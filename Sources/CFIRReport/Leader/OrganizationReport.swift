import CFIRKit

/// One organization's readiness as its leader reads it: a page of two sheets, its tables, and its records for programs.
///
/// It leaves the study team: no statistic is over fewer respondents than the study's minimum, except that a single leader sees the
/// leader's own answers; nobody is quoted or named.
public struct OrganizationReport: Sendable {
  /// `index.html`, the tables and `report.json`.
  public let files: [StudyReport.File]

  /// Makes the report; nothing for an organization that the study does not have.
  ///
  /// - Parameters:
  ///   - study: The study, read with its ratings and its surveys.
  ///   - organization: Whose leader reads it.
  ///   - table: How many experts chose which strategy for which construct.
  public init?(
    _ study: Study, for organization: Organization.ID, endorsements table: EndorsementTable = .shipped
  ) {
    guard let profile = study.readiness(of: organization) else { return nil }
    let barriers = study.barriers(for: profile)
    let suggestions = table.suggestions(for: barriers, by: study.codebook)
    let facts = LeaderFacts(
      study: study, profile: profile, barriers: barriers,
      strategies: suggestions.strategies, unanswered: suggestions.unanswered)
    files = [
      StudyReport.File(name: "index.html", text: LeaderPage(facts: facts).text),
      StudyReport.File(name: "profile.csv", text: LeaderTables(facts: facts).profile.csv),
      StudyReport.File(name: "strategies.csv", text: LeaderTables(facts: facts).strategies.csv),
      StudyReport.File(name: "report.json", text: LeaderJSON(facts: facts).value.text),
    ]
  }
}

/// What the leader's page tells.
struct LeaderFacts: Sendable {
  let study: Study
  let profile: ReadinessProfile
  let barriers: [Barrier]
  let strategies: [StrategySuggestion]
  /// Barriers for which the table has no strategy.
  let unanswered: [Barrier]

  /// What a barrier is in a leader's words.
  func words(_ barrier: Barrier) -> String {
    profile.lines.first { $0.construct.id == barrier.construct }?.words ?? barrier.construct.rawValue
  }

  /// Whether the leader's own answers are what can be shown of the survey, since the others are too few.
  var isOwnView: Bool {
    profile.respondents.hasSoleLeader && !profile.lines.contains { $0.everybody.opinion != nil }
  }

  /// Whether anything of the survey can be shown.
  var hasAnswers: Bool { profile.lines.contains { $0.opinion != nil } }

  /// Whether leaders' and staff's answers can be set side by side.
  var hasBothSides: Bool { profile.lines.contains { $0.difference != nil } }

  /// What was decided for the organization.
  var plan: [ActionPlan.Entry] {
    study.plan.entries.filter {
      ($0.organization == nil || $0.organization == profile.organization.id) && $0.decision != nil
    }
  }
}

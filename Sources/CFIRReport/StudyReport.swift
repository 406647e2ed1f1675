import CFIRKit

/// A study as a report: one page for the study team, its tables for spreadsheets, its records for programs.
///
/// The same study gives the same bytes. Nothing is written; ``files`` holds what can be.
public struct StudyReport: Sendable {
  /// A file of the report.
  public struct File: Sendable {
    /// Its name inside the report's folder.
    public let name: String
    /// What stands in it.
    public let text: String
  }

  /// `index.html`, the tables and `report.json`.
  public let files: [File]

  /// Makes the report.
  ///
  /// - Parameters:
  ///   - study: The study, read with its ratings, its tally and its words.
  ///   - findings: The warnings and notes that reading it gave.
  public init(_ study: Study, findings: [Finding] = []) {
    let facts = Facts(study, findings: findings)
    let tables = ReportTables(facts: facts)
    var files = [
      File(name: "index.html", text: ReportPage(facts: facts).text),
      File(name: "matrix.csv", text: tables.matrix.csv),
      File(name: "comparison.csv", text: tables.comparison.csv),
      File(name: "summary.csv", text: tables.summary.csv),
      File(name: "tally.csv", text: tables.tally.csv),
      File(name: "excerpts.csv", text: tables.excerpts.csv),
    ]
    if let survey = facts.survey, facts.joint != nil {
      files.append(File(name: "joint.csv", text: study.jointAnswer(survey, onlyCleared: false).data.csv))
    }
    self.files = files + [File(name: "report.json", text: ReportJSON(facts: facts).value.text)]
  }
}

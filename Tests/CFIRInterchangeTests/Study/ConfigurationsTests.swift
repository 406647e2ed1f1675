import CFIRInterchange
import CFIRKit
import Foundation
import Testing

/// `configurations:` and `calibration: ratings:` of a study file.
@Suite struct ConfigurationsTests {
  private static func read(_ yaml: String) throws -> StudyReader.Reading {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("ratings"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let head = "framework: cfir-2022\ngroups: {high: [A], low: [B]}\n"
    try Data((head + yaml).utf8).write(to: folder.appendingPathComponent("study.yaml"))
    let ratings =
      "organization,construct,rater,rating\nA,funding,AB,2\nB,funding,AB,-1\nA,planning,AB,1\nB,planning,AB,1\n"
    try Data(ratings.utf8).write(to: folder.appendingPathComponent("ratings/AB.csv"))
    var options = StudyOptions(words: .none)
    options.surveys = ResponseOptions()
    return StudyReader.read(folder.path, options: options)
  }

  @Test func `takes conditions, expectations and cut-offs`() throws {
    let reading = try Self.read(
      "configurations: {conditions: [funding, Planning], expect: [funding], inclusion: 0.9, pri: 0.5, cases: 2}\n"
    )
    let question = try #require(reading.study?.configurations, "\(reading.findings)")
    #expect(reading.study?.configurationQuestion.outcome == "outcome")
    #expect(question.conditions == ["funding", "Planning"])
    #expect(question.expectations == "funding")
    #expect((question.cuts.inclusion, question.cuts.pri, question.cuts.count) == (0.9, 0.5, 2))
  }

  @Test func `takes one recipe for all ratings`() throws {
    let reading = try Self.read("calibration: {ratings: {method: crisp, anchors: [1]}}\n")
    let columns = try #require(reading.study, "\(reading.findings)").caseColumns()
    #expect(columns.columns.first?.calibration == .thresholds([1]))
  }

  @Test(arguments: [
    ("configurations: {conditions: [fundin]}", "there is no column or construct 'fundin'"),
    ("configurations: {outcome: ~succes}", "there is no column or construct"),
    ("configurations: {conditions: [survey:funding]}", "there is no survey score 'survey:funding'"),
    ("configurations: {inclusion: 80}", "'80' is no share"),
    ("configurations: {cases: 0}", "'0' is no number of cases"),
    ("configurations: {condition: [funding]}", "condition"),
  ])
  func `says what is wrong where it stands`(yaml: String, message: String) throws {
    let reading = try Self.read(yaml + "\n")
    let finding = try #require(reading.findings.all.first { $0.message.contains(message) })
    #expect(finding.severity == .error && finding.origin.line == 3)
    #expect(!finding.fix.isEmpty)
  }
}

import CFIRInterchange
import CFIRKit
import Foundation
import Testing

/// The published tables that come with the project, read as any study and compared.
struct PublishedMatrixTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "SampleData/published")

  private func comparison(_ name: String, rule: DistinguishingRule = .separation) throws -> Comparison {
    var options = StudyOptions()
    options.rule = rule
    let reading = StudyReader.read(Self.folder.appending(path: name).path, options: options)
    #expect(reading.findings.all.map(\.description) == [])
    let study = try #require(reading.study)
    return try #require(study.comparison())
  }

  @Test(arguments: [
    ("damschroder-lowery-2013", PublishedVerdicts.damschroderLowery2013, 32),
    ("hudson-2020", PublishedVerdicts.hudson2020, 28),
  ])
  func `comes to what was worked out elsewhere, construct by construct`(
    name: String, reference: String, count: Int
  ) throws {
    let comparison = try comparison(name)
    let lines = reference.split(separator: "\n").map { $0.split(separator: " | ").map(String.init) }
    #expect(lines.count == count)
    #expect(comparison.rows.count == count)
    let codebook = try #require(
      StudyReader.read(Self.folder.appending(path: name).path, options: StudyOptions()).study?
        .codebook)
    for line in lines {
      guard case .found(let construct) = codebook.match(line[0]),
        let row = comparison.rows.first(where: { $0.construct.id == construct.id })
      else {
        Issue.record("'\(line[0])' has no row")
        continue
      }
      #expect(row.published == (line[1] == "-" ? nil : Verdict(label: line[1])), "\(line[0])")
      #expect(row.direction?.rawValue ?? "-" == line[2], "\(line[0])")
      #expect(row.gap.map(String.init) ?? "-" == line[3], "\(line[0])")
      if let diff = Double(line[4]) {
        #expect(abs(try #require(row.diff) - diff) < 1e-9, "\(line[0])")
      } else {
        #expect(row.diff == nil)
      }
      let verdicts = DistinguishingRule.allCases.compactMap { row.verdicts[$0]?.rawValue.first?.uppercased() }
      #expect(verdicts.joined(separator: " ") == line[5], "\(line[0])")
      let permutation = row.permutation.map { "\($0.atLeast)/\($0.total)" } ?? "-"
      #expect(permutation == line[6], "\(line[0])")
    }
  }

  // Counted by hand in the tables of the reference and their labels.
  @Test(arguments: [
    ("damschroder-lowery-2013", DistinguishingRule.separation, 30),
    ("damschroder-lowery-2013", .separationPositive, 32),
    ("damschroder-lowery-2013", .meanDifferenceTwoAndAHalf, 20),
    ("hudson-2020", .separation, 25),
    ("hudson-2020", .separationPositive, 24),
    ("hudson-2020", .meanDifferenceTwoAndAHalf, 28),
  ])
  func `each rule agrees with as many of the authors' labels as it should`(
    name: String, rule: DistinguishingRule, agreeing: Int
  ) throws {
    let comparison = try comparison(name, rule: rule)
    #expect(comparison.agreementWithPublished.first { $0.rule == rule }?.agreeing == agreeing)
    #expect(comparison.rows.allSatisfy { $0.verdict == $0.verdicts[rule] })
    #expect(Verdict.allCases.map(comparison.count).reduce(0, +) == comparison.rows.count)
  }

  @Test func `a study is found by its study.yaml too, and keeps every kind of cell apart`() throws {
    let reading = StudyReader.read(
      Self.folder.appending(path: "damschroder-lowery-2013/study.yaml").path, options: StudyOptions())
    let study = try #require(reading.study)
    #expect(study.codebook.framework.edition == .cfir2009)
    #expect(study.organizations.map(\.id) == ["F200", "F500", "F100", "F300", "F400"])
    #expect(study.matrix().organizations.map(\.id) == ["F300", "F400", "F100", "F200", "F500"])
    // Executing is N/A throughout; Intervention Source is a fact without valence.
    #expect(study.matrix()["c09-executing", "F100"]?.token == "n/a")
    #expect(study.matrix()["c09-intervention-source", "F400"]?.token == "I")
    #expect(study.matrix()["c09-patient-needs-and-resources", "F500"]?.typographic == "0 (mixed)")
  }
}

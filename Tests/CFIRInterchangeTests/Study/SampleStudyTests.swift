import CFIRInterchange
import CFIRKit
import Foundation
import Testing

/// The sample studies are what their README says.
struct SampleStudyTests {
  private func study(_ name: String) throws -> Study {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let reading = StudyReader.read(
      root.appending(path: "SampleData/\(name)").path, options: StudyOptions(words: .all))
    let study = try #require(reading.study, "\(reading.findings)")
    #expect(study.ratingChecks().isEmpty)
    return study
  }

  @Test func `peer support has seven organizations, twenty leaders and no two excerpts alike`() throws {
    let study = try study("peer-support")
    #expect(study.organizations.count == 7)
    #expect(study.participants.count == 20)
    #expect(study.groups?.high.count == 3 && study.groups?.middle.count == 2 && study.groups?.low.count == 2)
    #expect((440...470).contains(study.excerpts.count))
    #expect(Set(study.excerpts.map(\.text)).count == study.excerpts.count)
    let openings = study.excerpts.map { $0.text.split(whereSeparator: \.isWhitespace).prefix(5) }
    #expect(Set(openings).count == openings.count)
  }

  @Test func `its ratings are by two analysts and a consensus that leaves five cells open`() throws {
    let study = try study("peer-support")
    #expect(Set(study.ratings.map(\.rater)) == ["IK", "TV", "consensus"])
    let bases = study.matrix().allCells.map(\.settled.basis)
    #expect(bases.filter { $0 == .unresolved }.count == 5)
    #expect(bases.filter { $0 == .consensus }.count == 198)
  }

  @Test func `its consensus is carried by the excerpts`() throws {
    // Where the team gave ±2, the criteria do not lean the other way.
    for cell in try study("peer-support").matrix().allCells {
      guard let score = cell.score, abs(score.value) == 2 else { continue }
      let suggestion = try #require(cell.evidence?.suggestion, "\(cell.organization) \(cell.construct)")
      #expect(
        suggestion.score.value.signum() == score.value.signum(), "\(cell.organization) \(cell.construct)")
    }
  }

  @Test func `recovery navigation is a single case of five navigators`() throws {
    let study = try study("recovery-navigation")
    #expect(study.organizations.map(\.id) == ["Lakeside Recovery Navigation"])
    #expect(study.participants.count == 5)
    #expect(study.comparison() == nil)
    #expect(study.excerpts.map(\.isCleared).contains(true))
  }
}

import CFIRKit
import Foundation
import Testing

struct StrategyTests {
  @Test func `the published strategies are all there, in nine clusters`() {
    // Powell and others 2015: 73 strategies; Waltz and others 2015: nine clusters.
    #expect(Strategy.all.map(\.number) == Array(1...73))
    #expect(Set(Strategy.all.map(\.cluster)).count == 9)
    #expect(Set(Strategy.all.map(\.id)).count == 73)
    #expect(Strategy.all.allSatisfy { !$0.peerSupport.isEmpty })
  }

  @Test(arguments: ["35", "identify-and-prepare-champions", "Identify and prepare champions"])
  func `a strategy is found by number, id or name`(written: String) {
    #expect(Strategy.named(written)?.number == 35)
  }

  @Test(arguments: ["strategies/eric.csv", "strategies/endorsements.csv"])
  func `the embedded text is up to date`(name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Codebooks")
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    let lines = text.trimmingCharacters(in: .newlines).components(separatedBy: "\n").map { "    " + $0 }
    let embedded = try String(contentsOf: folder.appending(path: "EmbeddedStrategies.swift"), encoding: .utf8)
    #expect(
      embedded.contains("\"\"\"\n" + lines.joined(separator: "\n") + "\n    \"\"\"#"), "run `make codebooks`")
  }

  // Waltz and others 2019, table 1: 15 and 14 of 25 experts.
  @Test func `published shares are kept`() throws {
    let table = EndorsementTable.shipped
    func percent(_ number: Int) -> Double? {
      table.endorsements.first {
        $0.construct == "c09-reflecting-and-evaluating" && $0.strategy == Strategy.named(String(number))?.id
      }?.percent
    }
    #expect(percent(26) == 60)
    #expect(percent(5) == 56)
    #expect(table.constructs == 23)
    #expect(table.endorsements.count == 232)
  }

  @Test func `what answers most barriers comes first, then what more experts chose`() throws {
    let text = """
      construct,strategy,percent,level
      Complexity,63,40,
      Complexity,14,30,
      Adaptability,14,20,
      Adaptability,51,19,
      Complexity,35,,1 or 2
      """
    var findings = Findings()
    let table = try EndorsementTable(
      TableReader(RecordReader(text: text, file: "own.csv")), by: Codebook(.cfir2009), noting: &findings)
    #expect(findings.all.isEmpty)
    let barriers = ["innovation-complexity", "innovation-adaptability", "critical-incidents"].map {
      Barrier(organization: "N", construct: .init($0), ground: .rating("-1"))
    }
    let (strategies, unanswered) = table.suggestions(for: barriers, by: Codebook(.cfir2022))
    // 51 is chosen by fewer than a fifth; 2022 added Critical Incidents.
    #expect(strategies.map(\.strategy.number) == [14, 63, 35])
    #expect(strategies[0].matches.map(\.endorsement.percent) == [30, 20])
    #expect(unanswered == [barriers[2]])
  }

  @Test(
    arguments: [
      ("Complexity,99,20", "own.csv:2:12: error: '99' is no strategy"),
      ("Complexit,5,20", "own.csv:2:1: error: 'Complexit' is not in CFIR 2009; did you mean 'Complexity'?"),
      ("Complexity,5,120", "own.csv:2:14: error: '120' is no share in percent"),
    ])
  func `a bad row of a table of one's own is located`(row: String, message: String) throws {
    var findings = Findings()
    _ = try EndorsementTable(
      TableReader(RecordReader(text: "construct,strategy,percent\n\(row)\n", file: "own.csv")),
      by: Codebook(.cfir2009), noting: &findings)
    #expect(findings.all.count == 1)
    #expect(findings.description.hasPrefix(message))
  }

  @Test func `a rating below 0 is a barrier, and so is a survey mean below the middle that may be shown`() {
    var study = Study(title: "T", codebook: Codebook(.cfir2022))
    study.organizations = [Organization(id: "N"), Organization(id: "S")]
    func rating(_ site: String, _ value: Int) -> Rating? {
      RatingValue.Score(value).map {
        Rating(
          organization: .init(site), construct: "funding", rater: Rating.consensus, round: "",
          value: .score($0),
          origin: Origin(file: "r.csv"))
      }
    }
    study.allRatings = [rating("N", -2), rating("S", 1)].compactMap { $0 }
    let instrument = Instrument(
      id: "own", title: "Own", subscales: [.init(id: "own", name: "Own")],
      items: [Item(id: "a", subscale: "own", constructs: ["culture"], answers: ResponseScale(1...5))])
    var survey = Survey(
      title: "Own", instrument: instrument, scales: instrument.scoredScales(by: study.codebook))
    for (site, answer) in [("N", 2.0), ("N", 2), ("S", 4), ("S", 5)] {
      survey.tally.add(Response(respondent: "", organization: .init(site), answers: [answer]))
    }
    study.surveys = [survey]
    #expect(
      study.barriers() == [
        Barrier(organization: "N", construct: "funding", ground: .rating("-2")),
        Barrier(organization: "N", construct: "culture", ground: .survey(mean: 2, instrument: "Own")),
      ])
    #expect(study.barriers(in: "S").isEmpty)
    study.surveys[0].minimumCell = 5
    #expect(study.barriers().count == 1)
  }

  @Test func `a plan is read, and grows without losing what stands there`() throws {
    var findings = Findings()
    let plan = try ActionPlan.read(
      TableReader(
        RecordReader(text: "Strategy,Decision,Mine,Name\n35,adopt,x,\n99,,,\n5,maybe,,\n", file: "plan.csv")),
      organizations: [], noting: &findings)
    #expect(plan.entries.map(\.decision) == [.adopt, nil])
    #expect(
      findings.all.map { "\($0.origin) \($0.message)" } == [
        "plan.csv:3:1 '99' is no strategy", "plan.csv:4:3 'maybe' is no decision",
      ])
    let barriers = [Barrier(organization: "N", construct: "innovation-complexity", ground: .rating("-1"))]
    let (suggestions, _) = EndorsementTable.shipped.suggestions(for: barriers, by: Codebook(.cfir2022))
    let rows = plan.rows(adding: suggestions.filter { [35, 51].contains($0.strategy.number) }, for: nil)
    #expect(rows == "51,,,Promote adaptability\n")
  }
}

import CFIRInterchange
import CFIRKit
import CFIRReport
import Foundation
import Testing

@Suite struct PageTests {
  private static let samples = [
    "peer-support", "recovery-navigation", "published/hudson-2020", "published/damschroder-lowery-2013",
  ]

  private static func sample(_ name: String) throws -> (study: Study, findings: [Finding]) {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let reading = StudyReader.read(
      root.path + "/SampleData/\(name)", options: .init(words: .all))
    return (try #require(reading.study, "\(reading.findings)"), reading.findings.all)
  }

  @Test(arguments: samples)
  func `every link arrives, every id is unique, nothing comes from elsewhere`(name: String) throws {
    let (study, findings) = try Self.sample(name)
    let page = TinyStudy.page(study, findings: findings)
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let known = Set(ids)
    let targets = page.matches(of: /\shref="#([^"]*)"/).map { String($0.1) }
    #expect(!targets.isEmpty)
    #expect(targets.filter { !known.contains($0) } == [])
    #expect(
      !page.contains("<script") && !page.contains("src=") && !page.contains("href=\"http")
        && page.matches(of: /url\((?!#)/).isEmpty)
  }

  @Test(arguments: samples)
  func `gives the same bytes twice, and none that tell where the folder stands`(name: String) throws {
    let (study, findings) = try Self.sample(name)
    let (again, others) = try Self.sample(name)
    let first = StudyReport(study, findings: findings).files
    let second = StudyReport(again, findings: others).files
    #expect(first.map(\.text) == second.map(\.text))
    let root = String(#filePath.prefix(upTo: #filePath.range(of: "Tests/")?.lowerBound ?? #filePath.endIndex))
    for file in first { #expect(!file.text.contains(root), "\(file.name)") }
  }

  @Test func `writes hostile text as text`() {
    var study = TinyStudy.compared
    let hostile = "<script>alert(1)</script> & \"quoted\""
    study.title = hostile
    study.organizations[0].name = hostile
    study.organizations[0].attributes.append(Attribute(name: "kind", value: "=cmd()"))
    study.excerpts[0].text = "=HYPERLINK(\"http://x\")" + hostile
    study.excerpts[0].source = "<b>"
    study.allRatings[0].rationale = hostile
    study.tally.addUnmapped("<img src=x onerror=alert(1)>", rows: 1)
    let files = StudyReport(study, findings: [.warning(at: Origin(file: "<a>.csv"), hostile, fix: hostile)])
      .files
    let page = files[0].text
    #expect(
      !page.contains("<script") && !page.contains("<img") && !page.contains("<a>.csv")
        && !page.contains("<b>.csv"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;"))
    let excerpts = files.first { $0.name == "excerpts.csv" }?.text ?? ""
    #expect(excerpts.contains("\"'=HYPERLINK("))
  }

  @Test func `keeps the lines of an excerpt`() {
    var study = TinyStudy.compared
    study.excerpts[0].text = "First line.\nSecond line."
    #expect(TinyStudy.page(study).contains("<p>First line.<br>Second line.</p>"))
  }

  @Test func `names participants by id and role, never by name`() {
    for file in StudyReport(TinyStudy.compared).files {
      #expect(!file.text.contains("Kowalska"), "\(file.name)")
    }
    #expect(TinyStudy.page(TinyStudy.compared).contains("P1, nurse"))
  }

  @Test func `says why one organization cannot be compared`() {
    let words = TinyStudy.words(TinyStudy.page(TinyStudy.single))
    #expect(words.contains("No comparison was made, since the study has one organization."))
    #expect(
      words.contains(
        "A comparison needs at least one organization where implementation went well and one where it did not"
      ))
    #expect(words.contains("This is a study of one organization, North."))
    #expect(
      words.contains("Of two constructs with a score, two help, none hinders and none does neither or both."))
    #expect(!words.contains("organizations can be divided"))
  }

  @Test func `says what is needed where no outcome is named`() {
    var study = TinyStudy.compared
    study.groups = nil
    let words = TinyStudy.words(TinyStudy.page(study))
    #expect(words.contains("No comparison was made, since the study names no outcome and no groups."))
    #expect(words.contains("a column of organizations.csv that study.yaml names under “outcome”"))
    study.groups = OrganizationGroups(high: ["North", "South"], low: [])
    #expect(TinyStudy.words(TinyStudy.page(study)).contains("since no organization stands in the low group."))
  }

  @Test func `reads naturally with nothing in it`() {
    let study = Study(title: "Empty", codebook: Codebook(.cfir2022))
    let words = TinyStudy.words(TinyStudy.page(study))
    #expect(words.contains("Nothing has been rated yet."))
    #expect(words.contains("No comparison was made, since the study names no organization."))
  }

  @Test func `marks what the ratings rest on where it is no consensus`() {
    var study = TinyStudy.compared
    study.allRatings.append(TinyStudy.rating("North", "planning", "+1", by: "AB"))
    study.allRatings.append(TinyStudy.rating("South", "planning", "+1", by: "AB"))
    study.allRatings.append(TinyStudy.rating("South", "planning", "+1", by: "CD"))
    let page = TinyStudy.page(study)
    #expect(page.contains("<sup>s</sup>") && page.contains("<sup>a</sup>") && !page.contains("<sup>d</sup>"))
    #expect(
      TinyStudy.words(page).contains("a: all raters agree; no consensus was recorded; s: a single rater."))
  }

  @Test func `lists who gave what where raters differ`() {
    let page = TinyStudy.page(TinyStudy.compared)
    #expect(TinyStudy.words(page).contains("Unresolved: the raters differ; AB \u{2212}1 and CD 0."))
  }

  @Test func `gives matrix rows that read back and JSON with the keys of the matrix`() {
    let matrix = TinyStudy.file("matrix.csv", TinyStudy.compared)
    #expect(matrix.hasPrefix("construct,domain,North,South,East,distinguishing\n"))
    #expect(matrix.contains("Funding,Inner Setting,+2,+1,-2,strong\n"))
    let json = TinyStudy.file("report.json", TinyStudy.compared)
    #expect(json.contains("\"schema\": \"cfir.report/1\""))
    #expect(
      json.contains(
        "\"rating\": null,\n      \"score\": null,\n      \"mixed\": false,\n      \"basis\": \"unresolved\"")
    )
    #expect(json.contains("\"kendallTauB\"") && json.contains("\"influence\": \"facilitator\""))
    #expect((try? JSONSerialization.jsonObject(with: Data(json.utf8))) != nil)
  }
}

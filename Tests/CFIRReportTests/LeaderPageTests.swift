import CFIRKit
import CFIRReport
import Foundation
import Testing

@Suite struct LeaderPageTests {
  private static func study(staff: Int) -> Study {
    var study = AskedStudy.study(
      AskedStudy.survey(
        AskedStudy.answers("North", leader: [5, 4], staff: [2, 4], count: staff)
          + AskedStudy.answers("South", leader: [3, 3], staff: [3, 3], count: 8),
        on: ["incentive-systems", "planning"]))
    study.allRatings = [TinyStudy.rating("North", "funding", "-2", because: "The words of P1.")]
    return study
  }

  private static func page(_ study: Study, _ organization: Organization.ID = "North") throws -> String {
    let report = try #require(OrganizationReport(study, for: organization))
    return try #require(report.files.first { $0.name == "index.html" }?.text)
  }

  @Test func `says in plain words what is strong, what is weak, and who differs`() throws {
    let words = TinyStudy.words(try Self.page(Self.study(staff: 7)))
    #expect(words.contains("Eight people answered the survey: one leader and seven staff."))
    #expect(words.contains("Strongest: A plan with steps and dates."))
    #expect(words.contains("Pay and advancement: you 5.0, staff 2.0."))
    #expect(words.contains("Pay and advancement, 2.4: “We have enough incentive-systems.”"))
    #expect(words.contains("A place in our own budget: hinders strongly"))
    let jargon = [
      "construct", "CFIR", "inner setting", "valence", "barrier", "facilitator", "implementation", "ERIC",
      "instrument", "respondent", "Incentive Systems",
    ]
    for word in jargon { #expect(!words.localizedCaseInsensitiveContains(word), "\(word)") }
  }

  @Test func `prints the numbers of its charts`() throws {
    let page = try Self.page(Self.study(staff: 7))
    #expect(page.contains(">you 5.0 · staff 2.0</text>") && page.contains(">3.2</text>"))
    #expect(page.matches(of: /<svg\s/).count == 2)
    #expect(!page.contains("<script") && !page.contains("url(http"))
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
  }

  @Test func `shows the leader's own answers alone where the others are too few`() throws {
    let report = try #require(OrganizationReport(Self.study(staff: 3), for: "North"))
    let page = report.files[0].text
    let words = TinyStudy.words(page)
    #expect(words.contains("Only your own answers are shown: with fewer than 5 others it would be plain"))
    #expect(page.contains(">you 5.0</text>") && !page.contains("staff 2.0"))
    let csv = try #require(report.files.first { $0.name == "profile.csv" }?.text)
    #expect(csv.contains(",We have enough incentive-systems.,strength,leader,,,,,5"))
  }

  @Test func `an organization that nobody answered for has a page from its ratings`() throws {
    var study = Self.study(staff: 7)
    study.organizations.append(Organization(id: "East"))
    study.allRatings.append(TinyStudy.rating("East", "funding", "+1"))
    let words = TinyStudy.words(try Self.page(study, "East"))
    #expect(words.contains("Nobody of this organization answered the survey"))
    #expect(words.contains("Of one topic, by the interviews, one is a strength, none is in between"))
    study.organizations.append(Organization(id: "West"))
    #expect(TinyStudy.words(try Self.page(study, "West")).contains("So far nothing can be said"))
    #expect(OrganizationReport(study, for: "Nowhere") == nil)
  }

  @Test func `a study of surveys alone has a report`() {
    var study = Self.study(staff: 7)
    study.allRatings = []
    let words = TinyStudy.words(TinyStudy.page(study))
    #expect(words.contains("It came as survey answers alone; nothing was coded or rated."))
    #expect(words.contains("What people answered") && !words.contains("side by side"))
  }

  @Test func `the team's report sets survey and interviews side by side`() throws {
    var study = Self.study(staff: 7)
    study.allRatings.append(TinyStudy.rating("North", "planning", "-1", citing: ["x9"]))
    study.excerpts = [TinyStudy.excerpt("x9", "North", "P1", "There is no plan.", on: "planning", -1)]
    study.tally = TinyStudy.tally(study.excerpts)
    let page = TinyStudy.page(study)
    let words = TinyStudy.words(page)
    #expect(words.contains("Survey and interviews side by side") && words.contains("differ in direction"))
    #expect(words.contains("“There is no plan.”"))
    let report = StudyReport(study).files.map(\.name)
    #expect(report.contains("joint.csv"))
    let answer = study.jointAnswer(study.surveys[0])
    #expect(!answer.json.text.contains("There is no plan."), "a quotation that nobody has cleared")
    #expect(study.jointAnswer(study.surveys[0], onlyCleared: false).json.text.contains("There is no plan."))
  }
}

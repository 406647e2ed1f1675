import CFIRInterchange
import CFIRKit
import CFIRReport
import Foundation
import Testing

/// The part on configurations, on tables small enough to be worked out by hand.
@Suite struct CrossCaseSectionTests {
  /// A study from a table of ratings; organizations are high or low in turn as the list says.
  private static func study(_ rows: [String: [Int]], high: Int, of sites: Int) -> Study {
    let names = (1...sites).map { "Site \($0)" }
    var study = Study(title: "Sites", codebook: Codebook(.cfir2022))
    study.organizations = names.map { Organization(id: .init($0)) }
    study.groups = OrganizationGroups(
      high: names.prefix(high).map { .init($0) }, low: names.dropFirst(high).map { .init($0) })
    study.calibration.ratings = .thresholds([1])
    for (construct, values) in rows.sorted(by: { $0.key < $1.key }) {
      for (name, value) in zip(names, values) {
        study.allRatings.append(TinyStudy.rating(name, construct, value > 0 ? "+\(value)" : "\(value)"))
      }
    }
    return study
  }

  /// Funding and Planning are there together in the two high sites alone; each of them is there in a low one as well.
  private static let together = study(
    ["funding": [2, 1, 1, -1, -1], "planning": [1, 1, -1, 1, 0], "culture": [1, -1, 1, 1, -1]], high: 2, of: 5
  )

  @Test func `two constructs that only together come with the outcome make the model`() {
    let words = TinyStudy.words(TinyStudy.page(Self.together))
    #expect(
      words.contains("We found none of one construct, three of two constructs and none of three constructs."))
    #expect(words.contains("Funding and Planning1.001.00"))
    #expect(words.contains("The conditions are Funding and Planning"))
    #expect(words.contains("Model 1: Funding * Planning → outcome"))
    #expect(words.contains("No combination is contradicted"))
    #expect(words.contains("What cannot be concluded"))
  }

  /// Two of the three low sites have one of both conditions, the third neither.
  @Test func `the absence of the outcome is analysed for itself`() {
    let words = TinyStudy.words(TinyStudy.page(Self.together))
    #expect(words.contains("Models of the conservative solution of the absence"))
    #expect(words.contains("Model 1: ~Funding + ~Planning → ~outcome"))
    #expect(
      words.contains(
        "No parsimonious model assumes the outcome of a combination of which one of the absence assumes the contrary."
      ))
  }

  @Test func `conditions that the study names come before those of the rule, and contradictions are named`() {
    var study = Self.together
    study.configurations = .init(outcome: "outcome")
    study.configurations?.conditions = ["funding", "culture"]
    let words = TinyStudy.words(TinyStudy.page(study))
    #expect(words.contains("those that the study names under “configurations” in study.yaml"))
    // Sites 1 and 3 have both; the first has the outcome.
    #expect(words.contains("Culture: Site 1 with the outcome, Site 3 without it."))
  }

  @Test func `the rule takes no more conditions than leave each combination a case`() {
    #expect([2, 4, 7, 8, 16, 31, 32, 500].map(ConditionChoice.most) == [2, 2, 2, 3, 4, 4, 5, 5])
  }

  @Test func `there is nothing without an outcome, or where all have the same`() {
    var study = Self.together
    study.groups = nil
    #expect(!TinyStudy.page(study).contains("id=\"configurations\""))
    #expect(TinyStudy.file("report.json", study).contains("\"configurations\": null"))
    study.groups = OrganizationGroups(high: study.organizations.map(\.id), low: [])
    #expect(!TinyStudy.page(study).contains("id=\"configurations\""))
  }

  @Test func `where no condition is sufficient it says so instead of choosing`() {
    let study = Self.study(["funding": [1, 1, 1, 1], "planning": [1, 0, 1, 0]], high: 2, of: 4)
    let words = TinyStudy.words(TinyStudy.page(study))
    #expect(words.contains("No combination of constructs is sufficient at this consistency"))
  }

  @Test func `pictures say their numbers without colour, and their ids differ`() throws {
    let page = TinyStudy.page(Self.together)
    for id in ["seriated", "profiles", "truth-table", "solution-conservative", "solution-parsimonious"] {
      let figure = try #require(page.range(of: "<figure class=\"drawn\" id=\"\(id)\">"))
      let rest = page[figure.upperBound...].prefix(6000)
      #expect(rest.contains("<text") && rest.contains("role=\"img\""))
    }
  }
}

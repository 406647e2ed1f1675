import CFIRKit
import CFIRReport
import Testing

/// The report shows agreement before consensus and ratings after it.
@Suite struct AgreementSectionTests {
  /// Two raters on Funding everywhere: alike in North, a step apart in South, across zero in East, and settled in all three.
  private static var rated: Study {
    var study = TinyStudy.compared
    for (organization, first, second) in [("North", "+2", "+2"), ("South", "+1", "+2"), ("East", "-2", "+1")]
    {
      study.allRatings.append(TinyStudy.rating(organization, "funding", first, by: "AB"))
      study.allRatings.append(TinyStudy.rating(organization, "funding", second, by: "CD"))
    }
    return study
  }

  @Test func `says how many ratings were the same before the team met`() {
    let words = TinyStudy.words(TinyStudy.page(Self.rated))
    // Of the four cells that both rated (three on Funding, one on Culture), one was rated alike and three within a step.
    #expect(words.contains("Two raters (AB and CD) rated four cells before the team met."))
    #expect(
      words.contains(
        "Of four cells that both rated, they gave the same rating in 25 % and stood at most one step apart in 75 %."
      ))
    #expect(
      words.contains(
        "Before consensus the raters gave the same rating in 25 % of four cells that both rated."))
  }

  @Test func `lists the cells that were settled from different ratings, the widest apart first`() throws {
    let page = TinyStudy.page(Self.rated)
    let words = TinyStudy.words(page)
    #expect(
      words.contains(
        "Two cells were settled although the raters had differed before the team met; in one of them some rating said that the construct helps and another that it hinders."
      ))
    let far = try #require(
      words.range(of: "Three steps apart, across zero (1) FundingEast \u{2212}2 (AB \u{2212}2, CD +1)"))
    let near = try #require(words.range(of: "One step apart (1) FundingSouth +1 (AB +1, CD +2)"))
    #expect(far.upperBound <= near.lowerBound)
    #expect(page.contains("<a href=\"#memo-East.funding\">East \u{2212}2</a> (AB"))
    #expect(page.matches(of: /<sup>≠<\/sup>/).count == 2)
  }

  @Test func `has nothing to say where one rater rated, or one is looked at`() {
    for rater in [Rating.RaterID?.none, "AB"] {
      var study = Self.rated
      if rater == nil { study.allRatings.removeAll { $0.rater == "CD" } }
      study.rater = rater
      let page = TinyStudy.page(study)
      #expect(!page.contains("id=\"agreement\""))
      #expect(!page.contains("≠"))
      #expect(TinyStudy.file("report.json", study).contains("\"agreement\": null"))
    }
  }

  @Test func `says so where no cell was rated by two`() {
    var study = TinyStudy.compared
    study.allRatings.removeAll { $0.rater == "CD" }
    study.allRatings.append(TinyStudy.rating("North", "culture", "+1", by: "CD"))
    let words = TinyStudy.words(TinyStudy.page(study))
    #expect(words.contains("Two raters (AB and CD) rated, but no cell was rated by two of them."))
    #expect(
      words.contains("No cell was rated by two raters, so that their agreement could not be worked out."))
  }

  @Test func `gives the difference with each cell and agreement once in the matrix`() {
    let json = Self.rated.matrixAnswer().json.text
    #expect(json.contains("\"spread\": 3,\n        \"crossesZero\": true"))
    #expect(json.matches(of: /"differed": null/).count == 4)
    #expect(
      json.contains(
        "\"name\": \"percent-agreement\",\n        \"weights\": \"unweighted\",\n        \"estimate\": 0.25"))
  }
}

import CFIRKit
import Testing

struct SurveyTests {
  /// Two items from 1 to 5 on one construct, the second reverse scored.
  private static let instrument = Instrument(
    id: "pair", title: "Pair", subscales: [.init(id: "pair", name: "Pair")],
    items: [
      Item(id: "a", subscale: "pair", constructs: ["culture"], answers: ResponseScale(1...5)),
      Item(
        id: "b", subscale: "pair", constructs: ["culture"], answers: ResponseScale(1...5), isReverse: true),
    ])

  private typealias Answers = (organization: Organization.ID?, role: String, a: Double, b: Double)

  private static func survey(
    _ responses: [Answers], minimum: Int = 0,
    instrument: Instrument = instrument
  ) -> Survey {
    var survey = Survey(
      title: "Pair", instrument: instrument, scales: instrument.scoredScales(by: Codebook(.cfir2022)))
    for (number, response) in responses.enumerated() {
      let scores = survey.tally.add(
        Response(
          respondent: "r\(number)", organization: response.organization, role: response.role,
          answers: [response.a, response.b]))
      survey.rows.append(
        .init(
          respondent: "r\(number)", organization: response.organization, role: response.role, scores: scores))
    }
    survey.minimumCell = minimum
    return survey
  }

  @Test func `scores are means of answered items, reverse ones turned round`() {
    let survey = Self.survey([(nil, "", 4, 1), (nil, "", 2, .nan), (nil, "", .nan, .nan)])
    // 4 and 6 − 1 = 5; half of two items is enough; nothing of nothing.
    #expect(survey.rows.map { $0.scores[0].score } == [4.5, 2, nil])
    #expect(survey.rows.map { $0.scores[0].answered } == [2, 1, 0])
    #expect(survey.tally.respondents == 3)
    #expect(survey.tally.answers[1].mean == 1, "items are shown as they were written")
  }

  @Test func `a sum of missing answers is the mean times the number of items`() {
    var instrument = Self.instrument
    instrument.subscales[0].rule = .sum
    let survey = Self.survey([(nil, "", 4, 1), (nil, "", 2, .nan)], instrument: instrument)
    #expect(survey.rows.map { $0.scores[0].score } == [9, 4])
  }

  @Test func `r_wg of a sum is that of the mean`() throws {
    let responses: [Answers] = [
      ("N", "", 4, 1), ("N", "", 3, 2), ("N", "", 4, 3), ("S", "", 1, 5), ("S", "", 2, 4),
    ]
    var instrument = Self.instrument
    let mean = Self.survey(responses, instrument: instrument).tally.aggregation()
    instrument.subscales[0].rule = .sum
    let sum = Self.survey(responses, instrument: instrument).tally.aggregation()
    let (first, second) = (try #require(mean[0].groups[0].rwg), try #require(sum[0].groups[0].rwg))
    #expect(abs(first - second) < 1e-12)
    #expect(sum[0].groups[0].rwgj == mean[0].groups[0].rwgj)
  }

  /// Whoever knows the whole and the parts that are shown must not learn the mean of fewer than five.
  @Test func `published tables cannot be differenced`() throws {
    var responses: [Answers] = []
    for (site, count) in [("N", 9), ("S", 3), ("W", 12), ("E", 6)] {
      for number in 0..<count {
        let role = number < 2 ? "leader" : "staff"
        responses.append((.init(site), role, Double(number % 5 + 1), Double(number % 3 + 1)))
      }
    }
    let survey = Self.survey(responses, minimum: 5)
    let text = survey.answer().rendered(as: .json)
    let whole = try #require(survey.tally.scores.first?.count)
    let hidden = survey.hiddenOrganizations(0)
    let counts = survey.tally.organizations.map { $0.scores[0].count }
    var shown = 0
    for place in counts.indices where !hidden.contains(place) { shown += counts[place] }
    #expect(whole - shown == 9)
    // South is small; East, the smallest of the others, goes with it.
    #expect(hidden == [1, 3])
    // Two leaders of North would be North less its staff.
    #expect(survey.hiddenRoles(0, organization: 0) == [0, 1])
    #expect(
      survey.hiddenRoles(0, organization: 1) == [0, 1], "an organization that is held back shows no role")
    #expect(!text.contains("\"respondent\""))
    // F and the whole's deviation would show the means of two parts: it is of those that are shown.
    let correlation = try #require(survey.shownCorrelation(0))
    #expect(correlation.betweenFreedom == 1)
    #expect(survey.answer().rendered(as: .csv).contains(",S,") == false)
  }

  @Test func `respondents of no organization are a part that is never shown`() {
    let sites: [Organization.ID?] = ["N", "N", "N", "N", "N", "S", "S", "S", "S", "S", "S", nil, nil]
    let survey = Self.survey(sites.map { ($0, "", 3, 3) }, minimum: 5)
    // Whole less North less South would be the two who name none.
    #expect(survey.hiddenOrganizations(0) == [0])
  }

  @Test func `a profile holds nothing back`() {
    var instrument = Self.instrument
    instrument.isProfile = true
    let survey = Self.survey([("N", "", 3, 3)], minimum: 5, instrument: instrument)
    #expect(!survey.isProtected)
  }

  // Bounds: LeBreton & Senter 2008, table 3; Nunnally & Bernstein 1994.
  @Test(
    arguments: [
      (0.91, "very strong"), (0.9, "strong"), (0.71, "strong"), (0.7, "moderate"), (0.51, "moderate"),
      (0.31, "weak"), (0.3, "none"), (nil, "cannot be said"),
    ] as [(Double?, String)])
  func `agreement has its words`(value: Double?, word: String) {
    #expect(ScaleWords.agreement(value) == word)
  }
}

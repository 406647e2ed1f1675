import CFIRKit
import CFIRStatistics
import Testing

struct RoundChangeTests {
  private let rounds = RoundChange.Rounds(from: "1", to: "2")

  @Test func `counts who rose, fell and stayed, among those with a score in both`() throws {
    // Changes +1, +2, −1, 0; E lost its score, F gained one.
    let change = try matrix("+1,+1,-1,0,,+1").changes(
      since: matrix("0,-1,0,0 (mixed),+2,missing"), rounds: rounds)
    let row = try #require(change.rows.first)
    #expect((row.risen, row.fallen, row.unchanged) == (2, 1, 1))
    #expect(row.meanChange == 0.5)
    #expect(row.unpaired == ["E", "F"])
    #expect(row.sites.map(\.change) == [1, 2, -1, 0])
    // ±1 ±2 ±1: |sum| is 4 twice, 2 four times, 0 twice; the observed is 2.
    #expect(row.flips?.atLeast == Natural(6) && row.flips?.total == Natural(8))
    // Two of three coins or more, either way.
    #expect(row.signP == 1)
    // Mixed left out, D has no score in the first round.
    let unmixed = try matrix("+1,+1,-1,0,,+1").changes(
      since: matrix("0,-1,0,0 (mixed),+2,missing"), rounds: rounds, mixed: .unscored)
    #expect(unmixed.rows.first?.unpaired == ["D", "E", "F"])
  }

  @Test func `says nothing where no organization has a score in both`() throws {
    let row = try #require(try matrix("+1,").changes(since: matrix(",+1"), rounds: rounds).rows.first)
    #expect(row.flips == nil && row.meanChange == nil && row.signP == nil && row.flipsQ == nil)
    #expect(row.unpaired == ["A", "B"])
  }

  @Test func `takes both rounds from a study, whatever round it analyses`() throws {
    var study = Study(title: "T", codebook: Codebook(.cfir2022))
    study.organizations = [Organization(id: "A")]
    for (round, token) in [("1", "-1"), ("2", "+1")] {
      study.allRatings.append(
        Rating(
          organization: "A", construct: "culture", rater: Rating.consensus,
          round: round, value: try #require(try RatingValue(token: token)), origin: Origin(file: "r.csv")))
    }
    #expect(study.roundChange() == nil && study.changeAnswer() == nil)
    study.changeRounds = rounds
    #expect(study.roundChange()?.rows.first?.sites.first?.change == 2)
    let answer = try #require(study.changeAnswer())
    #expect(
      answer.data.csv.hasSuffix(
        "culture,Culture,1,2,1,1,0,0,2,2,2,1,1,1,,\"Rose in 1, fell in 0 of 1 site, by +2.00 on average; 2 of 2 turns of the signs do as well: with 1 site that changed no stronger statement is possible.\"\n"
      ))
  }
}

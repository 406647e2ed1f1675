import CFIRKit
import Testing

/// Agreement is a question about the ratings before the team met.
struct BeforeConsensusTests {
  @Test func `ratings revised, withdrawn or added after a decision are those that it was made on`() throws {
    var written = WrittenLedger("a")
    for (rater, token) in [("AK", "+1"), ("TV", "-1"), ("IK", "0")] {
      try written.rate(token, by: .init(rater))
    }
    try written.rate("+2", on: "planning", by: "AK")
    let team = RatedCell(organization: "North", construct: "culture", rater: Rating.consensus)
    let considered = written.ledger.ratings(in: "l").filter { $0.construct == "culture" }
      .map { LedgerEntry.Considered(rater: $0.rater, value: $0.value) }
    let decision = try #require(
      written.ledger.judging(team, try RatingValue(token: "+1"), by: "AK", considering: considered))
    written.append(decision)
    try written.rate("+1", by: "TV")
    try written.rate(nil, by: "IK")
    try written.rate("+1", by: "ZZ")
    try written.rate("-2", on: "planning", by: "AK")
    var study = Study(title: "T", codebook: Codebook(.cfir2022))
    (study.ledger, study.ledgerName) = (written.ledger, "l")
    study.allRatings = written.ledger.ratings(in: "l")
    #expect(
      study.ratingsBeforeConsensus().map { "\($0.construct) \($0.rater) \($0.value.token)" }.sorted() == [
        "culture AK +1", "culture IK 0", "culture TV -1", "planning AK -2",
      ])
    study.ledger = nil
    #expect(study.ratingsBeforeConsensus().count == 4)
  }
}

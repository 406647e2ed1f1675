import CFIRKit
import Testing

struct SettledRatingTests {
  private func ratings(_ tokens: [(rater: String, token: String)]) throws -> [Rating] {
    try tokens.map { rater, token in
      Rating(
        organization: "North", construct: "culture", rater: .init(rater),
        value: try #require(try RatingValue(token: token)), excerpts: [.init("\(rater)-1"), "shared"],
        origin: Origin(file: "t.csv"))
    }
  }

  @Test(
    arguments: [
      (["consensus": "+1"], SettledRating.Basis.consensus, "+1"),
      (["A": "+2"], .single, "+2"),
      (["A": "missing"], .single, "missing"),
      (["A": "+1", "B": "+1"], .agreed, "+1"),
      (["A": "+1*", "B": "+1*", "C": "+1*"], .agreed, "+1*"),
      (["A": "missing", "B": "missing"], .agreed, "missing"),
      (["A": "+1", "B": "+1", "consensus": "0 (mixed)"], .consensus, "0 (mixed)"),
      (["A": "+1", "B": "-1", "consensus": "missing"], .consensus, "missing"),
      (["A": "+1", "B": "+2"], .unresolved, nil),
      (["A": "+1", "B": "+1", "C": "0"], .unresolved, nil),
      // A score against none, two reasons for none, and the two kinds of 0 are differences too.
      (["A": "+1", "B": "missing"], .unresolved, nil),
      (["A": "not asked", "B": "missing"], .unresolved, nil),
      (["A": "0", "B": "0 (mixed)"], .unresolved, nil),
      (["A": "+1", "B": "+1*"], .unresolved, nil),
      (["A": "E", "B": "I"], .unresolved, nil),
    ] as [([String: String], SettledRating.Basis, String?)])
  func `says on what ground a cell stands`(
    tokens: [String: String], basis: SettledRating.Basis, token: String?
  ) throws {
    let given = try ratings(tokens.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    for order in [given, given.reversed()] {
      let settled = try #require(SettledRating(order))
      #expect(settled.basis == basis)
      #expect(settled.value?.token == token)
      // The individual ratings are kept, in the order of their raters.
      #expect(settled.ratings.map(\.rater.rawValue) == tokens.keys.filter { $0 != "consensus" }.sorted())
    }
  }

  @Test func `is nothing where nobody rated`() {
    #expect(SettledRating([]) == nil)
  }

  @Test func `cites the consensus' excerpts first, each once`() throws {
    let settled = try #require(SettledRating(ratings([("B", "0"), ("A", "+1"), ("consensus", "0")])))
    #expect(settled.citedExcerpts.map(\.rawValue) == ["consensus-1", "shared", "A-1", "B-1"])
    #expect(settled.speaking?.isConsensus == true)
  }

  @Test(arguments: [
    (["2", "10", "1", "2"], ["1", "2", "10"]),
    (["after", "before"], ["after", "before"]),
    (["1", "final", "0"], ["1", "final", "0"]),
    ([""], [""]),
  ])
  func `orders rounds by number, else as they appear`(given: [String], ordered: [String]) {
    let ratings = given.map {
      Rating(
        organization: "N", construct: "culture", rater: "A", round: $0, value: .missing,
        origin: Origin(file: "t"))
    }
    #expect(ratings.rounds == ordered)
  }
}

import CFIRKit
import CFIRStatistics
import Testing

struct CodingAgreementTests {
  private func study(_ excerpts: [(String, Int, Int, Construct.ID, String)]) -> Study {
    var study = Study(title: "Small", codebook: Codebook(.cfir2022))
    study.excerpts = excerpts.enumerated().map { place, row in
      let (source, start, end, construct, coder) = row
      return Excerpt(
        id: .init("e\(place)"), organization: "N", participant: nil, source: source,
        text: String(repeating: "é", count: end - start), start: String(start), end: String(end),
        codings: [.init(construct: construct, coder: coder)], origin: Origin(file: "small.csv"))
    }
    return study
  }

  @Test func `each construct is compared against all else, by the stretches that coders marked`() throws {
    let agreement = study([
      ("S1", 0, 4, "culture", "A"), ("S1", 2, 6, "culture", "B"), ("S1", 8, 10, "planning", "A"),
      ("S1", 8, 10, "planning", "B"), ("S2", 0, 9, "culture", "A"),
    ]).codingAgreement()
    #expect(agreement.coders == ["A", "B"])
    // S2 has one coder and is left out.
    #expect(agreement.overall.sources == 1)
    #expect(agreement.overall.spans == 4)
    #expect(agreement.constructs.map(\.id) == ["culture", "planning"])
    // By hand: length 10 for two coders; marked 8 with squares 32, gaps 12; expected 20·8·12/(400 − 32 − 12), 4 observed.
    let culture = try #require(agreement.constructs.first?.results.first).result.get()
    #expect(abs(culture.value - (1 - 4 / (1920.0 / 356))) < 1e-12)
    let planning = try #require(agreement.constructs.last?.results.first).result.get()
    #expect(planning.value == 1)
  }

  @Test func `codings without a coder or without character positions are counted and left out`() {
    var study = study([("S1", 0, 4, "culture", "A"), ("S1", 0, 4, "culture", "")])
    study.excerpts[0].start = "12"
    study.excerpts[0].end = "13"
    let agreement = study.codingAgreement()
    #expect(agreement.leftOut == 2)
    #expect(agreement.coders.isEmpty)
    #expect(throws: NotComputable.self) { try agreement.overall.results[0].result.get() }
  }
}

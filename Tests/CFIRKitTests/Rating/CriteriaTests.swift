import CFIRKit
import Testing

/// The criteria of the design, case by case: P and N informants lean to + and −, E of them give a concrete example, S in all.
struct CriteriaTests {
  /// Informants with their judgements: `m` is mixed, `?` an excerpt that nobody judged.
  private func evidence(_ informants: [String], areParticipants: Bool = false) -> CellEvidence? {
    var tally = EvidenceTally()
    for (place, judgements) in informants.enumerated() {
      for word in judgements.split(separator: " ") {
        var counts = EvidenceTally.Counts()
        counts.excerpts = 1
        if word != "?" {
          counts.judged = [word == "m" ? Judgement(0, isMixed: true) : Judgement(Int(word) ?? 99): 1]
        }
        tally.add(
          counts, construct: "culture",
          informant: .init(
            organization: "North", participant: areParticipants ? .init("P\(place)") : nil,
            source: "S\(place)"))
      }
    }
    return tally.evidence()["culture"]?["North"]
  }

  @Test(arguments: [
    // P > N, nobody torn, E ≥ 2 and more than half of S: strong.
    (["+2", "+2"], "+2"),
    (["+2", "+2", "+1"], "+2"),
    (["+2", "+2", "0"], "+2"),
    (["+2 +1", "+2 +2", "+1"], "+2"),
    (["+2", "+2", "+2", "+1", "+1"], "+2"),
    // Excerpts that nobody judged make nobody an informant of the rule.
    (["+2", "+2", "?", "?", "?"], "+2"),
    // Two of four are not more than half; one is never enough, however often they say it.
    (["+2", "+2", "+1", "+1"], "+1"),
    (["+2"], "+1"),
    (["+2 +2 +2"], "+1"),
    (["+2", "+1"], "+1"),
    (["+1"], "+1"),
    (["+1", "0", "0"], "+1"),
    // The other side leans somewhere, or somebody holds both signs: torn.
    (["+2", "+2", "-1"], "+1*"),
    (["+2", "+2", "+2", "+2", "-1"], "+1*"),
    (["+1", "+1", "-2"], "+1*"),
    (["+2 -1", "+2"], "+1*"),
    (["+1 -1", "+1", "0"], "+1*"),
    (["+1", "m"], "+1*"),
    // Signs go by informants, not by excerpts or sizes.
    (["-2 -2 -2", "+1", "+1"], "+1*"),
    // P = N.
    (["0"], "0"),
    (["0", "0 0"], "0"),
    (["+1", "-1"], "0 (mixed)"),
    (["+2", "+2", "-1", "-1"], "0 (mixed)"),
    (["+1 -1"], "0 (mixed)"),
    (["+2 -2", "0"], "0 (mixed)"),
    (["m"], "0 (mixed)"),
  ])
  func `suggests what the criteria say, and the mirror image for the other side`(
    informants: [String], token: String
  ) throws {
    let suggestion = try #require(evidence(informants)?.suggestion)
    #expect(RatingValue.score(suggestion.score).token == token)
    #expect(!suggestion.reason.isEmpty)
    let mirrored = informants.map {
      $0.replacing("+", with: "~").replacing("-", with: "+").replacing("~", with: "-")
    }
    let mirror = try #require(evidence(mirrored)?.suggestion)
    #expect(mirror.score == RatingValue.Score(-suggestion.score.value, isMixed: suggestion.score.isMixed))
    let reversed = try #require(evidence(informants.reversed())?.suggestion)
    #expect(reversed == suggestion)
  }

  @Test func `suggests nothing where nobody judged`() {
    #expect(evidence(["?", "? ?"])?.suggestion == nil)
    #expect(evidence([]) == nil)
    #expect(CellEvidence().suggestion == nil)
  }

  @Test func `hears a participant once, in however many sources`() throws {
    var tally = EvidenceTally()
    for source in ["first interview", "second interview"] {
      var counts = EvidenceTally.Counts()
      counts.excerpts = 1
      counts.judged = [Judgement(2): 1]
      tally.add(
        counts, construct: "culture", informant: .init(organization: "N", participant: "P1", source: source))
    }
    let evidence = try #require(tally.evidence()["culture"]?["N"])
    #expect(evidence.sources == 2 && evidence.participants == 1)
    #expect(evidence.suggestion?.score == RatingValue.Score(1))
  }

  @Test func `gives its reason in words`() throws {
    #expect(
      evidence(["+2", "+2", "+2", "+1"])?.suggestion?.reason
        == "3 of 4 sources give concrete positive examples; none disagrees")
    #expect(
      evidence(["-2", "-2", "-2", "-1"], areParticipants: true)?.suggestion?.reason
        == "3 of 4 participants give concrete negative examples; none disagrees")
    #expect(try #require(evidence(["+1", "-1"])?.suggestion?.reason).contains("1 of 2 sources"))
  }
}

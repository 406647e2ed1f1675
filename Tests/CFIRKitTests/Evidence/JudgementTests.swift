import CFIRKit
import Testing

struct JudgementTests {
  @Test(arguments: [
    ("Facilitator", 1), ("facilitators", 1), ("Barrier", -1), ("BARRIERS", -1), ("Strong Facilitator", 2),
    ("strong barrier", -2), ("Neutral", 0),
    // German.
    ("Förderfaktor", 1), ("förderlich", 1), ("Barriere", -1), ("Hindernis", -1), ("Starker Förderfaktor", 2),
    ("Starke Barriere", -2), ("Hemmnis", -1),
    // Polish.
    ("Facylitator", 1), ("Bariera", -1), ("Silny facylitator", 2), ("Silna bariera", -2),
    ("Czynnik sprzyjający", 1),
  ])
  func `knows the words of code systems`(code: String, value: Int) {
    #expect(Judgement(code: code) == Judgement(value))
  }

  @Test func `knows what is mixed, and no other code`() {
    #expect(Judgement(code: "Mixed") == Judgement(0, isMixed: true))
    #expect(Judgement(code: "Culture") == nil)
    #expect(Judgement(code: "") == nil)
  }

  @Test(arguments: [
    // The stronger where they pull one way; mixed, with what is left over, where they do not.
    (Judgement(1), Judgement(2), Judgement(2)),
    (Judgement(-1), Judgement(-2), Judgement(-2)),
    (Judgement(1), Judgement(0), Judgement(1)),
    (Judgement(1), Judgement(-1), Judgement(0, isMixed: true)),
    (Judgement(2), Judgement(-1), Judgement(1, isMixed: true)),
    (Judgement(0), Judgement(0), Judgement(0)),
    (Judgement(1), Judgement(0, isMixed: true), Judgement(1, isMixed: true)),
  ])
  func `takes two judgements of one passage together`(first: Judgement, second: Judgement, both: Judgement) {
    #expect(first.combined(with: second) == both)
    #expect(second.combined(with: first) == both)
  }

  @Test(arguments: [
    ("Inner Setting > Culture", CodeResolution.construct("culture", nil)),
    ("Culture > Barrier", .construct("culture", Judgement(-1))),
    ("CFIR > Inner Setting > Culture > Strong Facilitator", .construct("culture", Judgement(2))),
    ("Motivation > Opinion Leaders > Förderfaktor", .construct("opinion-leaders/motivation", Judgement(1))),
    ("Barrier", .judgement(Judgement(-1))),
    ("Valence > Barrier", .judgement(Judgement(-1))),
    // A domain is never rated, yet its rows are counted with what they say.
    ("Inner Setting > Barrier", .construct("inner-setting", Judgement(-1))),
    ("CFIR > Barrier", .judgement(Judgement(-1))),
    ("Transport > Barrier", .judgement(Judgement(-1))),
    ("Weather", .unmapped),
    ("Weather > Rain", .unmapped),
    (
      "Innovation Deliverers",
      .ambiguous([
        "innovation-deliverers", "assessing-needs-innovation-deliverers", "engaging-innovation-deliverers",
      ])
    ),
    (
      "Innovation Deliverers > Barrier",
      .ambiguous([
        "innovation-deliverers", "assessing-needs-innovation-deliverers", "engaging-innovation-deliverers",
      ])
    ),
  ])
  func `a code is a construct, a judgement, or neither`(path: String, meaning: CodeResolution) {
    #expect(Codebook(.cfir2022).resolve(code: path) == meaning)
  }

  @Test func `a study's own words for judgements go before the usual ones`() {
    let own = [NameKey("Helps"): Judgement(2), NameKey("Barrier"): Judgement(-2)]
    let codebook = Codebook(.cfir2022)
    #expect(codebook.resolve(code: "helps", judgements: own) == .judgement(Judgement(2)))
    #expect(
      codebook.resolve(code: "Culture > Barrier", judgements: own) == .construct("culture", Judgement(-2)))
  }
}

import CFIRKit
import Testing

struct InfluenceTests {
  @Test(
    arguments: [
      // More than half of the scored at +2: strong.
      ("+2,+2,+2,+1", Influence.Kind.facilitator, Influence.Strength.strong),
      ("-2,-2,+1", .barrier, .strong),
      // Two of four are not more than half.
      ("+2,+2,+1,+1", .facilitator, .weak),
      ("+1,+1,0", .facilitator, .weak),
      ("-1,-2,-1,missing", .barrier, .weak),
      // Only the scored count: two of three.
      ("+1,+1,-1,missing,not asked,n/a", .facilitator, .weak),
      ("0,0,0,+1", .neutral, nil),
      ("0 (mixed),0,0,+1", .neutral, nil),
      ("+1,+1,0,-1", .contested, nil),
      ("+2,+2,-2,-2", .contested, nil),
      ("0,0,+1,-1", .contested, nil),
      ("+2,missing,E", .insufficient, nil),
      ("missing,missing", .insufficient, nil),
      ("+1,+1/0", .insufficient, nil),
    ] as [(String, Influence.Kind, Influence.Strength?)])
  func `is what more than half of the scored organizations show`(
    row: String, kind: Influence.Kind, strength: Influence.Strength?
  ) throws {
    let influence = try #require(try matrix(row).influences().first)
    #expect(influence.kind == kind)
    #expect(influence.strength == strength)
  }

  @Test func `counts every organization once, at its rating or its reason`() throws {
    let influence = try #require(
      try matrix("+2,-1,-1*,0,0 (mixed),missing,not asked,n/a,E,+1/0,").influences().first)
    #expect(influence.counts == [2: 1, -1: 2, 0: 2])
    #expect(influence.scored == 5)
    #expect(influence.mixed == 2)
    #expect(
      influence.unscored == [
        .missing: 1, .notAsked: 1, .notApplicable: 1, .descriptor: 1, .unresolved: 1, .none: 1,
      ])
    // 2 − 1 − 1 + 0 + 0 = 0; in order −1 −1 0 0 2.
    #expect(influence.mean == 0)
    #expect(influence.median == 0)
    #expect(influence.facilitates == ["A"])
    #expect(influence.hinders == ["B", "C"])
  }

  @Test func `has the mean and median of an even number of scores`() throws {
    let influence = try #require(try matrix("+2,+1,0,0").influences().first)
    #expect(influence.mean == 0.75)
    #expect(influence.median == 0.5)
    let none = try #require(try matrix("missing,").influences().first)
    #expect(none.mean == nil && none.median == nil)
  }

  @Test(arguments: [
    (MixedRule.number, Influence.Kind.contested, [1: 2, 0: 2], 0),
    (.unscored, .insufficient, [1: 1, 0: 0], 3),
    (.leaning, .facilitator, [1: 2, 0: 0], 2),
  ])
  func `counts mixed ratings as the analyst chose`(
    rule: MixedRule, kind: Influence.Kind, counts: [Int: Int], leftOut: Int
  ) throws {
    // One plain +1, one mixed that leans, two that balance; without mixed ones, one score is too few.
    let influence = try #require(try matrix("+1,+1*,0 (mixed),0 (mixed)").influences(mixed: rule).first)
    #expect(influence.kind == kind)
    for (value, count) in counts { #expect(influence.counts[value, default: 0] == count) }
    #expect(influence.unscored[.mixed, default: 0] == leftOut)
  }
}

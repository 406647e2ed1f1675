import CFIRKit
import Testing

struct ComparisonTests {
  private let groups = OrganizationGroups(high: ["A", "B"], low: ["C", "D"])

  private func compared(_ row: String, rule: DistinguishingRule = .separation, mixed: MixedRule = .number)
    throws -> Comparison.Row
  {
    try #require(try matrix(row).compared(by: groups, rule: rule, mixed: mixed).rows.first)
  }

  /// A row, high | low, and what comes of it.
  struct Example: Sendable {
    var row: String
    var gap: Int
    var diff: Double
    /// In the order separation, separation-positive, valence, mean-difference, mean-difference-2.5.
    var verdicts: [Verdict]
  }

  @Test(arguments: [
    Example(row: "+2,+2,-1,-2", gap: 3, diff: 3.5, verdicts: [.strong, .strong, .strong, .strong, .strong]),
    Example(row: "+1,+1,-1,-1", gap: 2, diff: 2, verdicts: [.strong, .strong, .strong, .strong, .weak]),
    Example(row: "+1,+2,-1,-1", gap: 2, diff: 2.5, verdicts: [.strong, .strong, .strong, .strong, .strong]),
    // One point apart, all high positive, one low at 0.
    Example(row: "+2,+1,-2,0", gap: 1, diff: 2.5, verdicts: [.weak, .strong, .weak, .strong, .strong]),
    // Two apart, but nobody positive.
    Example(row: "0,0,-2,-2", gap: 2, diff: 2, verdicts: [.strong, .weak, .weak, .strong, .weak]),
    Example(row: "+1,0,-1,-1", gap: 1, diff: 1.5, verdicts: [.weak, .weak, .weak, .weak, .weak]),
    Example(row: "-1,-1,-2,-2", gap: 1, diff: 1, verdicts: [.weak, .weak, .weak, .weak, .weak]),
    // Overlap: only the means are apart.
    Example(row: "+2,-1,0,-2", gap: -1, diff: 1.5, verdicts: [.none, .none, .none, .weak, .weak]),
    Example(row: "+2,+1,+1,0", gap: 0, diff: 1, verdicts: [.none, .none, .none, .weak, .weak]),
    Example(row: "+1,+1,+1,+1", gap: 0, diff: 0, verdicts: [.none, .none, .none, .none, .none]),
    // Unscored cells are left out.
    Example(
      row: "+2,missing,-1,E", gap: 3, diff: 3, verdicts: [.strong, .strong, .strong, .strong, .strong]),
    Example(
      row: "+2,+1/0,not asked,0", gap: 2, diff: 2, verdicts: [.strong, .strong, .weak, .strong, .weak]),
    // A mixed rating counts with its number.
    Example(row: "+1*,0 (mixed),-1,-1*", gap: 1, diff: 1.5, verdicts: [.weak, .weak, .weak, .weak, .weak]),
  ])
  func `gives every rule's verdict, and the same with the groups exchanged`(_ example: Example) throws {
    let cells = example.row.split(separator: ",", omittingEmptySubsequences: false)
    for isExchanged in [false, true] {
      let row = try compared((isExchanged ? cells[2...] + cells[..<2] : cells[...]).joined(separator: ","))
      #expect(row.gap == example.gap)
      #expect(row.diff == example.diff)
      // Where the means are equal, the direction is high.
      #expect(row.direction == (isExchanged && example.diff > 0 ? .low : .high))
      #expect(DistinguishingRule.allCases.map { row.verdicts[$0] } == example.verdicts)
      #expect(row.verdict == example.verdicts[0])
      for (place, rule) in DistinguishingRule.allCases.enumerated() where !isExchanged {
        #expect(try compared(example.row, rule: rule).verdict == example.verdicts[place])
      }
    }
  }

  @Test func `names the rules as options and files write them`() {
    #expect(
      DistinguishingRule.allCases.map(\.rawValue)
        == ["separation", "separation-positive", "valence", "mean-difference", "mean-difference-2.5"])
  }

  @Test(arguments: ["missing,not asked,+1,+2", "+1,+2,,", "E,I,E,E", ",,,", "+1/0,n/a,-1,-1"])
  func `is insufficient where a group has no score`(row: String) throws {
    let row = try compared(row)
    #expect(row.verdict == .insufficient)
    #expect(row.verdicts.values.allSatisfy { $0 == .insufficient } && row.verdicts.count == 5)
    #expect(row.gap == nil && row.diff == nil && row.direction == nil && row.permutation == nil)
  }

  @Test func `counts the splits that set the means as far apart`() throws {
    // {2, 2, −1, −2} in pairs: the sums of a pair are 4, 1, 0, 1, 0, −3 of 1 in all, so |diff| is 3.5 twice and 0.5 else.
    let permutation = try #require(try compared("+2,+2,-1,-2").permutation)
    #expect(permutation.share == 2.0 / 6)
    #expect(permutation.total.description == "6")
    // Unscored sites take no part: {2 | −1, −1} has three splits.
    #expect(try compared("+2,missing,-1,-1").permutation?.share == 1.0 / 3)
    // The direction does not matter.
    #expect(try compared("-1,-2,+2,+2").permutation == permutation)
  }

  @Test func `leaves one organization out at a time`() throws {
    // {2, 1 | −2, 0}: without A {1 | −2, 0} and without C {2, 1 | 0} stay one apart, without B and D two or more.
    let row = try compared("+2,+1,-2,0")
    #expect(row.verdict == .weak)
    #expect(row.leaveOneOut.map(\.organization) == ["A", "B", "C", "D"])
    #expect(row.leaveOneOut.map(\.verdict) == [.weak, .strong, .weak, .strong])
    #expect(!row.isStable)
    #expect(try compared("+2,+2,-2,-2").isStable)
    // The only score of its group.
    #expect(
      try compared("+2,missing,-2,-2").leaveOneOut.map(\.verdict) == [
        .insufficient, .strong, .strong, .strong,
      ])
  }

  @Test(arguments: [
    ("+2,0 (mixed),-1,-1", MixedRule.number, Verdict.weak, 1),
    ("+2,0 (mixed),-1,-1", .unscored, .strong, 3),
    ("+2,0 (mixed),-1,-1", .leaning, .strong, 3),
    ("+2,+1*,0,0", .number, .weak, 1),
    ("+2,+1*,0,0", .unscored, .strong, 2),
    ("+2,+1*,0,0", .leaning, .weak, 1),
  ])
  func `counts mixed ratings as the analyst chose`(row: String, mixed: MixedRule, verdict: Verdict, gap: Int)
    throws
  {
    let compared = try compared(row, mixed: mixed)
    #expect(compared.verdict == verdict)
    #expect(compared.gap == gap)
    #expect(compared.mixedUnscored == .strong)
  }

  @Test func `is insufficient where only mixed ratings are left and they do not count`() throws {
    let row = try compared("+1*,0 (mixed),-1,-1", mixed: .unscored)
    #expect(row.verdict == .insufficient)
    #expect(try compared("+1*,0 (mixed),-1,-1").mixedUnscored == .insufficient)
  }

  @Test func `tries the cut on either side of the middle`() throws {
    // high +2 | middle 0 | low −2: the middle is two from both; with middle +1 it is one from high's side of low.
    let groups = OrganizationGroups(high: ["A"], middle: ["B"], low: ["C"])
    let row = try #require(try matrix("+2,+1,-2").compared(by: groups).rows.first)
    #expect(row.verdict == .strong && row.gap == 4)
    // {2, 1 | −2} is three apart, {2 | −2, 1} one.
    #expect(row.middleWithHigh == .strong)
    #expect(row.middleWithLow == .weak)
    #expect(!row.isStable)
    let without = try compared("+2,+2,-2,-2")
    #expect(without.middleWithHigh == nil && without.middleWithLow == nil)
  }

  @Test func `sets ratings beside the outcome of all organizations`() throws {
    // Ratings 2, 2, −1, −2 with outcomes 3, 3, 1, 1: 4 pairs alike, 5 untied on the left, 4 on the right: 4/√20.
    let row = try compared("+2,+2,-1,-2")
    #expect(abs(try #require(row.kendallTauB) - 4 / 20.0.squareRoot()) < 1e-12)
    // Twice the mid-ranks 7, 7, 4, 2 and 7, 7, 3, 3: 16/√(18·16).
    #expect(abs(try #require(row.spearman) - 16 / (18.0 * 16).squareRoot()) < 1e-12)
    #expect(try compared("+1,+1,+1,+1").kendallTauB == nil)
    #expect(try compared("+1,+1,+1,+1").spearman == nil)
    // Organizations between the groups count too, with the outcome as given.
    let given = OrganizationGroups(
      high: ["A"], middle: ["B"], low: ["C"], outcomes: ["A": 40, "B": 10, "C": 2.5])
    let outcome = try #require(try matrix("+2,0,-1").compared(by: given).rows.first)
    #expect(outcome.kendallTauB == 1)
    let turned = try #require(try matrix("+2,-1,0").compared(by: given).rows.first)
    #expect(abs(try #require(turned.kendallTauB) - 1.0 / 3) < 1e-12)
  }

  @Test func `keeps the authors' label beside the verdict`() throws {
    let comparison = try matrix("+2,+2,-1,-2").compared(by: groups, labels: ["culture": .weak])
    let row = try #require(comparison.rows.first)
    #expect(row.published == .weak && row.verdict == .strong)
    #expect(comparison.hasPublishedLabels)
    #expect(comparison.agreementWithPublished.allSatisfy { $0.agreeing == 0 })
    #expect(try !matrix("+2,+2,-1,-2").compared(by: groups).hasPublishedLabels)
  }

  @Test(arguments: [
    ("**", Verdict.strong), ("b", .strong), ("strong", .strong), ("*", .weak), ("a", .weak), ("Weak", .weak),
    ("I", .insufficient), ("insufficient", .insufficient), ("none", .none),
  ])
  func `reads an author's label`(label: String, verdict: Verdict) {
    #expect(Verdict(label: label) == verdict)
  }

  @Test func `an empty label agrees with none and with insufficient`() {
    #expect(Verdict(label: "") == nil)
    #expect(Verdict(label: "***") == nil)
    #expect(Verdict.none.agrees(withPublished: nil))
    #expect(Verdict.insufficient.agrees(withPublished: nil))
    #expect(!Verdict.weak.agrees(withPublished: nil))
    #expect(Verdict.weak.agrees(withPublished: .weak))
    #expect(!Verdict.none.agrees(withPublished: .insufficient))
  }

  @Test func `orders organizations by group and outcome`() {
    let groups = OrganizationGroups(
      high: ["A", "B"], middle: ["C"], low: ["D"], outcomes: ["A": 5, "B": 9, "C": 3, "D": 1])
    let organizations = (0..<5).map { Organization(id: organization($0)) }
    #expect(groups.ordered(organizations.reversed()).map(\.id) == ["B", "A", "C", "D", "E"])
    #expect(groups.group(of: "C") == .middle)
    #expect(groups.group(of: "E") == nil)
    #expect(OrganizationGroups(high: ["A"], middle: ["B"], low: ["C"]).outcomes == ["A": 3, "B": 2, "C": 1])
  }
}

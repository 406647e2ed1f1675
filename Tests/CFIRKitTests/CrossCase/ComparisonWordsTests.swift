import CFIRKit
import Testing

/// The lines that a reviewer reads.
struct ComparisonWordsTests {
  private func words(
    _ row: String, high: [Organization.ID], middle: [Organization.ID] = [], low: [Organization.ID],
    rule: DistinguishingRule = .separation
  ) throws -> (sentence: String, whole: String) {
    let comparison = try matrix(row).compared(by: .init(high: high, middle: middle, low: low), rule: rule)
    let words = ComparisonWords(comparison, naming: \.rawValue)
    return (words.sentence(try #require(comparison.rows.first)), words.wholeTable)
  }

  @Test(arguments: [
    (
      "+2,+2,+1,-1,-2",
      "Strong by separation, so say 5 of 5 rules; holds without any one site, or any two that leave both groups; 1 of 10 splits does as well: with 5 sites no stronger statement is possible."
    ),
    (
      "-1,-2,-2,+2,+2",
      "Strong by separation, so say 5 of 5 rules; rated higher where implementation went less well; holds without any one site, or any two that leave both groups; 1 of 10 splits does as well: with 5 sites no stronger statement is possible."
    ),
    // {1, 0 mixed | 0, −2}: gap 0, means 1½ apart; without B gap 1, without D 2. The other +1 with a 0 sets the means as far apart.
    (
      "+1,0 (mixed),,0,-2",
      "Not distinguishing by separation, so say 3 of 5 rules; strong without D, weak without B; weak if mixed ratings are left out or count only where they lean; 4 of 6 splits do as well."
    ),
    ("missing,not asked,,+1,+2", "Insufficient: no score in the high group."),
  ])
  func `gives one line for a construct`(row: String, expected: String) throws {
    let found = try words(row, high: ["A", "B", "C"], low: ["D", "E"]).sentence
    #expect(found.hasPrefix(expected), "\(found)")
  }

  @Test func `says at which cuts another verdict stands`() throws {
    // {2 | −2} is strong; with the middle +1 in the low group one apart, in the high group three.
    let found = try words("+2,+1,-2", high: ["A"], middle: ["B"], low: ["C"]).sentence
    #expect(found.contains("weak if the high group begins at ‘high’"), "\(found)")
  }

  @Test func `says what five sites cannot tell, for the table too`() throws {
    // {2, 2, 1 | −1, −2}: every other split mixes the signs; only this one is labelled.
    let whole = try words("+2,+2,+1,-1,-2", high: ["A", "B", "C"], low: ["D", "E"]).whole
    #expect(
      whole
        == "1 of 1 construct is strong and 0 weak by separation. Splitting the same 5 sites 3 against 2 in all 10 ways makes 0.10 constructs strong on average, and at least 1 in 1 of 10 ways; 0.20 constructs strong or weak on average, and at least 1 in 2 of 10 ways. With 5 sites no table of high against low can come below 1 of 10: such a comparison cannot rule out chance, neither for the table nor for any one construct, however the ratings stand."
    )
  }
}

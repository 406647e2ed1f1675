import CFIRKit
import Testing

struct CitedRationaleTests {
  private static let shown: [Excerpt.ID] = ["a", "b", "c"]

  @Test(
    arguments: [
      ("Learning is rewarded.", "Learning is rewarded.", []),
      ("Learning is rewarded [1].", "Learning is rewarded.", ["a"]),
      ("[3] One says so, [1, 3] two do.", "One says so, two do.", ["c", "a"]),
      ("Both [ 2 ,1 ]", "Both", ["b", "a"]),
      ("In [sic] brackets [1a] stays", "In [sic] brackets [1a] stays", []),
    ] as [(String, String, [String])])
  func `takes numbers in brackets for citations`(line: String, text: String, cited: [String]) throws {
    let rationale = try CitedRationale(line, shown: Self.shown)
    #expect(rationale.text == text)
    #expect(rationale.excerpts.map(\.rawValue) == cited)
  }

  @Test(arguments: ["So [4].", "So [0].", "So [1, 9].", "So [99999999999999999999]."])
  func `a number of nothing is refused`(line: String) {
    #expect(throws: CitedRationale.UnknownNumber.self) { try CitedRationale(line, shown: Self.shown) }
  }
}

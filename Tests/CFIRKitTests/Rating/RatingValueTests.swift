import CFIRKit
import Testing

struct RatingValueTests {
  private static func score(_ value: Int, mixed: Bool = false) -> RatingValue? {
    RatingValue.Score(value, isMixed: mixed).map(RatingValue.score)
  }

  @Test(arguments: [
    // ASCII signs, none, and inner blanks.
    ("-2", -2), ("-1", -1), ("0", 0), ("+0", 0), ("-0", 0), ("1", 1), ("+1", 1), ("2", 2), ("+2", 2),
    (" +1 ", 1),
    ("+ 1", 1), ("- 2", -2), ("+\u{A0}1", 1), ("+\u{202F}2", 2),
    // Minus sign, en dash, hyphen, non-breaking hyphen, full-width and small forms.
    ("\u{2212}2", -2), ("\u{2212} 2", -2), ("\u{2013}1", -1), ("\u{2013} 1", -1), ("\u{2010}1", -1),
    ("\u{2011}1", -1), ("\u{FF0D}1", -1), ("\u{FE63}1", -1), ("\u{FF0B}1", 1),
  ])
  func `reads scores`(token: String, value: Int) throws {
    #expect(try RatingValue(token: token) == Self.score(value))
  }

  @Test(arguments: [
    ("0 (mixed)", 0), ("0(mixed)", 0), ("0 mixed", 0), ("0 (mix)", 0), ("Mixed", 0), ("mixed", 0),
    ("MIXED", 0),
    ("X", 0), ("x", 0), ("0*", 0), ("+1*", 1), ("1*", 1), ("-1*", -1), ("\u{2212}1*", -1), ("+ 1 *", 1),
    ("+2*", 2),
    ("\u{2013}2*", -2),
  ])
  func `reads mixed scores`(token: String, value: Int) throws {
    #expect(try RatingValue(token: token) == Self.score(value, mixed: true))
  }

  @Test(arguments: [
    ("M", RatingValue.missing), ("m", .missing), ("Missing", .missing), ("missing", .missing),
    ("NA", .missing),
    ("\u{2013}", .missing), ("not asked", .notAsked), ("Not Asked", .notAsked), ("N/A", .notApplicable),
    ("n/a", .notApplicable), ("not applicable", .notApplicable), ("Not applicable", .notApplicable),
    ("E", .descriptor(.external)), ("External", .descriptor(.external)), ("I", .descriptor(.internal)),
    ("internal", .descriptor(.internal)), (" E ", .descriptor(.external)),
  ])
  func `reads why there is no score`(token: String, value: RatingValue) throws {
    let read = try RatingValue(token: token)
    #expect(read == value)
    #expect(read?.score == nil)
  }

  @Test(arguments: ["", " ", "\u{A0}\t"])
  func `an empty cell is no rating`(token: String) throws {
    #expect(try RatingValue(token: token) == nil)
  }

  @Test(arguments: [
    "3", "+3", "-3", "12", "1 2", "1.0", "0.5", "+", "*", "**", "+1**", "*1", "--1", "+-1", "1+", "yes", "b",
    "I/E", "0 (maybe)",
    "missing?", "N.A.", "±1", "(mixed)",
  ])
  func `refuses anything else`(token: String) {
    #expect {
      _ = try RatingValue(token: token)
    } throws: {
      ($0 as? UnreadableRating)?.token == token
    }
  }

  static let all: [RatingValue] =
    (-2...2).flatMap { [score($0), score($0, mixed: true)].compactMap(\.self) }
    + [.missing, .notAsked, .notApplicable, .descriptor(.external), .descriptor(.internal)]

  @Test(arguments: all)
  func `reads back every token that is printed`(value: RatingValue) throws {
    #expect(try RatingValue(token: value.token) == value)
    #expect(try RatingValue(token: value.typographic) == value)
    #expect(value.token.utf8.count == value.token.count, "not ASCII")
  }

  @Test func `prints each value in its own way`() {
    #expect(Self.all.count == 15)
    #expect(Set(Self.all.map(\.token)).count == 15)
    #expect(Set(Self.all.map(\.typographic)).count == 15)
    #expect(
      Self.all.map(\.token) == [
        "-2", "-2*", "-1", "-1*", "0", "0 (mixed)", "+1", "+1*", "+2", "+2*", "missing", "not asked", "n/a",
        "E", "I",
      ])
    #expect(Self.score(-1, mixed: true)?.typographic == "\u{2212}1*")
  }

  @Test func `has no score outside −2 … +2`() {
    #expect(RatingValue.Score(3) == nil)
    #expect(RatingValue.Score(-3, isMixed: true) == nil)
  }
}

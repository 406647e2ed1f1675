import CFIRStatistics
import Testing

struct TermTests {
  static let binary = [Condition("DEV"), Condition("URB"), Condition("available-resources")]
  static let multi = [Condition("DEV", levels: 3), Condition("LIT")]

  @Test(arguments: ["DEV*~URB", "~DEV*URB*available-resources", "~available-resources"])
  func `reads what it writes`(text: String) throws {
    #expect(try Term(text, Self.binary).text(Self.binary) == text)
  }

  @Test(arguments: ["DEV{2}*LIT{1}", "LIT{0}", "DEV{0}"])
  func `reads what it writes of many values`(text: String) throws {
    #expect(try Term(text, Self.multi).text(Self.multi) == text)
  }

  @Test func `takes blanks, square brackets and plain two-valued conditions`() throws {
    #expect(try Term(" DEV[2] * ~ LIT", Self.multi).text(Self.multi) == "DEV{2}*LIT{0}")
    let alternatives = try Term.alternatives("DEV*URB + ~DEV", Self.binary)
    #expect(alternatives.map { $0.text(Self.binary) } == ["DEV*URB", "~DEV"])
  }

  @Test(arguments: [
    ("DEW", UnreadableTerm.Problem.unknown("DEW")), ("DEV", .valueNeeded("DEV")),
    ("DEV{3}", .noSuchValue("DEV", highest: 2)), ("LIT*~LIT", .contradiction("LIT")),
  ])
  func `says what it cannot read`(text: String, problem: UnreadableTerm.Problem) {
    let error = #expect(throws: UnreadableTerm.self) { try Term(text, Self.multi) }
    #expect(error?.problem == problem)
  }
}

import CFIRKit
import Testing

struct ResponseScaleTests {
  private static let named = ResponseScale("1, No | 2, Partly | 3, Yes | x, Cannot answer")

  @Test(
    arguments: [
      ("2", 2), ("Yes", 3), ("partly", 2), ("2.0", 2), ("x", nil), ("cannot answer", nil), ("", nil),
      ("NA", nil),
    ] as [(String, Double?)])
  func `an answer is read by code, number or label`(written: String, value: Double?) throws {
    let scale = try #require(Self.named)
    #expect(try scale.value(of: written) == value)
  }

  @Test(
    arguments: [
      ("7", "7 is outside the scale of 1 to 5"), ("3,5", "'3,5' has a decimal comma"),
      ("often", "'often' is text where a number belongs"), ("inf", "'inf' is text where a number belongs"),
      ("0x4", "'0x4' is text where a number belongs"), ("-1", "-1 is outside the scale of 1 to 5"),
    ])
  func `what the scale does not offer is explained`(written: String, message: String) {
    let error = #expect(throws: UnreadableAnswer.self) { try ResponseScale(1...5).value(of: written) }
    #expect(error?.message == message)
    #expect(error?.fix.isEmpty == false)
  }

  @Test func `an answer that is not among named ones is told the nearest`() throws {
    let scale = try #require(Self.named)
    let near = #expect(throws: UnreadableAnswer.self) { try scale.value(of: "Party") }
    #expect(near?.fix == "did you mean 'Partly'?")
    let far = #expect(throws: UnreadableAnswer.self) { try scale.value(of: "9") }
    #expect(far?.fix == "write one of 1 (No), 2 (Partly), 3 (Yes), x (Cannot answer)")
  }

  @Test(
    arguments: [
      ("1-5", 1, 5), ("-2-2", -2, 2), ("−2 – 2", -2, 2), ("0..10", 0, 10), ("0.5-1", 0.5, 1),
      ("-5--1", -5, -1),
    ] as [(String, Double, Double)])
  func `a range is read as people write it`(text: String, low: Double, high: Double) {
    #expect(ResponseScale.range(text) == low...high)
  }

  @Test(arguments: ["5", "5-1", "a-b", "1-", ""])
  func `anything else is no range`(text: String) { #expect(ResponseScale.range(text) == nil) }

  @Test func `turning round exchanges the ends`() {
    #expect(ResponseScale(1...5).reversed(2) == 4)
    #expect(ResponseScale(-2...2).reversed(2) == -2)
    #expect(ResponseScale(0...1).steps == 2)
    #expect(ResponseScale.any.steps == nil)
  }
}

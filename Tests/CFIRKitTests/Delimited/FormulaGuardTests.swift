import CFIRKit
import Testing

struct FormulaGuardTests {
  // Source: OWASP, CSV Injection: cells that begin with =, +, -, @, tab or carriage return.
  @Test(arguments: [
    "=HYPERLINK(\"http://x\")", "+1 555 0100", "-2 is what they said", "@sum", "\tx", "\rx", "\r\n=x",
    "=\u{200D}cmd", "=\u{FE0F}1+1",
  ])
  func `guards what a spreadsheet would take for a formula`(text: String) {
    #expect(text.withFormulaGuard == "'" + text)
    #expect(text.withFormulaGuard.withoutFormulaGuard == text)
  }

  @Test(arguments: ["", "plain", "1-2", "a=b", "'", "'quoted'", "’tis", "−2"])
  func `leaves all else alone`(text: String) {
    #expect(text.withFormulaGuard == text)
    #expect(text.withoutFormulaGuard == text)
  }

  @Test(arguments: ["'=x", "''", "'''", "'-", "'@a", "'+1", "''=x"])
  func `gives back a text that looks guarded already`(text: String) {
    #expect(text.withFormulaGuard != text)
    #expect(text.withFormulaGuard.withoutFormulaGuard == text)
  }
}

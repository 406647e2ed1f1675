import CFIRKit
import Testing

struct CSVWriterTests {
  @Test func `writes rows that read back as they were`() throws {
    let rows = [
      ["name", "words", "more"], ["a,b", "say \"yes\"", "one\ntwo"], ["", "\r", "end\r\n"],
      ["ü🙂", " kept ", ";\t"],
    ]
    var writer = CSVWriter()
    for row in rows { writer.row(row) }
    #expect(try records(writer.text) == rows)
  }

  @Test func `puts quotes only where they are needed`() {
    var writer = CSVWriter()
    writer.row(["a", "b c", "d;e", "f,g", "h\"i"])
    #expect(writer.text == "a,b c,d;e,\"f,g\",\"h\"\"i\"\n")
  }
}

import CFIRKit
import Testing

struct TableReaderTests {
  @Test(arguments: [
    "organization", "Organization", "ORGANIZATION", " organi-zation", "Organi_Zation", "organi zation",
  ])
  func `finds a column without case, blanks, underscore and hyphen`(name: String) throws {
    let table = TableReader(try RecordReader(text: "first,\(name)\n", file: "t.csv"))
    #expect(table.column("organization") == 1)
    #expect(table.column("site") == nil)
    #expect(table.column("site", "organization") == 1)
  }

  @Test func `takes the first of two columns of one name`() throws {
    let table = TableReader(try RecordReader(text: "Name,name\n", file: "t.csv"))
    #expect(table.column("name") == 0)
  }

  @Test func `names ragged rows and reads on`() throws {
    var table = TableReader(
      try RecordReader(text: "a,b,c\n1,2\n1,2,3,4\n1,2,3\n1,2,3,,\n\"x\ny\",2,3,\"4\"\n", file: "t.csv"))
    var findings = Findings()
    var rows = 0
    while try table.next(noting: &findings) {
      rows += 1
      #expect(table.text(2) == "3")
    }
    // Empty cells at the right are a spreadsheet's padding.
    #expect(rows == 2)
    // A short row is named at its end, a long one where the first cell too many begins.
    #expect(findings.all.map(\.origin.description) == ["t.csv:2:4", "t.csv:3:7", "t.csv:7:8"])
    #expect(
      findings.all.map(\.message) == [
        "this row has 2 cells, the header has 3", "this row has 4 cells, the header has 3",
        "this row has 4 cells, the header has 3",
      ])
    #expect(findings.hasErrors)
  }

  @Test func `gives trimmed cells without the apostrophe that guards them`() throws {
    var table = TableReader(try RecordReader(text: "a,b\n  x ,'=SUM(A1)\n", file: "t.csv"))
    var findings = Findings()
    #expect(try table.next(noting: &findings))
    #expect(table.text(0) == "x")
    #expect(table.text(1) == "=SUM(A1)")
    #expect(table.text(nil) == "")
  }
}

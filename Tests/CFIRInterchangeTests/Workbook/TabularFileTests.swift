import CFIRInterchange
import CFIRKit
import Foundation
import Testing

struct TabularFileTests {
  private static let rows = """
    <row r='2'><c r='A2' t='inlineStr'><is><t>code</t></is></c><c r='B2' t='inlineStr'><is><t>text; note</t></is></c>
    <c r='C2' t='inlineStr'><is><t>weight</t></is></c></row>
    <row r='3'><c r='A3' s='1'/></row>
    <row r='4'><c r='A4'><v>1</v></c></row>
    <row r='6'><c r='B6' t='inlineStr'><is><t>he said, "no"\nand left</t></is></c><c r='D6'><v>4</v></c></row>
    """

  @Test func `rows are padded to the header and cells need no escaping`() throws {
    let records = try WorkbookFixture(Self.rows).records()
    #expect(
      records == [
        ["code", "text; note", "weight"], ["1", "", ""], ["", "he said, \"no\"\nand left", "", "4"],
      ])
  }

  @Test func `places are those of the worksheet`() throws {
    var fixture = WorkbookFixture()
    fixture.sheets = [("Coded segments", "visible", Self.rows)]
    let file = try TemporaryFile(fixture.bytes)
    var records = try TabularFile.open(path: file.path, name: "t.xlsx")
    #expect(
      records.headerOrigins.map(\.description) == ["A", "B", "C"].map { "t.xlsx:'Coded segments'!\($0)2" })
    #expect(try records.next())
    #expect(records.origin(1) == Origin(file: "t.xlsx", sheet: "Coded segments", line: 4, column: 2))
    #expect(records.raggedRow() == nil)
    #expect(try records.next())
    #expect(records.line().line == 6)
    #expect(records.origin(3).description == "t.xlsx:'Coded segments'!D6")
    #expect(
      records.raggedRow()?.description.hasPrefix("t.xlsx:'Coded segments'!D6: error: this row has 4") == true)
    #expect(try !records.next())
  }

  @Test func `a table of many pieces is read whole`() throws {
    let text = String(repeating: "words, and words ", count: 60)
    let rows = (1...6_000).map { "<row r='\($0)'><c><v>\($0)</v></c><c t='s'><v>0</v></c></row>" }.joined()
    let file = try TemporaryFile(WorkbookFixture(rows, strings: "<si><t>\(text)</t></si>").bytes)
    var records = try TabularFile.open(path: file.path)
    var row = 1
    while try records.next() {
      row += 1
      #expect(records.text(0) == String(row) && records.text(1) == text && records.line().line == row)
    }
    #expect(row == 6_000)
  }

  @Test func `a problem behind rows is said with its place`() throws {
    let rows = "<row><c><v>1</v></c></row><row><c t='s'><v>9</v></c></row>"
    let message = finding { _ = try WorkbookFixture(rows).records() }
    #expect(message?.hasPrefix("t.xlsx:Sheet1!A2: error: the cell refers to the shared text 9") == true)
  }

  @Test(arguments: ["id,text\n1,a\n", "id;text\n1;a\n", "id\ttext\n1\ta\n"])
  func `delimited text is known by its content`(text: String) throws {
    let file = try TemporaryFile(Array(text.utf8), suffix: ".xlsx")
    var records = try TabularFile.open(path: file.path, name: "t")
    #expect(records.header == ["id", "text"])
    #expect(try records.next())
    #expect(records.origin(1).description == "t:2:3")
    let message = finding { _ = try TabularFile.open(path: file.path, name: "t", sheet: "Data") }
    #expect(message?.hasPrefix("t: error: the sheet 'Data' is asked for, but this is not a workbook") == true)
  }

  @Test func `a sheet that is not there, and a workbook without values, say so`() throws {
    var fixture = WorkbookFixture("<row><c s='1'/></row>")
    fixture.sheets.append(("Hidden", "hidden", "<row><c><v>1</v></c></row>"))
    #expect(
      finding { _ = try fixture.records(sheet: "Data") }
        == "t.xlsx: error: there is no sheet 'Data'; name one of 'Sheet1', 'Hidden'")
    #expect(finding { _ = try fixture.records() }?.contains("no sheet that can be seen has a cell") == true)
    #expect(
      finding { _ = try fixture.records(sheet: "Sheet1") }?.hasPrefix(
        "t.xlsx:Sheet1: error: the sheet is empty") == true)
  }

  @Test func `archives that are no workbook, and files that are not there, say so`() throws {
    var archive = ZipFixture()
    archive.add("project.qde", "<Project/>")
    let file = try TemporaryFile(archive.bytes, suffix: ".xlsx")
    let message = finding { _ = try TabularFile.open(path: file.path, name: "t.xlsx") }
    #expect(message?.hasPrefix("t.xlsx: error: this zip archive is not an Excel workbook") == true)
    #expect(finding { _ = try TabularFile.open(path: "/nowhere/t.xlsx") }?.contains("No such file") == true)
    let folder = FileManager.default.temporaryDirectory.path
    #expect(
      finding { _ = try TabularFile.open(path: folder, name: "f") }?.contains("this is a folder") == true)
  }
}

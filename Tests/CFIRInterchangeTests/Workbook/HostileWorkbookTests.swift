import CFIRInterchange
import CFIRKit
import Testing

struct HostileWorkbookTests {
  @Test(arguments: [
    ("<row r='1048577'><c><v>1</v></c></row>", "t.xlsx:Sheet1!1: error: the next row is numbered 1048577"),
    ("<row r='2'/><row r='2'/>", "t.xlsx:Sheet1!3: error: the next row is numbered 2"),
    ("<row r='-1'/>", "t.xlsx:Sheet1!1: error: the next row is numbered -1"),
    ("<row r='99999999999999999999'/>", "t.xlsx:Sheet1!1: error: the next row is numbered 99999"),
    (
      "<row><c r='A1'/><c r='XFE1'><v>1</v></c></row>",
      "t.xlsx:Sheet1!A1: error: the row goes on past column XFD"
    ),
    ("<row><c r='A1'/><c r='ZZZZZZZZZZZZZZZZ1'/></row>", "t.xlsx:Sheet1!A1: error: the row goes on"),
    ("<row><c r='B1'/><c r='B1'/></row>", "t.xlsx:Sheet1!C1: error: the next cell is 'B1'"),
    ("<row><c r='1'/></row>", "t.xlsx:Sheet1!A1: error: the next cell is '1'"),
    ("<row><c>", "t.xlsx:xl/worksheets/sheet1.xml:1:"),
  ])
  func `rows and cells outside of a worksheet are refused`(rows: String, start: String) throws {
    let message = finding { _ = try WorkbookFixture(rows).records() }
    #expect(message?.hasPrefix(start) == true, "\(message ?? "nothing")")
  }

  @Test func `a million empty columns are refused at the first that cannot be`() throws {
    let cells = String(repeating: "<c s='1'/>", count: 1_000_000)
    let message = finding { _ = try WorkbookFixture("<row>\(cells)</row>").records() }
    #expect(message?.hasPrefix("t.xlsx:Sheet1!XFD1: error: the row goes on past column XFD") == true)
  }

  @Test func `a row that grows by what its cells share is stopped`() throws {
    let text = String(repeating: "x", count: 32_767)
    let cells = String(repeating: "<c t='s'><v>0</v></c>", count: 16_384)
    let message = finding {
      _ = try WorkbookFixture("<row>\(cells)</row>", strings: "<si><t>\(text)</t></si>").records()
    }
    #expect(message?.contains("the row is longer than 8 MiB up to here") == true)
  }

  @Test(arguments: [
    ("<row><c r='XFD1'><v>1</v></c></row>", "<row><c><v>1</v></c></row>"),
    ("<row><c><v>1</v></c></row>", "<row><c r='XFD1'><v>1</v></c></row>"),
  ])
  func `a cell far to the right does not make a small sheet a huge table`(first: String, other: String) throws
  {
    let workbook = try WorkbookFixture(first + String(repeating: other, count: 70_000)).opened()
    let message = finding {
      var rows = try workbook.rows(of: workbook.sheets[0])
      while try rows.next() {}
    }
    #expect(message?.contains("there are more than 1073741824 empty cells") == true)
  }

  @Test func `entities in a sheet are refused`() throws {
    var fixture = WorkbookFixture()
    fixture.replaced["xl/worksheets/sheet1.xml"] =
      "<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>"
    let message = finding { _ = try fixture.records() }
    #expect(message?.hasPrefix("t.xlsx:xl/worksheets/sheet1.xml:1:") == true)
    #expect(message?.contains("a document type") == true)
  }

  @Test func `a sheet that expands too far is stopped`() throws {
    var limits = ArchiveLimits()
    limits.entrySize = 10_000
    let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 1_000)
    let message = finding {
      let workbook = try WorkbookFixture(rows).opened(limits: limits)
      _ = try workbook.rows(of: workbook.sheets[0])
    }
    #expect(
      message?.contains("the entry 'xl/worksheets/sheet1.xml' expands to more than 10000 bytes") == true)
  }

  @Test func `a sheet that is listed and not there says so`() throws {
    var fixture = WorkbookFixture()
    fixture.replaced["xl/worksheets/sheet1.xml"] = ""
    let message = finding { _ = try fixture.opened() }
    #expect(
      message?.hasPrefix("t.xlsx:Sheet1: error: the workbook lists this sheet but does not hold it") == true)
  }
}

import CFIRInterchange
import CFIRKit
import Foundation
import Testing

struct WorkbookTests {
  @Test func `sheets come in order, hidden ones marked, and are found without case`() throws {
    var fixture = WorkbookFixture()
    fixture.sheets = [
      ("Notes", "hidden", "<row><c><v>1</v></c></row>"), ("Deep", "veryHidden", ""), ("Empty", "visible", ""),
      ("Segments", "visible", "<row r='2'><c r='B2'><v>7</v></c></row>"),
    ]
    let workbook = try fixture.opened()
    #expect(workbook.sheets.map(\.name) == ["Notes", "Deep", "Empty", "Segments"])
    #expect(workbook.sheets.map(\.isHidden) == [true, true, false, false])
    #expect(workbook.sheet("SEGMENTS")?.name == "Segments")
    #expect(try workbook.firstFilledSheet()?.name == "Segments")
    #expect(try fixture.records(sheet: "notes") == [["1"]])
  }

  @Test(arguments: ["", "x:"], [false, true])
  func `strict workbooks and prefixed elements are read alike`(prefix: String, isStrict: Bool) throws {
    var fixture = WorkbookFixture(
      "<\(prefix)row><\(prefix)c t='s'><\(prefix)v>0</\(prefix)v></\(prefix)c></\(prefix)row>",
      strings: "<\(prefix)si><\(prefix)t>shared</\(prefix)t></\(prefix)si>")
    (fixture.prefix, fixture.isStrict) = (prefix, isStrict)
    #expect(try fixture.records() == [["shared"]])
  }

  @Test func `texts keep their blanks, join their runs and leave out what is only for pronouncing`() throws {
    let fixture = WorkbookFixture(
      "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='inlineStr'><is><t>in</t><r><rPr><b/></rPr><t>line</t></r></is></c>"
        + "<c t='str'><f>A1</f><v>made_x000D_\n</v></c></row>",
      strings: "<si><t xml:space='preserve'> a &amp; ü😀 </t></si>"
        + "<si><r><t>東</t></r><r><t>京</t></r><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si>")
    #expect(try fixture.firstRow() == [" a & ü😀 ", "東京", "inline", "made\r\n"])
  }

  @Test(arguments: [
    ("a_x000D_b", "a\rb"), ("_x005F_x000D_", "_x000D_"), ("_xD83D__xDE00_", "😀"), ("_xD83D_", "\u{FFFD}"),
    ("_x0000_", "_x0000_"), ("_xZZZZ_ _x12", "_xZZZZ_ _x12"), ("_x00E9__x20AC_", "é€"),
  ])
  func `characters that XML cannot hold are undone`(written: String, text: String) throws {
    let fixture = WorkbookFixture("<row><c t='s'><v>0</v></c></row>", strings: "<si><t>\(written)</t></si>")
    #expect(try fixture.firstRow() == [text])
  }

  @Test(arguments: [
    ("1", "1"), ("1.0", "1"), ("-2", "-2"), ("0", "0"), ("0.10000000000000001", "0.1"), ("1E3", "1000"),
    ("2.5E-2", "0.025"), ("007", "7"), ("1234567890123456", "1234567890123456"),
  ])
  func `numbers are as short as they can be`(written: String, text: String) throws {
    #expect(try WorkbookFixture("<row><c><v>\(written)</v></c></row>").firstRow() == [text])
  }

  @Test func `truth and errors are words, formulas their last result or their text`() throws {
    let fixture = WorkbookFixture(
      """
      <row><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'><v>#N/A</v></c><c><f>1+1</f><v>2</v></c>
      <c><f>SUM of all delays</f></c><c t='str'><f>"a"</f><v>a</v></c><c><f>1-1</f><v>0</v></c></row>
      """)
    #expect(try fixture.firstRow() == ["TRUE", "FALSE", "#N/A", "2", "=SUM of all delays", "a", "0"])
  }

  @Test func `a 0 of a program that does not calculate is no result`() throws {
    // As Taguette writes a passage that begins with "=".
    var fixture = WorkbookFixture("<row><c><f>SUM of all delays</f><v>0</v></c><c><v>0</v></c></row>")
    fixture.properties = "<calcPr calcId='124519' fullCalcOnLoad='1'/>"
    #expect(try fixture.firstRow() == ["=SUM of all delays", "0"])
  }

  @Test func `what a cell refers to must be there`() throws {
    let fixture = WorkbookFixture(
      "<row r='3'><c r='B3' t='s'><v>4</v></c></row>", strings: "<si><t>a</t></si>")
    let message = finding { _ = try fixture.firstRow() }
    #expect(message?.hasPrefix("t.xlsx:Sheet1!B3: error: the cell refers to the shared text 4") == true)
  }

  @Test(arguments: [0, 10, 100, 100_000])
  func `texts are the same in memory and out of it`(memory: Int) throws {
    let texts = (0..<3_000).map { String(repeating: "text \($0) ü ", count: $0 % 40) }
    let order = (0..<3_000).map { ($0 * 1_337) % 3_000 }
    let fixture = WorkbookFixture(
      order.map { "<row><c><v>1</v></c><c t='s'><v>\($0)</v></c></row>" }.joined(),
      strings: texts.map { "<si><t>\($0)</t></si>" }.joined())
    let workbook = try fixture.opened(stringMemory: memory)
    var rows = try workbook.rows(of: workbook.sheets[0])
    for index in order {
      #expect(try rows.next())
      #expect(rows.text(1) == texts[index])
    }
  }
}

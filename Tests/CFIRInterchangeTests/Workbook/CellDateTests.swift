import Testing

/// Day counts and their dates as Microsoft documents them for both systems; the rest from the calendar.
struct CellDateTests {
  private func text(_ days: String, _ format: String, from1904: Bool = false) throws -> String {
    var fixture = WorkbookFixture("<row><c s='1'><v>\(days)</v></c></row>", formats: [format])
    if from1904 { fixture.properties = "<workbookPr date1904='1'/>" }
    return try fixture.firstRow().first ?? ""
  }

  @Test(arguments: [
    ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"),
    ("36526", "2000-01-01"), ("40729", "2011-07-05"), ("45351", "2024-02-29"), ("2958465", "9999-12-31"),
  ])
  func `days count from 1900, with the day that never was`(days: String, date: String) throws {
    #expect(try text(days, "yyyy\\-mm\\-dd") == date)
  }

  @Test(arguments: [("0", "1904-01-01"), ("1462", "1908-01-02"), ("39267", "2011-07-05")])
  func `or from 1904`(days: String, date: String) throws {
    #expect(try text(days, "d.m.yyyy", from1904: true) == date)
  }

  @Test(arguments: [
    ("45351.5", "dd/mm/yyyy hh:mm", "2024-02-29 12:00:00"),
    ("45351.999999", "m/d/yy h:mm", "2024-03-01 00:00:00"),
    ("45351.75", "dd/mm/yyyy", "2024-02-29"), ("0.25", "h:mm AM/PM", "06:00:00"),
    ("45351.25", "h:mm:ss", "06:00:00"),
    ("0.5", "yyyy-mm-dd hh:mm", "12:00:00"), ("1.5", "[h]:mm", "36:00:00"), ("45351", "mmm yy", "2024-02-29"),
    ("45351", "[$-407]d\\. mmmm yyyy;@", "2024-02-29"), ("45351", "General", "45351"),
    ("45351", "0.00E+00", "45351"),
    ("45351", "0 \"days\"", "45351"), ("45351", "[Red]0", "45351"), ("1.5", "#,##0.00", "1.5"),
    ("-1", "yyyy-mm-dd", "-1"), ("3000000", "yyyy-mm-dd", "3000000"), ("5", "0_d", "5"),
  ])
  func `the format says what a number is`(days: String, format: String, expected: String) throws {
    #expect(try text(days, format.replacing("\"", with: "&quot;")) == expected)
  }

  @Test(arguments: [(14, "2024-02-29"), (22, "2024-02-29 00:00:00"), (20, "00:00:00"), (4, "45351")])
  func `formats that every workbook has need no code`(format: Int, expected: String) throws {
    var fixture = WorkbookFixture("<row><c s='1'><v>45351</v></c></row>")
    fixture.replaced["xl/styles.xml"] =
      "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='\(format)'/></cellXfs></styleSheet>"
    #expect(try fixture.firstRow() == [expected])
  }

  @Test func `dates that are written out stay dates`() throws {
    let fixture = WorkbookFixture(
      "<row><c t='d' s='1'><v>2024-02-29T00:00:00</v></c><c t='d'><v>2024-02-29T10:30:00</v></c></row>",
      formats: ["yyyy-mm-dd"])
    #expect(try fixture.firstRow() == ["2024-02-29", "2024-02-29 10:30:00"])
  }
}

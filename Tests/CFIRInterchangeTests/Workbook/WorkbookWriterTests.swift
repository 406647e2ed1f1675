import CFIRInterchange
import CFIRKit
import Foundation
import Testing

struct WorkbookWriterTests {
  private let file: TemporaryFile

  init() throws { file = try TemporaryFile(suffix: ".xlsx") }

  private func write(_ sheets: WorkbookWriter.Sheet...) throws -> [String] {
    try WorkbookWriter.write(sheets: sheets, to: file.path).map {
      $0.description.replacing(file.path, with: "t.xlsx")
    }
  }

  /// What a sheet has below its header.
  private func read(_ sheet: String? = nil) throws -> [[String]] {
    var records = try TabularFile.open(path: file.path, sheet: sheet)
    var rows: [[String]] = []
    while try records.next() { rows.append((0..<records.count).map { records.text($0) }) }
    return rows
  }

  /// The XML of an entry.
  private func part(_ name: String) throws -> String {
    let archive = try ZipArchive(path: file.path, name: "t.xlsx")
    return String(decoding: try archive.read(try #require(archive.entry(name))), as: UTF8.self)
  }

  @Test func `cells keep their types`() throws {
    let sheet = WorkbookWriter.Sheet(
      name: "Ratings", header: ["text", "number", "whole", "long", "none"],
      rows: [[.text("+2"), .number(0.1), .integer(-7), .integer(.max), .empty], [.text("007")]])
    #expect(try write(sheet).isEmpty)
    #expect(try read() == [["+2", "0.1", "-7", "9223372036854775807", ""], ["007", "", "", "", ""]])
    let xml = try part("xl/worksheets/sheet1.xml")
    #expect(xml.contains("<c r=\"A2\" t=\"s\">"))
    #expect(xml.contains("<c r=\"B2\"><v>0.1</v></c><c r=\"C2\"><v>-7</v></c><c r=\"D2\" t=\"s\">"))
  }

  @Test(arguments: [
    "=1+1", "=HYPERLINK(\"x\")", "+2", "-1", "@x", "https://example.org/a b", "mailto:a@example.org", "{=A1}",
    " blanks ", "two\nlines", "tab\there", "a\rb", "a\u{1}b\u{1F}", "_x000D_", "x_x0041_y",
    "\u{FFFE}\u{FFFF}", "<&>\"'",
    "Zażółć 😀 e\u{301}", "]]>",
  ])
  func `texts are texts and come back as they were`(text: String) throws {
    let sheet = WorkbookWriter.Sheet(name: "S", header: ["a", "b"], rows: [[.text(text), .integer(1)]])
    #expect(try write(sheet).isEmpty)
    #expect(try read() == [[text, "1"]])
    let xml = try part("xl/worksheets/sheet1.xml")
    #expect(!xml.contains("<f>") && !xml.contains("hyperlink"))
  }

  @Test(arguments: [
    ("x", 32_767, false), ("x", 32_768, true), ("😀", 16_383, false), ("😀", 16_384, true),
    ("\u{1}", 4_682, true), ("ü", 32_767, false),
  ])
  func `a text that is too long for a cell is cut and said`(unit: String, count: Int, isCut: Bool) throws {
    let text = String(repeating: unit, count: count)
    let findings = try write(.init(name: "S", header: ["a", "b"], rows: [[.integer(1), .text(text)]]))
    let read = try read()[0][1]
    if isCut {
      #expect(
        findings == [
          "t.xlsx:S!B2: warning: the text is longer than 32767 characters and is cut; write it as CSV"
        ])
      #expect(read.hasSuffix("…") && text.hasPrefix(read.dropLast()) && read.utf16.count <= 32_767)
    } else {
      #expect(findings.isEmpty && read == text)
    }
  }

  @Test func `what a cell cannot hold is said`() throws {
    let findings = try write(
      .init(name: "S", header: ["a", "b"], rows: [[.number(.nan), .text("a\0b")]]))
    #expect(
      findings == [
        "t.xlsx:S!A2: warning: the number is not finite and is left out; see where it comes from",
        "t.xlsx:S!B2: warning: a NUL character was replaced; see where it comes from",
      ])
    #expect(try read() == [["", "a\u{FFFD}b"]])
  }

  @Test func `sheets get names that Excel takes, each once`() throws {
    let long = "Relative priority of the innovation"
    let names = ["Matrix", "matrix", "a/b[c]:d", "'quoted'", "", "History", long, long, "Überblick"]
    let sheets = names.map { WorkbookWriter.Sheet(name: $0, header: ["a"], rows: [[.integer(1)]]) }
    let findings = try WorkbookWriter.write(sheets: sheets, to: file.path)
    let workbook = try Workbook(path: file.path, name: "t.xlsx")
    #expect(
      workbook.sheets.map(\.name) == [
        "Matrix", "matrix (2)", "a_b_c__d", "quoted", "Sheet", "History_", "Relative priority of the innova",
        "Relative priority of the in (2)", "Überblick",
      ])
    #expect(findings.count == 7)
  }

  @Test func `the header is bold, stays in view and filters`() throws {
    _ = try write(
      .init(
        name: "S", header: ["id", "a long name of a column", "text"],
        rows: [[.integer(1), .text("x"), .text(String(repeating: "words ", count: 100))]]))
    let xml = try part("xl/worksheets/sheet1.xml")
    #expect(xml.contains("state=\"frozen\"") && xml.contains("ySplit=\"1\""))
    #expect(xml.contains("<autoFilter ref=\"A1:C2\"/>"))
    #expect(xml.contains(/<c r="A1" s="[1-9]" t="s">/))
    #expect(try part("xl/styles.xml").contains("<b/>"))
    let widths = xml.matches(of: /<col [^>]*width="([0-9]+)/).map { String($0.1) }
    #expect(widths == ["8", "26", "60"])
  }

  @Test func `the same tables give the same bytes`() async throws {
    let sheet = WorkbookWriter.Sheet(name: "S", header: ["a"], rows: [[.text("x")], [.number(2.5)]])
    let other = try TemporaryFile(suffix: ".xlsx")
    _ = try write(sheet)
    // Dates in an archive are two seconds fine.
    try await Task.sleep(for: .seconds(2.1))
    _ = try WorkbookWriter.write(sheets: [sheet], to: other.path)
    #expect(
      FileManager.default.contents(atPath: file.path) == FileManager.default.contents(atPath: other.path))
  }

  @Test func `a table of a report keeps its numbers`() throws {
    var table = Table(
      "t", columns: [.init("Name"), .init("Mean", isNumeric: true), .init("n", isNumeric: true)])
    table.add([.text("3"), .number(1 / 3), .count(3)])
    table.rows.append(.heading("Domain"))
    table.add([.text("b"), .number(nil), .count(nil)])
    #expect(
      WorkbookWriter.Sheet(name: "S", table: table).rows == [
        [.text("3"), .number(1 / 3), .integer(3)], [.text("b"), .empty, .empty],
      ])
  }

  @Test func `a file is written whole or not at all`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cfir-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "t.xlsx").path
    let wide = WorkbookWriter.Sheet(
      name: "S", header: ["a"], rows: [Array(repeating: .empty, count: 16_385)])
    #expect(
      finding { _ = try WorkbookWriter.write(sheets: [wide], to: path) }?.contains(
        "the table has 1 rows and 16385 columns") == true)
    #expect(
      finding { _ = try WorkbookWriter.write(sheets: [], to: "/nowhere/t.xlsx") }?.contains(
        "cannot be written") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    _ = try WorkbookWriter.write(sheets: [.init(name: "S", header: ["a"])], to: path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["t.xlsx"])
  }
}

import CFIRInterchange
import CFIRKit
import Foundation
import Testing

/// Tables of cases in files.
struct CaseTableFileTests {
  private static func workbook(_ rows: [[WorkbookWriter.Cell]]) throws -> CaseColumns {
    let path = FileManager.default.temporaryDirectory.appending(path: "cfir-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try WorkbookWriter.write(
      sheets: [.init(name: "Cases", header: ["case", "A", "O"], rows: rows)], to: path)
    var findings = Findings()
    return try CaseTableFile.read(path, noting: &findings)
  }

  @Test func `reads a workbook and knows its cells`() throws {
    let columns = try Self.workbook([
      [.text("p"), .number(0.25), .number(1)], [.text("q"), .text("no"), .number(0)],
      [.text("r"), .text(""), .number(0)],
    ])
    #expect(columns.cases == ["p", "q", "r"])
    #expect(columns.columns.map(\.values) == [[0.25, nil, nil], [1, 0, 0]])
    let findings = columns.columns[0].findings.map(\.description)
    #expect(findings.count == 1)
    #expect(
      findings.first?.hasSuffix(
        ":Cases!B3: error: 'no' in column 'A' is not a number; write a number, or NA where there is none")
        == true)
    #expect(columns.columns[1].findings.isEmpty)
  }

  @Test(arguments: [
    ("0.5", false, WrittenNumber.number(0.5)), ("−1", false, .number(-1)), ("1e-3", false, .number(0.001)),
    ("0,5", true, .number(0.5)), ("0,5", false, .unreadable), ("1,234,5", true, .unreadable),
    ("", false, .missing), ("Missing", false, .missing), ("inf", false, .unreadable),
    ("about 3", true, .unreadable),
  ])
  func `reads numbers as people write them`(text: String, comma: Bool, number: WrittenNumber) {
    #expect(WrittenNumber(text, decimalComma: comma) == number)
  }
}

import CFIRKit
import Testing

/// What is read at once ends somewhere: at each place of a difficult text, in each encoding, it must not show.
struct BufferBoundaryTests {
  /// Rows with all that can be cut in two: quotes, doubled quotes, CRLF, line breaks inside, characters of several bytes.
  static let rows = [
    ["1", "plain", "x"], ["2", "say \"yes\"", ""], ["", "a\r\nb", "\""], ["4", "„Ü“,;\t", "end\n"],
    ["5", "\"\"", "é"],
  ]

  static let beyond16Bits = [["🙂", "𝔸\"🙂\"", "z"], ["6", "👩‍👩‍👧", "\r\n"]]

  static let text = written(rows + beyond16Bits)

  @Test(arguments: 0...text.utf8.count)
  func `a read may end at any byte of UTF-8`(offset: Int) throws {
    // 256 KiB are read at once.
    try check(Self.rows + Self.beyond16Bits, start: (1 << 18) - offset) { Array($0.utf8) }
  }

  @Test(arguments: 0...text.utf16.count)
  func `a read may end in any unit of UTF-16`(offset: Int) throws {
    // Of UTF-16 so much is read at once as surely fits when it has become UTF-8: a third of 256 KiB.
    try check(Self.rows + Self.beyond16Bits, start: (1 << 18) / 3 - 2 * offset, mark: [0xFF, 0xFE]) {
      Array(utf16($0, isLittle: true).dropFirst(2))
    }
  }

  @Test(arguments: 0...8)
  func `a read may end within a line break where blank lines are rows`(offset: Int) throws {
    let end = "1\r\n\r\n2\r\n"
    let filling = String(repeating: "x", count: (1 << 18) - "id\r\n".utf8.count - 2 - offset)
    #expect(try records("id\r\n\(filling)\r\n\(end)") == [["id"], [filling], ["1"], [""], ["2"]])
  }

  @Test(arguments: 0...written(rows).unicodeScalars.count)
  func `a read may end at any byte of Windows-1252`(offset: Int) throws {
    try check(Self.rows, start: (1 << 18) - offset, encode: windows1252)
  }

  @Test(arguments: 0...written(rows).unicodeScalars.count)
  func `a read may end at any byte of Windows-1252 after its first odd one`(offset: Int) throws {
    try check(Self.rows, header: "id,word,ü", start: (1 << 18) / 3 - offset, encode: windows1252)
  }

  /// Fills a row so that the others begin at about a place, and reads all.
  private func check(
    _ rows: [[String]], header: String = "id,word,rest", start: Int, mark: [UInt8] = [],
    encode: (String) -> [UInt8]
  ) throws {
    let lead = mark + encode(header + "\r\n")
    let filling = mark.isEmpty ? Self.filling : Self.wideFilling
    let width = mark.isEmpty ? 1 : 2
    let count = (start - lead.count) / width - 4
    let read = try records(lead + filling.prefix(count * width) + encode(",,\r\n" + Self.written(rows)))
    #expect(read.count == rows.count + 2)
    #expect(read[0].joined(separator: ",") == header)
    #expect(read[1].map(\.utf8.count) == [count, 0, 0])
    #expect(Array(read.dropFirst(2)) == rows)
  }

  private static let filling = [UInt8](repeating: 0x78, count: 1 << 18)
  private static let wideFilling = Array(
    utf16(String(repeating: "x", count: 1 << 16), isLittle: true).dropFirst(2))

  private func windows1252(_ text: String) -> [UInt8] {
    let specials: [Unicode.Scalar: UInt8] = ["„": 0x84, "“": 0x93]
    return text.unicodeScalars.map { specials[$0] ?? UInt8($0.value) }
  }

  /// Rows as text: every other cell in quotes though it needs none, so that both forms are cut.
  static func written(_ rows: [[String]]) -> String {
    rows.enumerated().map { row, cells in
      cells.enumerated().map { column, cell in
        let needsQuotes = cell.unicodeScalars.contains { "\",;\t\r\n".unicodeScalars.contains($0) }
        guard needsQuotes || (row + column) % 2 == 0 else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
      }.joined(separator: ",") + "\r\n"
    }.joined()
  }
}

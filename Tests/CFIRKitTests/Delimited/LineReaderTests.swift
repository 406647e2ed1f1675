import CFIRKit
import Foundation
import Testing

struct LineReaderTests {
  private func lines(_ bytes: [UInt8]) throws -> [String] {
    let path = FileManager.default.temporaryDirectory.appending(path: "cfir-lines-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(filePath: path))
    var reader = try LineReader(path: path, name: "t.txt")
    var lines: [String] = []
    while let line = try reader.next() { lines.append(line) }
    #expect(reader.number == lines.count)
    return lines
  }

  @Test(arguments: [
    ("a\nb\n", ["a", "b"]), ("a\r\nb", ["a", "b"]), ("a\rb\r", ["a", "b"]), ("\n\na", ["", "", "a"]),
    ("a\r\r\nb", ["a", "", "b"]), ("", []), ("\u{FEFF}ä", ["ä"]), ("a\n\r\n", ["a", ""]),
  ])
  func `ends lines in any of the three ways`(text: String, expected: [String]) throws {
    #expect(try lines(Array(text.utf8)) == expected)
  }

  @Test func `reads Windows-1252 and UTF-16 by their bytes`() throws {
    #expect(try lines([0x61, 0xE4, 0x0A, 0x96]) == ["aä", "–"])
    #expect(try lines([0xFF, 0xFE, 0xE4, 0x00, 0x0A, 0x00, 0x62, 0x00]) == ["ä", "b"])
  }

  @Test func `reads a file of any length, whatever stands where it is cut`() throws {
    for shift in 0..<4 {
      let expected = [String(repeating: "x", count: shift)] + (0..<200_000).map { "line ä \($0)" }
      #expect(try lines(Array(expected.joined(separator: "\r\n").utf8)) == expected)
    }
  }

  @Test func `says where a byte is no text`() throws {
    let said = #expect(throws: Finding.self) { try lines(Array("ä\nb\n".utf8) + [0xFF, 0x0A]) }
    #expect(said?.origin.line == 3)
    #expect(said?.message == "byte 0xFF is not UTF-8, as the text before it is")
  }
}

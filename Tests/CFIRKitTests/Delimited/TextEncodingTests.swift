import CFIRKit
import Foundation
import Testing

struct TextEncodingTests {
  @Test(arguments: [true, false])
  func `reads UTF-16 by its mark, characters beyond 16 bits among it`(isLittle: Bool) throws {
    let text = "name\tword\r\nŁódź\t\"🙂 and\n𝔸\"\r\né\t\u{FFFD}\r\n"
    var reader = try RecordReader(bytes: utf16(text, isLittle: isLittle), file: "t.txt")
    #expect(reader.encoding == (isLittle ? .utf16LittleEndian : .utf16BigEndian))
    #expect(reader.header == ["name", "word"])
    #expect(try reader.next())
    #expect(reader.text(0) == "Łódź" && reader.text(1) == "🙂 and\n𝔸")
    #expect(try reader.next())
    #expect(reader.text(0) == "é" && reader.text(1) == "\u{FFFD}")
    #expect(try !reader.next())
  }

  @Test func `stands half a character of UTF-16 for by the replacement character`() throws {
    // A high surrogate before a letter, a low one alone, and a high one at the very end.
    let wrong: [UInt8] = [0x00, 0xD8, 0x41, 0x00, 0x00, 0xDC, 0x42, 0x00, 0x00, 0xD8]
    #expect(try records(utf16("a,b\n1,", isLittle: true) + wrong)[1] == ["1", "\u{FFFD}A\u{FFFD}B\u{FFFD}"])
  }

  @Test(arguments: 0x80...0xFF as ClosedRange<UInt8>)
  func `reads each byte of Windows-1252`(byte: UInt8) throws {
    var reader = try RecordReader(bytes: Array("a,b\nx".utf8) + [byte] + Array("y,2\n".utf8), file: "t.csv")
    #expect(try reader.next())
    #expect(reader.encoding == .windows1252)
    // Foundation's own table; the five bytes without a character become U+FFFD.
    let undefined: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    let character =
      undefined.contains(byte) ? "\u{FFFD}" : try #require(String(bytes: [byte], encoding: .windowsCP1252))
    #expect(reader.text(0) == "x\(character)y")
    #expect(reader.text(1) == "2")
  }

  @Test func `takes two bytes that are a character of UTF-8 for one`() throws {
    var reader = try RecordReader(bytes: Array("a,b\n1,".utf8) + [0xC3, 0xA9], file: "t.csv")
    #expect(try reader.next())
    #expect(reader.encoding == .utf8)
    #expect(reader.text(1) == "é")
  }

  @Test(arguments: [0, 1, 87_000, 131_072, 262_140, 262_144, 300_000, 800_000])
  func `reads Windows-1252 to its end, however late its first odd byte comes`(plain: Int) throws {
    // Rows of plain text, then as many of accented letters and typographic quotes as fill many reads.
    let before = plain / 16
    let odd: [UInt8] =
      Array("caf".utf8) + [0xE9] + Array(",".utf8) + [0x84, 0xFC, 0x93, 0x80] + Array("\n".utf8)
    let bytes =
      Array("name,word\n".utf8) + Array(String(repeating: "plain,ascii row\n", count: before).utf8)
      + (0..<40_000).flatMap { _ in odd }
    var reader = try RecordReader(bytes: bytes, file: "t.csv")
    var (plainRows, oddRows) = (0, 0)
    while try reader.next() {
      switch (reader.text(0), reader.text(1)) {
      case ("plain", "ascii row"): plainRows += 1
      case ("café", "„ü“€"): oddRows += 1
      default: Issue.record("row \(plainRows + oddRows + 2) is \(reader.text(0)),\(reader.text(1))")
      }
    }
    #expect(reader.encoding == .windows1252)
    #expect(plainRows == before)
    #expect(oddRows == 40_000)
    // Past the last row: the line after it.
    #expect(reader.line().line == 2 + before + 40_000)
  }

  @Test(arguments: [true, false])
  func `reads long UTF-16 to its end`(isLittle: Bool) throws {
    let text = "name\tword\n" + String(repeating: "Łódź\t🙂„x“\n", count: 60_000)
    let rows = try records(utf16(text, isLittle: isLittle))
    #expect(rows.count == 60_001)
    #expect(rows.dropFirst().allSatisfy { $0 == ["Łódź", "🙂„x“"] })
  }
}

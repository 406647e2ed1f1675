import CFIRKit
import Testing

struct RecordProblemTests {
  @Test(arguments: [
    ("", "t.csv", "the file is empty"),
    ("\n\n", "t.csv:1", "there is no header row"),
    ("a,b\n1,\"open\n2,3\n", "t.csv:2:3", "a quote opens here and is never closed"),
    ("a,b\n\"x\ny\",\"open\n2,3\n", "t.csv:3:4", "a quote opens here and is never closed"),
    ("a,b\n\"done\",\"with \"\" inside\n", "t.csv:2:8", "a quote opens here and is never closed"),
    ("\"open,b\n1,2\n", "t.csv:1:1", "a quote opens here and is never closed"),
    ("a,b\nü,\"x\"y\n", "t.csv:2:6", "text follows a closing quote"),
    ("a,b\n\"x\ny\" ,2\n", "t.csv:3:3", "text follows a closing quote"),
    ("a,b\n1,x\0y\n", "t.csv:2:4", "there is a NUL byte here"),
  ])
  func `says what stops it and where`(text: String, place: String, message: String) throws {
    let finding = try #require(problem(Array(text.utf8)))
    #expect(finding.origin.description == place)
    #expect(finding.message.hasPrefix(message))
    #expect(finding.severity == .error)
    #expect(!finding.fix.isEmpty)
  }

  @Test func `says where a quote opened, however long ago`() throws {
    let text = "a,b\n1,2\n3,\"open\n" + String(repeating: "words and words\n", count: 50_000)
    let finding = try #require(problem(Array(text.utf8)))
    #expect(finding.origin.description == "t.csv:3:3")
  }

  @Test func `gives up on a record that is longer than any can be`() throws {
    let text =
      "a,b\n1,2\n3,\"open\n"
      + String(repeating: "words and words, and on\n", count: (RecordReader.longestRecord / 24) * 3)
    let finding = try #require(problem(Array(text.utf8)))
    #expect(finding.origin.description == "t.csv:3:3")
    #expect(finding.message.contains("16 MiB"))
  }

  @Test(
    arguments: [
      // A continuation byte alone, an overlong form, a surrogate, past U+10FFFF, and a sequence cut by a letter.
      [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82, 0x41],
    ] as [[UInt8]])
  func `refuses bytes that are not UTF-8 after some that are`(wrong: [UInt8]) throws {
    let finding = try #require(problem(Array("a,b\né,x".utf8) + wrong + Array("\n1,2\n".utf8)))
    #expect(finding.origin.description == "t.csv:2:4")
    #expect(finding.message.contains("0x" + String(wrong[0], radix: 16, uppercase: true)))
  }

  @Test func `says where a late byte is wrong`() throws {
    let rows = String(repeating: "1,2\n", count: 100_000)
    let finding = try #require(problem(Array("a,ö\n\(rows)3,4".utf8) + [0xFF]))
    #expect(finding.origin.description == "t.csv:100002:4")
  }

  @Test func `says that UTF-16 ends in the middle of a character`() throws {
    let finding = try #require(problem(utf16("a,b\n1,2", isLittle: true) + [0x41]))
    #expect(finding.origin.description == "t.csv:2:4")
  }

  @Test func `says that UTF-16 without its mark needs one`() throws {
    let finding = try #require(problem(Array(utf16("a,b\n1,2", isLittle: true).dropFirst(2))))
    #expect(finding.fix.contains("byte order mark"))
  }

  @Test func `says that a file is not there, and that a folder is no table`() {
    #expect {
      _ = try RecordReader(path: "/nowhere/at/all.csv", name: "all.csv")
    } throws: { ($0 as? Finding)?.description.hasPrefix("all.csv: error: the file cannot be read") == true }
    #expect {
      _ = try RecordReader(path: "/")
    } throws: { ($0 as? Finding)?.message == "this is a folder, not a table" }
  }
}

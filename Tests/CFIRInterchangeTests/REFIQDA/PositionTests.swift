import CFIRKit
import Testing

@testable import CFIRInterchange

/// How programs count: a talk with emoji, a combining mark and line breaks, coded in every convention that is known.
struct PositionTests {
  /// U+0065 U+0301 is one letter and two code points; each emoji is two units of UTF-16.
  private static let lines = [
    "I: How was it? 😀😀", "P: Cafe\u{301} culture helped 🎉 us,", "the money did not. 🙈 At all.",
  ]
  private static let coded = ["culture helped 🎉 us,", "the money did not.", "At all.", "Cafe\u{301}"]

  struct Writer: CustomTestStringConvertible, Sendable {
    var name: String
    var newline = "\n"
    var mark = false
    var convention = PositionConvention()
    var testDescription: String { name }

    /// A position in the text with LF, as the program counts it.
    func position(_ place: Int, in text: [Unicode.Scalar]) -> Int {
      let before = text[..<place]
      return place + (convention.countsMark ? 1 : 0)
        + (convention.unit == .utf16 ? before.count { $0.value > 0xFFFF } : 0)
        + (convention.countsBreaksTwice ? before.count { $0 == "\n" } : 0)
    }
  }

  static let writers = [
    Writer(name: "the standard, qc: code points, LF"),
    Writer(name: "QualCoder: LF and a mark that does not count", mark: true),
    Writer(name: "QualCoder for MAXQDA, ATLAS.ti: CRLF counts as one", newline: "\r\n", mark: true),
    Writer(
      name: "NVivo for Windows: UTF-16, CRLF counts as two", newline: "\r\n", mark: true,
      convention: .init(unit: .utf16, countsBreaksTwice: true)),
    Writer(name: "code points, CRLF as two", newline: "\r\n", convention: .init(countsBreaksTwice: true)),
    Writer(name: "UTF-16, LF", convention: .init(unit: .utf16)),
    Writer(name: "UTF-16, CRLF as one", newline: "\r\n", convention: .init(unit: .utf16)),
    Writer(name: "the mark counts", mark: true, convention: .init(countsMark: true)),
  ]

  private func project(_ writer: Writer, named: Bool) throws -> QDPXContents {
    let text = Array(Self.lines.joined(separator: "\n").unicodeScalars)
    let selections = try Self.coded.map { words in
      let wanted = Array(words.unicodeScalars)
      let start = try #require(
        (0...text.count - wanted.count).first { Array(text[$0..<$0 + wanted.count]) == wanted })
      return QDPXFixture.selection(
        writer.position(start, in: text), writer.position(start + wanted.count, in: text),
        name: named ? words : "")
    }
    let file = (writer.mark ? "\u{FEFF}" : "") + Self.lines.joined(separator: writer.newline)
    return try QDPXFixture.source(Array(file.utf8), selections.joined()).read()
  }

  @Test(arguments: writers)
  func `named selections are found wherever their words are`(writer: Writer) throws {
    let contents = try project(writer, named: true)
    #expect(contents.documents.map(\.text) == [Self.lines.joined(separator: "\n")])
    #expect(Set(contents.codings) == Set(Self.coded.map { "\($0) | Context > Culture | Ada" }))
    let note = try #require(contents.account.findings.first)
    #expect(note.severity == .note)
    #expect(note.message.hasPrefix("positions are read as \(writer.convention.words) in 1 document"))
    #expect(note.message.hasSuffix("4 of 4 selections have the words that they are named after"))
  }

  @Test(arguments: writers)
  func `selections without names begin and end at words`(writer: Writer) throws {
    let contents = try project(writer, named: false)
    #expect(Set(contents.codings) == Set(Self.coded.map { "\($0) | Context > Culture | Ada" }))
    let note = try #require(contents.account.findings.first)
    #expect(note.severity == .note)
    #expect(note.message.hasSuffix("4 of 4 selections begin and end at a word or a line"))
  }

  @Test func `names that are cut, or have blanks for line breaks, are names all the same`() throws {
    let words = "a long line of talk " + String(repeating: "that goes on ", count: 10) + "\nand on"
    let text = Array(("😀 " + words).utf8)
    let length = words.unicodeScalars.count
    let name = String(words.replacing("\n", with: " ").prefix(70)) + "…"
    let contents = try QDPXFixture.source(text, QDPXFixture.selection(2, 2 + length, name: name)).read()
    #expect(contents.account.notes.first?.message.contains("1 of 1 selections have the words") == true)
  }

  @Test func `what cannot be verified is said`() throws {
    // Both readings cut words in two, and the name is one that somebody has given.
    let contents = try QDPXFixture.source(
      Array("😀 culture 😀 eats strategy".utf8), QDPXFixture.selection(5, 15, name: "my quote")
    )
    .read()
    let warning = try #require(contents.account.findings.first)
    #expect(warning.severity == .warning)
    #expect(warning.message.contains("code points") && warning.message.contains("cannot be verified"))
    #expect(contents.codings == ["ture 😀 eat | Context > Culture | Ada"])
  }

  @Test func `a document that does not tell follows those before it`() throws {
    var fixture = QDPXFixture(xml: QDPXFixture.codebook + "<Sources>")
    // In UTF-16 the words begin at 3 and end at 10.
    for (number, name) in ["culture", ""].enumerated() {
      fixture.xml += """
        <TextSource guid="\(QDPXFixture.id(number + 1))" plainTextPath="internal://\(number).txt">\
        \(QDPXFixture.selection(3, 10, name: name))</TextSource>
        """
      fixture.files.append(("sources/\(number).txt", Array(["😀 culture", "😀🙂culture"][number].utf8)))
    }
    fixture.xml += "</Sources>"
    let contents = try fixture.read()
    #expect(contents.documents.map(\.name) == ["0.txt", "1.txt"])
    #expect(contents.codings.first == "culture | Context > Culture | Ada")
    #expect(
      contents.account.notes.map(\.message).contains {
        $0.hasSuffix("the documents themselves do not tell, those before them do")
      })
  }
}

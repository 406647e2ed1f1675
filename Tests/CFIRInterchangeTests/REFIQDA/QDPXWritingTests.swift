import CFIRKit
import Foundation
import Testing

@testable import CFIRInterchange

struct QDPXWritingTests {
  /// Emoji, a combining mark, several lines, and passages that overlap.
  private static let text = "I: How was it? 😀\nP: Cafe\u{301} culture – \"helped\" <us> & 🎉.\n\nNo money.\n"

  private static let outline: ProjectOutline = {
    var outline = ProjectOutline()
    outline.title = "Pilot & more"
    outline.codes = [
      .init(path: ["Context"], description: "Where it happens", isCodable: false),
      .init(
        path: ["Context", "Culture"], color: "#0AF564", memos: ["Was 'climate' before.", "Line 1\nLine 2"]),
      .init(
        path: ["Barrier > Money"], description: "<none> & nothing",
        guid: "12345678-1234-4234-8234-123456789ABC"),
    ]
    outline.coders = ["Ada", "Bo \"B\"", "Nobody yet"]
    outline.cases = [
      .init(
        name: "P1", description: "Nurse", sources: ["Talk"],
        variables: [.init(name: "Years", value: "3.5"), .init(name: "Role", value: "007")]),
      .init(name: "P2"),
    ]
    outline.memos = ["About the pilot.", "A second thought."]
    return outline
  }()

  private static let documents: [ProjectDocument] = {
    var talk = ProjectDocument(name: "Talk", group: "North")
    talk.text = text
    talk.variables = [.init(name: "Years", value: "12"), .init(name: "Open", value: "true")]
    talk.memos = ["Recorded at noon.", "Loud."]
    talk.passages = [
      .init(0..<16, "Barrier > Money", memos: ["First.", "Second."]),
      .init(20..<33, "Context", by: []),
      .init(20..<54, "Context", by: ["Ada", "Bo \"B\"", "Ada"], date: "2024-03-14T10:15:00Z"),
      .init(25..<60, "Barrier > Money"),
      .init(56..<65, "Barrier > Money", by: ["Bo \"B\"", ""], date: "2024-03-15T08:00:00+01:00"),
    ]
    talk.passages[0].codings = [.init(code: ["Context", "Culture"], coder: "Ada", memos: ["Why?", "So."])]
    talk.passages[1].memos = ["Without a code."]
    talk.passages[2].codings[2].code = ["Context", "Culture"]
    talk.passages[3].participant = "P2"
    for index in talk.passages.indices { talk.passages[index].guid = QDPXFixture.id(index + 1) }
    var empty = ProjectDocument(name: "Empty", group: "South")
    empty.variables = [.init(name: "Day", value: "2024-03-14")]
    return [talk, empty, ProjectDocument(name: "Third", group: "North", text: "x")]
  }()

  /// Writes a project and reads what was written.
  private func written(_ project: any ProjectSource) throws -> (
    contents: QDPXContents, account: ImportAccount, bytes: Data
  ) {
    let folder = try StudyFolder([:])
    let path = folder.path + "/pilot.qdpx"
    let account = try QDPXWriter.write(project, to: path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["pilot.qdpx"])
    return (try QDPXContents(path), account, try Data(contentsOf: URL(filePath: path)))
  }

  @Test func `a project that is written and read is the same project`() throws {
    let first = try written(MemoryProject(Self.outline, Self.documents)).contents
    #expect(first.documents[0].text == Self.text)
    #expect(first.documents[0].passages.map(\.codings) == Self.documents[0].passages.map(\.codings))
    #expect(first.documents[0].passages.map(\.memos) == Self.documents[0].passages.map(\.memos))
    #expect(first.documents[0].passages.map(\.participant) == Self.documents[0].passages.map(\.participant))
    #expect(first.documents.map(\.memos) == Self.documents.map(\.memos))
    #expect(first.documents.map(\.variables) == Self.documents.map(\.variables))
    #expect(first.documents.map(\.group) == Self.documents.map(\.group))
    #expect(first.outline.codes.map(\.path) == Self.outline.codes.map(\.path))
    #expect(first.outline.codes.map(\.memos) == Self.outline.codes.map(\.memos))
    #expect(first.outline.codes.map(\.description) == Self.outline.codes.map(\.description))
    #expect(first.outline.codes.map(\.color) == Self.outline.codes.map(\.color))
    #expect(first.outline.coders == Self.outline.coders)
    #expect(first.outline.cases == Self.outline.cases)
    #expect(first.outline.memos == Self.outline.memos)
    let second = try written(MemoryProject(first.outline, first.documents)).contents
    #expect(second.placeless == first.placeless)
  }

  @Test func `what another program wrote survives being written again`() throws {
    let text = Array("\u{FEFF}I: So? 😀\r\nP: Our culture helps.\r\n".utf8)
    let inside = "<Description>quietly</Description>"
    var fixture = QDPXFixture.source(
      text,
      QDPXFixture.selection(18, 25, name: "culture", inside: inside)
        + QDPXFixture.selection(18, 25, name: "culture", code: 82, user: 91)
        + QDPXFixture.selection(14, 31, name: "Our culture helps", code: 82, user: 91))
    fixture.attributes = #"xmlns="urn:QDA-XML:project:1.0" name="Pilot" origin="NVivo""#
    // UTF-16, CR and LF as two: the emoji and the line break before the words count twice.
    let first = try fixture.read()
    #expect(
      first.codings == [
        "Our culture helps | Barrier | Bo", "culture | Context > Culture | Ada", "culture | Barrier | Bo",
      ])
    var second = try written(MemoryProject(first.outline, first.documents)).contents
    second.outline.program = first.outline.program
    #expect(second.placeless == first.placeless)
  }

  @Test func `the same project gives the same bytes`() throws {
    let first = try written(MemoryProject(Self.outline, Self.documents)).bytes
    #expect(try written(MemoryProject(Self.outline, Self.documents)).bytes == first)
  }

  @Test func `elements stand in the order of the schema, and no container is empty`() throws {
    let folder = try StudyFolder([:])
    func project(_ source: any ProjectSource) throws -> String {
      _ = try QDPXWriter.write(source, to: folder.path + "/p.qdpx")
      let archive = try ZipArchive(path: folder.path + "/p.qdpx", name: "p.qdpx")
      #expect(archive.entries.first?.name == "project.qde")
      #expect(
        archive.entries.dropFirst().allSatisfy { $0.name.hasPrefix("sources/") && $0.name.hasSuffix(".txt") })
      return String(decoding: try archive.read(try #require(archive.entry("project.qde"))), as: UTF8.self)
    }
    let full = try SchemaOrder(try project(MemoryProject(Self.outline, Self.documents)))
    #expect(full.problems.isEmpty)
    #expect(
      full.parts == [
        "Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Sets", "Description", "NoteRef",
      ])
    let bare = try SchemaOrder(try project(MemoryProject([ProjectDocument(name: "", text: "x")])))
    #expect(bare.problems.isEmpty)
    #expect(bare.parts == ["Sources"])
    #expect(try SchemaOrder(try project(MemoryProject([]))).parts.isEmpty)
  }

  @Test func `characters that XML cannot hold are left out and positions moved`() throws {
    var document = ProjectDocument(name: "Talk", text: "\u{FEFF}a\u{0}b\r\nc\u{B}ulture \u{FFFE}works\rhere")
    let culture = 6..<14
    document.passages = [.init(culture, "Culture"), .init(2..<3, "Culture"), .init(90..<99, "Culture")]
    let (contents, account, _) = try written(MemoryProject([document]))
    #expect(contents.documents[0].text == "ab\nculture works\nhere")
    #expect(contents.codings == ["culture | Culture | Ada"])
    let left = Dictionary(account.left.map { ($0.reason.key, $0.count) }) { $0 + $1 }
    #expect(left == ["illegal-character": 3, "empty-passage": 1, "out-of-range": 1])
  }

  @Test(arguments: [
    ("2024-03-14T10:15:00Z", "2024-03-14T10:15:00Z"),
    ("2024-03-14T10:15:00.25+01:00", "2024-03-14T10:15:00.25+01:00"),
    ("2024-03-14 9:05", "2024-03-14T09:05:00"), ("2024-02-29", "2024-02-29T00:00:00"),
    ("30.11.2017 20:55:14", "2017-11-30T20:55:14"), ("3/14/2024", nil), ("2023-02-29", nil),
    ("yesterday", nil),
    ("2024-03-14T25:00:00", nil),
  ])
  func `dates become those of the schema where they can be read in one way`(written: String, date: String?) {
    #expect(REFIDate(written)?.text == date)
  }

  @Test func `a date that can be read in several ways is left out and said`() throws {
    let document = ProjectDocument(
      name: "Talk", text: "abc", passages: [.init(0..<3, "Culture", date: "3/4/2024")])
    let (contents, account, _) = try written(MemoryProject([document]))
    #expect(contents.documents[0].passages[0].codings.map(\.date) == [""])
    #expect(account.left.map(\.reason.key) == ["date"])
    #expect(account.left.first?.examples == ["3/4/2024"])
  }

  @Test func `a selection is named after its words in one line, cut where they are long`() {
    #expect(SelectionName.name(of: "  a\n\tb  ".utf8) == "a b")
    #expect(
      SelectionName.name(of: String(repeating: "é", count: 101).utf8) == String(repeating: "é", count: 100)
        + "…")
    #expect(
      SelectionName.name(of: String(repeating: "x", count: 100).utf8) == String(repeating: "x", count: 100))
  }

  @Test func `a project that cannot be written leaves what was there`() throws {
    final class Broken: ProjectSource {
      let outline = ProjectOutline()
      let account = ImportAccount(file: "", format: "")
      func nextDocument() throws(Finding) -> ProjectDocument? {
        throw .error(at: Origin(file: "x"), "broken", fix: "")
      }
    }
    let folder = try StudyFolder(["p.qdpx": "before"])
    #expect(throws: Finding.self) { try QDPXWriter.write(Broken(), to: folder.path + "/p.qdpx") }
    #expect(try String(contentsOfFile: folder.path + "/p.qdpx", encoding: .utf8) == "before")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["p.qdpx"])
    let error = #expect(throws: Finding.self) {
      try QDPXWriter.write(MemoryProject([]), to: folder.path + "/no/p.qdpx")
    }
    #expect(error?.message.contains("cannot be written") == true)
  }

  @Test func `the account tells what reading left and what writing left`() throws {
    let project = MemoryProject([ProjectDocument(name: "Talk", text: "a\u{1}\u{2}b")])
    project.account.leave(.graph, at: Origin(file: "x"), named: "Map")
    let account = try written(project).account
    #expect(account.left.map(\.reason.key) == ["graph", "illegal-character"])
    #expect(account.left.map(\.count) == [1, 2])
  }
}

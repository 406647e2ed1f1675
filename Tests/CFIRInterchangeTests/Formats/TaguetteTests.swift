import Foundation
import GRDB
import Testing

@testable import CFIRInterchange

struct TaguetteTests {
  @Test func `counts a highlight and tag once, however often an export of one tag repeats it`() throws {
    let imported = try Imported(
      """
      id,document,tag,content
      3,N1,Role clarity,We never knew.
      3,N1,Barrier,We never knew.
      3,N1,Role clarity,We never knew.
      3,N1,Barrier,We never knew.
      4,N1,Barrier,We never knew.
      """)
    #expect(imported.rows.map(\.id) == ["N1#3", "N1#3", "N1#4"])
    #expect(imported.left == ["repeated": 2])
    #expect(imported.account.left.first?.first.description == "export.csv:4:6")
    #expect(imported.account.codings == 3)
  }

  @Test func `says what it leaves: rows without a tag, without words, and what a spreadsheet made of them`()
    throws
  {
    let imported = try Imported(
      "id,document,tag,content\n1,N1,,Words.\n2,N1,Culture,\n3,N1,Culture,#NAME?\n4,N1,Culture,Words.\n")
    #expect(imported.left == ["uncoded": 1, "without-text": 1, "calculated": 1])
    #expect(imported.rows.count == 1)
  }

  /// A project whose tables were changed after it was written.
  private func project(_ change: (Database) throws -> Void) throws -> Imported {
    let folder = try StudyFolder([:])
    let path = folder.path + "/p.sqlite3"
    try InventedProject().writeTaguetteProject(to: path, changing: change)
    let before = try Data(contentsOf: URL(filePath: path))
    defer { #expect((try? Data(contentsOf: URL(filePath: path))) == before, "it is never written") }
    return try Imported(path: path, name: "p.sqlite3")
  }

  @Test func `takes coders and dates from the log, per tag`() throws {
    let imported = try project { database in
      // Carla adds a tag to the first highlight: the log has it again with all its tags.
      try database.execute(
        sql: """
          INSERT INTO highlight_tags SELECT 1, id FROM tags WHERE path = 'Money, time';
          INSERT INTO commands SELECT NULL, '2024-04-01 09:00:00', 'carla', 1, 1,
            json_object('type', 'highlight_add', 'highlight_id', 1, 'tags', json_group_array(tag_id))
          FROM highlight_tags WHERE highlight_id = 1
          """)
    }
    let first = imported.rows.filter { $0.text == "It was hard 😀 at first." }
    #expect(
      first.map { $0.joined(.code, .coder, .date) } == [
        "Barrier|anna|2024-03-01 10:00:00", "CFIR/Inner Setting/Culture|anna|2024-03-01 10:00:00",
        "Money, time|carla|2024-04-01 09:00:00",
      ])
    #expect(imported.rows.last?.coder == "ben")
  }

  @Test func `names the highlights without a tag by their first words and their place`() throws {
    let left = try #require(try project { _ in }.account.left.first)
    #expect(left.reason.key == "untagged-highlight" && left.examples == ["How did it begin?"])
    #expect(left.first.description == "p.sqlite3:North 1:3")
  }

  @Test func `finds words again whose position is wrong, and says so; leaves what cannot be found`() throws {
    let moved = try project {
      try $0.execute(sql: "UPDATE highlights SET start_offset = start_offset + 1 WHERE id = 2")
    }
    let row = try #require(moved.rows.first { $0.code == "Money, time" })
    #expect(row.text == "at first. We had no desk & no key.")
    #expect(moved.notes == ["a highlight's position does not select its words; it is placed by the words"])
    let lost = try project {
      try $0.execute(sql: "UPDATE highlights SET start_offset = start_offset + 1 WHERE id = 3")
    }
    #expect(lost.left["misplaced-highlight"] == 1)
  }

  @Test func `refuses a database of several projects, and one that is damaged`() throws {
    let several = finding {
      _ = try project { try $0.execute(sql: "INSERT INTO projects VALUES (2, 'Another', '')") }
    }
    #expect(several?.hasPrefix("p.sqlite3: error: this database holds 2 projects") == true)
    let damaged = finding { _ = try project { try $0.execute(sql: "DROP TABLE highlights") } }
    #expect(damaged?.hasPrefix("p.sqlite3: error: the database cannot be read (no such table") == true)
  }

  @Test func `knows a project's outline: title, tags with what they mean, coders`() throws {
    let folder = try StudyFolder([:])
    try InventedProject().writeTaguetteProject(to: folder.path + "/p.sqlite3")
    let source = try TaguetteProject().openProject(FileSample(path: folder.path + "/p.sqlite3", name: "p"))
    #expect(source.outline.title == "Desks and keys" && source.outline.coders == ["anna", "ben"])
    #expect(source.outline.codes.map(\.path).contains(["Money, time"]))
    #expect(source.outline.codes.first?.description == "What Barrier means")
  }
}

struct PlainTextTests {
  @Test(arguments: [
    ("<p>One</p><p>Two</p>", "One\nTwo\n"), ("a<br>b<br/>c", "a\nb\nc"), ("H<sub>2</sub>O", "H2O"),
    ("&lt;b&gt; &amp;amp; &#x27;&#228;&nbsp;&unknown; AT&T", "<b> &amp; 'ä\u{A0}&unknown; AT&T"),
    ("a <!-- <p>no</p> --> b", "a  b"), ("<a title=\"x > y\">z</a>", "z"), ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
    ("<p>unfinished <b", "unfinished "), ("&", "&"), ("", ""), ("<p>a</p>\r\n<p>b</p>", "a\n\nb\n"),
  ])
  func `reads the words between tags`(html: String, text: String) {
    #expect(MarkupWords(html: html).text == text)
  }

  @Test func `finds characters by the bytes of the text between tags`() {
    let text = MarkupWords(html: "<p>ä😀</p><p>b<i>c</i></p>")
    // ä is two bytes, 😀 four; the line break between the paragraphs is none.
    #expect(text.text == "ä😀\nbc\n")
    #expect(text.characters(inBytes: 0..<2) == 0..<1)
    #expect(text.characters(inBytes: 2..<6) == 1..<2)
    #expect(text.characters(inBytes: 6..<8) == 3..<5)
    #expect(text.characters(inBytes: 2..<7) == 1..<4)
    #expect(text.characters(inBytes: 1..<6) == nil)
    #expect(text.characters(inBytes: 0..<9) == nil)
  }
}

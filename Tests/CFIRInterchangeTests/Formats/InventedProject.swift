import CFIRKit
import Foundation
import GRDB

/// An invented project, written as Taguette and QualCoder write theirs.
struct InventedProject {
  /// A highlight: what is marked, which occurrence of it, and its tags.
  struct Highlight {
    var words: String
    var occurrence = 1
    var tags: [String]
  }

  struct Document {
    var name: String
    /// As Taguette keeps it.
    var html: String
    var highlights: [Highlight]

    /// The text between the tags.
    var text: String {
      html.replacing(/<[^>]+>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&amp;", with: "&")
    }

    /// Where a highlight stands in ``text``.
    func range(_ highlight: Highlight) -> Range<String.Index>? {
      var found = text.range(of: highlight.words)
      for _ in 1..<highlight.occurrence {
        found = found.flatMap { text.range(of: highlight.words, range: $0.upperBound..<text.endIndex) }
      }
      return found
    }
  }

  static let culture = "CFIR/Inner Setting/Culture"

  let documents = [
    Document(
      name: "North 1",
      html: """
        <h1>Interview 1</h1>
        <p><b>I:</b> How did it begin?</p>
        <p><b>P:</b> It was hard 😀 at first. We had <em>no</em> desk &amp; no key. Nobody asked us. Nobody asked us.</p>
        """,
      highlights: [
        Highlight(words: "It was hard 😀 at first.", tags: [culture, "Barrier"]),
        Highlight(words: "at first. We had no desk & no key.", tags: ["Money, time"]),
        Highlight(words: "Nobody asked us.", tags: ["Barrier"]),
        Highlight(words: "Nobody asked us.", occurrence: 2, tags: [culture]),
        Highlight(words: "How did it begin?", tags: []),
      ]),
    Document(
      name: "Süd, Gruppe",
      html: """
        <p>„Was macht die hier?“ – das fragte die Pflege.</p><p>=Kosten: 450 €, "mehr nicht".</p>
        <p>Żółć 🎉🎉 &lt;so&gt; endet es.</p>
        """,
      highlights: [
        Highlight(words: "„Was macht die hier?“", tags: [culture]),
        Highlight(words: "=Kosten: 450 €, \"mehr nicht\".", tags: ["Money, time", "Barrier"]),
        Highlight(words: "🎉 <so> endet es.", tags: ["Use of \"own words\""]),
      ]),
  ]

  /// Every coding: document, code and words.
  var codings: [(document: Document, code: String, highlight: Highlight, number: Int)] {
    var number = 0
    return documents.flatMap { document in
      document.highlights.flatMap { highlight in
        number += 1
        return highlight.tags.map { (document, $0, highlight, number) }
      }
    }
  }

  // MARK: Taguette

  private var taguetteRows: [[String]] {
    [["id", "document", "tag", "content"]]
      + codings.map { [String($0.number), $0.document.name, $0.code, $0.highlight.words] }
  }

  var taguetteCSV: String { csv(taguetteRows, end: "\r\n") }

  /// Words that begin with `=` become formulas without a result, as in Taguette's workbooks.
  var taguetteWorkbook: [UInt8] {
    let rows = taguetteRows.enumerated().map { index, cells in
      let written = zip(["A", "B", "C", "D"], cells).map { column, text in
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return text.hasPrefix("=")
          ? "<c r='\(column)\(index + 1)'><f>\(escaped.dropFirst())</f><v>0</v></c>"
          : "<c r='\(column)\(index + 1)' t='inlineStr'><is><t>\(escaped)</t></is></c>"
      }
      return "<row r='\(index + 1)'>\(written.joined())</row>"
    }
    var workbook = WorkbookFixture(rows.joined())
    workbook.properties = "<calcPr calcId='124519' fullCalcOnLoad='1'/>"
    return workbook.bytes
  }

  /// Writes a project as Taguette 1.5 does; the highlights' offsets count UTF-8 bytes of the text between the tags.
  func writeTaguetteProject(to path: String, changing change: (Database) throws -> Void = { _ in }) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      try database.execute(sql: Self.taguetteSchema)
      let tags = Array(Set(codings.map(\.code))).sorted()
      for (index, tag) in tags.enumerated() {
        try database.execute(
          sql: "INSERT INTO tags VALUES (?, 1, ?, ?)", arguments: [index + 1, tag, "What \(tag) means"])
      }
      var number = 0
      for (index, document) in documents.enumerated() {
        try database.execute(
          sql: "INSERT INTO documents VALUES (?, ?, '', ?)",
          arguments: [index + 1, document.name, document.html])
        for highlight in document.highlights {
          number += 1
          guard let range = document.range(highlight) else { continue }
          let start = document.text[..<range.lowerBound].utf8.count
          let ids = highlight.tags.map { (tags.firstIndex(of: $0) ?? 0) + 1 }
          let snippet = highlight.words.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
          try database.execute(
            sql: "INSERT INTO highlights VALUES (?, ?, ?, ?, ?)",
            arguments: [
              number, index + 1, start, start + highlight.words.utf8.count, "<p>\(snippet)</p>",
            ])
          for id in ids {
            try database.execute(sql: "INSERT INTO highlight_tags VALUES (?, ?)", arguments: [number, id])
          }
          try database.execute(
            sql: "INSERT INTO commands VALUES (NULL, ?, ?, 1, ?, ?)",
            arguments: [
              "2024-03-0\(index + 1) 10:00:00", index == 0 ? "anna" : "ben", index + 1,
              "{\"type\": \"highlight_add\", \"highlight_id\": \(number), \"tags\": \(ids)}",
            ])
        }
      }
      try change(database)
    }
    try queue.close()
  }

  private static let taguetteSchema = """
    PRAGMA application_id = 1416066164;
    CREATE TABLE projects (id INTEGER PRIMARY KEY, name TEXT, description TEXT);
    CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER, path TEXT, description TEXT);
    CREATE TABLE documents (id INTEGER PRIMARY KEY, name TEXT, description TEXT, contents TEXT);
    CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER,
      end_offset INTEGER, snippet TEXT);
    CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);
    CREATE TABLE commands (id INTEGER PRIMARY KEY, date TEXT, user_login TEXT, project_id INTEGER,
      document_id INTEGER, payload TEXT);
    INSERT INTO projects VALUES (1, 'Desks and keys', 'Invented');
    """

  // MARK: QualCoder

  /// A report by file: line breaks inside words fall away, rows of codes without categories are shorter.
  var qualCoderCSV: String {
    let header = ["File", "Coder", "Coded", "Id", "Codename", "Coded_Memo", "Category", "Category"]
    let rows = codings.map { coding in
      let steps = coding.code == Self.culture ? ["Culture", "Inner Setting", "CFIR"] : [coding.code]
      return [
        coding.document.name, "anna", coding.highlight.words, "ctid:\(coding.number)", steps[0], "",
      ] + steps.dropFirst()
    }
    return "\u{FEFF}" + csv([header] + rows, end: "\r\n")
  }

  private func csv(_ rows: [[String]], end: String) -> String {
    rows.map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + end
    }.joined()
  }
}

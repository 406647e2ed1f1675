import CFIRKit
import Foundation

/// Taguette's project file, an SQLite database: the only one of its exports with positions, coders, dates and highlights without a tag.
struct TaguetteProject: ProjectFormat {
  let name = "Taguette project"

  /// What Taguette writes into its files to be known by: SQLite's `application_id`, bytes 68 to 71.
  private static let mark: [UInt8] = [0x54, 0x67, 0x74, 0x74]

  func recognizes(_ sample: FileSample) -> Bool {
    guard case .sqlite = sample.signature, let handle = FileHandle(forReadingAtPath: sample.path) else {
      return false
    }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: 72)).flatMap { $0?.suffix(4).elementsEqual(Self.mark) } ?? false
  }

  func openProject(_ sample: FileSample) throws(Finding) -> any ProjectSource {
    try TaguetteDocuments(SQLiteFile(path: sample.path, name: sample.name), file: sample.name, format: name)
  }
}

/// The documents of a Taguette project, one after the other.
private final class TaguetteDocuments: ProjectSource {
  private let database: SQLiteFile
  private let file: String
  let outline: ProjectOutline
  private let tags: [Int: String]
  /// The documents that follow, the next one last.
  private var waiting: [Int]
  private(set) var account: ImportAccount

  init(_ database: SQLiteFile, file: String, format: String) throws(Finding) {
    (self.database, self.file) = (database, file)
    account = ImportAccount(file: file, format: format)
    let projects = try database.rows("SELECT name, description FROM projects ORDER BY id")
    guard projects.count == 1 else {
      throw .error(
        at: Origin(file: file), "this database holds \(projects.count) projects, and a study is one",
        fix: "open the project in Taguette and export it there")
    }
    let tags = try database.rows("SELECT id, path, description FROM tags ORDER BY path, id")
    self.tags = Dictionary(
      tags.compactMap { row in row.number("id").map { ($0, row.text("path")) } },
      uniquingKeysWith: { first, _ in first })
    outline = ProjectOutline(
      title: projects[0].text("name"), program: "Taguette",
      codes: tags.map { .init(path: [$0.text("path")], description: $0.text("description")) },
      coders: try database.rows(TaguetteLog.coders).map { $0.text("user_login") },
      memos: [projects[0].text("description")].filter { !$0.isEmpty })
    waiting = try database.rows("SELECT id FROM documents ORDER BY id DESC").compactMap { $0.number("id") }
  }

  func nextDocument() throws(Finding) -> ProjectDocument? {
    guard let id = waiting.popLast() else { return nil }
    let found = try database.rows("SELECT name, description, contents FROM documents WHERE id = ?", id)
    guard let row = found.first else { return try nextDocument() }
    let words = MarkupWords(html: row.text("contents"))
    var document = ProjectDocument(name: row.text("name"), text: words.text)
    document.memos = [row.text("description")].filter { !$0.isEmpty }
    let log = TaguetteLog(try database.rows(TaguetteLog.entries, id))
    let taggings = try taggings(inDocument: id)
    let highlights = try database.rows(
      """
      SELECT id, start_offset, end_offset, snippet FROM highlights WHERE document_id = ?
      ORDER BY start_offset, end_offset, id
      """, id)
    for row in highlights {
      guard let number = row.number("id"), var passage = passage(row, in: words, of: document.name) else {
        continue
      }
      for tag in taggings[number] ?? [] {
        let entry = log.first(highlight: number, tag: tag)
        passage.codings.append(
          .init(code: [tags[tag] ?? ""], coder: entry?.coder ?? "", date: entry?.date ?? ""))
      }
      if passage.codings.isEmpty {
        account.leave(.untagged, at: passage.origin, named: Self.beginning(row))
        continue
      }
      account.codings += passage.codings.count
      document.passages.append(passage)
    }
    return document
  }

  /// The tags of each highlight, by their names.
  private func taggings(inDocument id: Int) throws(Finding) -> [Int: [Int]] {
    let rows = try database.rows(
      """
      SELECT highlight_id, tag_id FROM highlight_tags JOIN highlights ON highlights.id = highlight_id
      JOIN tags ON tags.id = tag_id WHERE document_id = ? ORDER BY highlight_id, tags.path
      """, id)
    var taggings: [Int: [Int]] = [:]
    for row in rows {
      if let highlight = row.number("highlight_id"), let tag = row.number("tag_id") {
        taggings[highlight, default: []].append(tag)
      }
    }
    return taggings
  }

  /// Where a highlight stands: where its bytes say, if they select its words, else where alone its words are.
  private func passage(
    _ row: SQLiteFile.Row, in words: MarkupWords, of document: String
  ) -> ProjectDocument.Passage? {
    func place(_ span: Range<Int>?) -> Origin {
      Origin(file: "\(file):\(document)", line: span.map { words.line(of: $0.lowerBound) })
    }
    let snippet = MarkupWords(html: row.text("snippet")).characters
    if let start = row.number("start_offset"), let end = row.number("end_offset"), start <= end,
      let span = words.characters(inBytes: start..<end),
      words.characters[span].withoutBlanks == snippet[...].withoutBlanks
    {
      return .init(span: span, origin: place(span))
    }
    guard let span = words.onlyPlace(of: snippet) else {
      account.leave(.misplaced, at: place(nil), named: Self.beginning(row))
      return nil
    }
    account.note(
      .warning(
        at: place(span), "a highlight's position does not select its words; it is placed by the words",
        fix: "look at it in Taguette"))
    return .init(span: span, origin: place(span))
  }

  /// The first words of a highlight, to find it by.
  private static func beginning(_ row: SQLiteFile.Row) -> String {
    let text = MarkupWords(html: row.text("snippet")).text.trimmingWhitespace().replacing("\n", with: " ")
    return text.count <= 30 ? text : text.prefix(30) + "…"
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// The characters that are to be seen.
  fileprivate var withoutBlanks: [Unicode.Scalar] { filter { !$0.properties.isWhitespace } }
}

extension ImportAccount.Reason {
  /// A highlight that bears no tag.
  static let untagged = ImportAccount.Reason(
    "untagged-highlight", "highlight without a tag", several: "highlights without a tag",
    why: "Taguette leaves them out of its tables, too; tag them if they matter")

  /// A highlight that cannot be found in its document.
  fileprivate static let misplaced = ImportAccount.Reason(
    "misplaced-highlight", "highlight whose words are not where it says",
    several: "highlights whose words are not where they say", why: "mark them again in Taguette")
}

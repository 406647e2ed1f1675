import CFIRKit
import Foundation

/// Who tagged what in a document, and when: Taguette's log of commands is the only place that knows.
struct TaguetteLog {
  /// Somebody's command.
  struct Entry {
    var coder: String
    var date: String
  }

  /// The log of a document.
  static let entries = "SELECT user_login, date, payload FROM commands WHERE document_id = ? ORDER BY id"

  /// Everybody who highlighted, in the order of their first highlight.
  static let coders = """
    SELECT user_login FROM commands WHERE payload LIKE '%"highlight_add"%'
    GROUP BY user_login ORDER BY min(id)
    """

  private struct Command: Decodable {
    var type: String
    var highlight: Int?
    var tags: [Int]?

    enum CodingKeys: String, CodingKey {
      case type, tags
      case highlight = "highlight_id"
    }
  }

  private struct Tagging: Hashable {
    var highlight, tag: Int
  }

  private var taggings: [Tagging: Entry] = [:]
  private var highlights: [Int: Entry] = [:]

  init(_ rows: [SQLiteFile.Row]) {
    let decoder = JSONDecoder()
    for row in rows {
      guard let command = try? decoder.decode(Command.self, from: Data(row.text("payload").utf8)),
        command.type == "highlight_add", let highlight = command.highlight
      else { continue }
      let entry = Entry(coder: row.text("user_login"), date: row.text("date"))
      if highlights[highlight] == nil { highlights[highlight] = entry }
      // The command is written again with all tags when a highlight is changed.
      let tags = Set(command.tags ?? [])
      for tag in tags where taggings[Tagging(highlight: highlight, tag: tag)] == nil {
        taggings[Tagging(highlight: highlight, tag: tag)] = entry
      }
    }
  }

  /// The command that gave a highlight a tag; else the one that made the highlight.
  func first(highlight: Int, tag: Int) -> Entry? {
    taggings[Tagging(highlight: highlight, tag: tag)] ?? highlights[highlight]
  }
}

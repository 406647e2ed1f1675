import CFIRDigest
import CFIRKit
import GRDB

/// An event as its table has it: one text or number for each column, free text as salted hashes.
struct EventRow {
  /// The columns that are hashed, in the order in which they are hashed; `hash` stands beside them.
  static let columns = [
    "previous", "copy", "sequence", "clock", "time", "kind", "who", "organization", "construct", "rater",
    "round", "before", "after", "considered", "replaces", "about", "excerpts", "date", "file", "digest",
    "summary", "rationale", "note",
  ]

  /// What stands in each column; what is empty is left out.
  private(set) var values: [String: String] = [:]

  subscript(column: String) -> String? {
    get { values[column] }
    set { values[column] = newValue }
  }

  /// The hash over everything that stands here: `name=BYTES:value` and a line feed for each column that is not empty, so that a column
  /// added later leaves the hashes of older events as they are.
  var hash: LedgerEvent.ID {
    var bytes: [UInt8] = []
    for column in Self.columns {
      guard let value = values[column] else { continue }
      bytes += Array("\(column)=\(value.utf8.count):\(value)\n".utf8)
    }
    return .init(Digest.hexadecimal(Digest.sha256(bytes)))
  }

  /// The free text that it names by hash, by column.
  var words: [(column: String, hash: String)] {
    ["summary", "rationale", "note"].compactMap { column in values[column].map { (column, $0) } }
  }

  // MARK: From and to the table

  /// All rows in the order in which they were written; each column by name, so that one that is missing is an error and not a surprise.
  static let selection = "SELECT \((["hash"] + columns).joined(separator: ", ")) FROM events ORDER BY rowid"

  /// A row of the table, and the hash that stands in it; nothing where a number or text is of another kind.
  static func read(_ row: Row) -> (hash: String, row: EventRow)? {
    guard let hash = String.fromDatabaseValue(row["hash"]) else { return nil }
    var event = EventRow()
    for column in columns {
      let value: DatabaseValue = row[column]
      switch value.storage {
      case .null: continue
      case .string(let text): event[column] = text
      case .int64(let number): event[column] = String(number)
      case .double, .blob: return nil
      }
    }
    return (hash, event)
  }

  func insert(_ db: Database) throws {
    let names = ["hash"] + Self.columns
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "INSERT INTO events (\(names.joined(separator: ", "))) VALUES (\(marks))")
    let stored: [String?] = [hash.rawValue] + Self.columns.map { values[$0] }
    try statement.execute(arguments: StatementArguments(stored))
  }
}

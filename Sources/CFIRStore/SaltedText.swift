import CFIRDigest
import CFIRKit
import Foundation
import GRDB

/// Free text with a salt of its own. Events hold only its hash: when text and salt are deleted, nobody can find out by guessing what
/// it said, and the chain still verifies.
struct SaltedText {
  let salt: [UInt8]
  let text: String

  /// SHA-256 over salt and text.
  var hash: String { Digest.hexadecimal(Digest.sha256(salt + Array(text.utf8))) }

  func insert(_ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO words (hash, salt, text) VALUES (?, ?, ?)")
    try statement.execute(arguments: [hash, Data(salt), text])
  }

  /// All that are kept, by the hash under which they stand; what is of another kind than text is left out.
  static func all(_ db: Database) throws -> [String: SaltedText] {
    var all: [String: SaltedText] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT hash, salt, text FROM words")
    while let row = try rows.next() {
      guard let hash = String.fromDatabaseValue(row["hash"]),
        let salt = Data.fromDatabaseValue(row["salt"]), let text = String.fromDatabaseValue(row["text"])
      else { continue }
      all[hash] = SaltedText(salt: Array(salt), text: text)
    }
    return all
  }
}

import CFIRKit
import Foundation
import GRDB

/// An open database of a ledger.
struct LedgerConnection {
  let queue: DatabaseQueue
  /// Whether nothing was ever written, as when a program was stopped while it made the file.
  let isEmpty: Bool
  private let name: String

  /// Opens a ledger that exists to read it; its contents and its form stay as they are.
  init(reading file: LedgerFile) throws(Finding) {
    name = file.name
    (queue, isEmpty) = try LedgerProblem.named(file.name) { () throws -> (DatabaseQueue, Bool) in
      var configuration = Self.configuration
      let folder = (file.path as NSString).deletingLastPathComponent
      let manager = FileManager.default
      let isWritable =
        manager.isWritableFile(atPath: file.path)
        && manager.isWritableFile(atPath: folder.isEmpty ? "." : folder)
      var path = file.path
      if isWritable {
        // A connection that may not write at all would leave its lock files behind.
        configuration.prepareDatabase { db in
          try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON")
        }
      } else {
        configuration.readonly = true
        let pending = (try? manager.attributesOfItem(atPath: path + "-wal")[.size]) as? NSNumber
        // Without lock files only a file that nobody writes to can be read; events that still wait beside it need them.
        if (pending?.intValue ?? 0) == 0 { path = Self.immutable(path) }
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return (queue, try queue.read { db in try Self.isEmpty(db, name: file.name) })
    }
  }

  /// Opens a ledger to write to it; makes it, or brings it to the present form.
  init(writing file: LedgerFile) throws(Finding) {
    name = file.name
    isEmpty = false
    queue = try LedgerProblem.named(file.name) { () throws -> DatabaseQueue in
      var configuration = Self.configuration
      configuration.prepareDatabase { db in
        // What was acknowledged survives loss of power; what was deleted is overwritten.
        try db.execute(
          sql:
            "PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA secure_delete = ON"
        )
      }
      let queue = try DatabaseQueue(path: file.path, configuration: configuration)
      let isNew = try queue.read { db in try Self.isEmpty(db, name: file.name) }
      try queue.writeWithoutTransaction { db in
        // Of effect before the first table only. An event is a few hundred bytes: small pages let a commit write little, and leave
        // little of the file unused, where a changed byte would tell nothing.
        try db.execute(sql: "PRAGMA page_size = 512")
        _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
        // Before any table: a program that is stopped while it makes the file leaves one that is known as a ledger.
        if isNew { try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
      }
      do {
        try Schema.migrator.migrate(queue)
      } catch let error as DatabaseError {
        // Another program may have made the same ledger at the same moment.
        guard try queue.read(Schema.migrator.hasCompletedMigrations) else { throw error }
      }
      return queue
    }
  }

  /// Writes the file anew, so that nothing of what was deleted stays in its unused parts.
  func eraseTraces() throws(Finding) {
    do {
      try queue.vacuum()
      _ = try queue.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
    } catch {
      throw .error(
        at: Origin(file: name),
        "the words are removed, but traces of them could not be overwritten: another program holds the ledger open",
        fix: "close it and run `cfir rate redact` again")
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.label = "ledger"
    return configuration
  }

  /// Whether nothing was ever written to a file; refuses other programs' files and newer ledgers.
  private static func isEmpty(_ db: Database, name: String) throws -> Bool {
    let tables = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master") ?? 0
    if tables == 0 { return true }
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
      throw LedgerProblem.foreign(name)
    }
    if try Schema.migrator.hasBeenSuperseded(db) { throw LedgerProblem.newer(name) }
    return try Schema.migrator.appliedIdentifiers(db).isEmpty
  }

  private static func immutable(_ path: String) -> String {
    URL(fileURLWithPath: path).absoluteString + "?immutable=1"
  }
}

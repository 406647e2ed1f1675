import CFIRKit
import Foundation
import GRDB

/// A ledger on disk: `study.sqlite` of a study folder.
///
/// It is opened for as long as something is read or written, never between: what was written is on the disk when ``write(in:_:)``
/// returns, and nothing waits in memory while a person thinks.
public struct LedgerFile: Hashable, Sendable {
  /// The usual name in a study folder.
  public static let usualName = "study.sqlite"

  /// Where it lies.
  public let path: String
  /// How findings name it.
  public let name: String

  /// A ledger, which need not exist yet.
  public init(path: String, name: String) {
    self.path = path
    self.name = name
  }

  /// Whether there is such a file.
  public var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Reads and verifies everything; a ledger that does not exist yet is an empty one.
  ///
  /// - Throws: A finding where this is no ledger that can be read.
  public func read() throws(Finding) -> LedgerReading {
    try contents().reading
  }

  /// The same with the rows as they stand in the tables.
  func contents() throws(Finding) -> Verification.Contents {
    let nothing = Verification.Contents(
      reading: LedgerReading(ledger: Ledger(), findings: []), rows: [], words: [:])
    if !exists { return nothing }
    let connection = try LedgerConnection(reading: self)
    if connection.isEmpty { return nothing }
    return try LedgerProblem.named(name) { () throws -> Verification.Contents in
      try connection.queue.read { db in try Verification.read(db, name: name) }
    }
  }

  /// Writes all that a closure appends, or nothing; makes the ledger where there is none.
  ///
  /// - Parameters:
  ///   - surroundings: The clock, chance and place.
  ///   - body: Appends to the ledger as it stands at this moment.
  /// - Returns: What the closure gives, once everything is on the disk.
  /// - Throws: A finding where the ledger was tampered with, or cannot be written, or the closure's own.
  public func write<Result>(
    in surroundings: LedgerSurroundings = .system,
    _ body: (inout LedgerWriter) throws(Finding) -> Result
  ) throws(Finding) -> Result {
    try transaction { (db, contents, redacts) throws -> Result in
      var writer = try LedgerWriter(
        db, contents.reading.ledger, name: name, home: surroundings.home(path), surroundings: surroundings)
      let result = try body(&writer)
      redacts = writer.written.contains { $0.entry.kind == .redaction }
      return result
    }
  }

  /// Overwrites what may be left of removed words in the unused parts of the file.
  ///
  /// - Throws: A finding where another program holds the ledger open.
  public func eraseTraces() throws(Finding) { try LedgerConnection(writing: self).eraseTraces() }

  /// Does all of something to the ledger, or nothing; refuses one that does not verify.
  ///
  /// - Parameter body: Sets its last argument where free text was removed.
  /// - Returns: What the body gives.
  /// - Throws: A finding: the body's own, or what is wrong with the ledger.
  func transaction<Result>(
    _ body: (Database, Verification.Contents, inout Bool) throws -> Result
  ) throws(Finding) -> Result {
    let connection = try LedgerConnection(writing: self)
    var redacts = false
    var result: Result?
    try LedgerProblem.named(name) { () throws in
      try connection.queue.inTransaction(.immediate) { db in
        let contents = try Verification.read(db, name: name)
        if let damage = contents.reading.findings.first(where: { $0.severity == .error }) { throw damage }
        result = try body(db, contents, &redacts)
        return .commit
      }
    }
    if redacts { try connection.eraseTraces() }
    // The transaction has either ended with a result or thrown.
    guard let result else { throw LedgerProblem.foreign(name) }
    return result
  }
}

/// What a ledger says, and what is wrong with it.
public struct LedgerReading: Sendable {
  /// Every event that could be read.
  public let ledger: Ledger
  /// Errors where something was changed, removed or added by other means; warnings that the ledger gives itself.
  public let findings: [Finding]
}

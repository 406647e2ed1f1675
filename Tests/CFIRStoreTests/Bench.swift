import CFIRKit
import CFIRStore
import Foundation
import GRDB

/// A folder with ledgers for one test, a clock that ticks a minute for each writing, and chance that can be foretold.
final class Bench {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("cfir-ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func ledger(_ name: String = "study.sqlite") -> LedgerFile {
    LedgerFile(path: folder.appendingPathComponent(name).path, name: name)
  }

  /// A file copy, as `cp` makes it.
  func copy(_ name: String, to other: String) throws {
    let target = folder.appendingPathComponent(other)
    try? FileManager.default.removeItem(at: target)
    try FileManager.default.copyItem(at: folder.appendingPathComponent(name), to: target)
  }

  /// The names in the folder.
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() }

  /// Does something to the file behind the ledger's back, with its rules out of force.
  func tamper(_ name: String = "study.sqlite", _ statements: String...) throws {
    let queue = try DatabaseQueue(path: folder.appendingPathComponent(name).path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        .map { (name: $0["name"] as String, sql: $0["sql"] as String) }
      for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger.name)") }
      for statement in statements { try db.execute(sql: statement) }
      for trigger in triggers { try db.execute(sql: trigger.sql) }
    }
  }
}

extension LedgerSurroundings {
  /// A machine with its own chance: `seed` makes copies and salts, `place` tells it from others.
  static func machine(_ seed: UInt8, place: String? = nil) -> LedgerSurroundings {
    let ticks = Ticks(seed)
    return LedgerSurroundings(
      now: { Date(timeIntervalSince1970: 1_752_480_000 + Double(ticks.next()) * 60) },
      bytes: { count in (0..<count).map { _ in UInt8(truncatingIfNeeded: ticks.next()) } },
      home: { path in place ?? "\(seed) \(path)" })
  }
}

/// Numbers that follow one another.
final class Ticks: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Int

  init(_ seed: UInt8) { value = Int(seed) * 1000 }

  func next() -> Int {
    lock.withLock {
      value += 1
      return value
    }
  }
}

extension RatedCell {
  /// A cell of North.
  static func north(_ construct: Construct.ID, by rater: Rating.RaterID) -> RatedCell {
    RatedCell(organization: "North", construct: construct, rater: rater)
  }
}

extension LedgerFile {
  /// Rates a cell by its rater.
  @discardableResult
  func rate(
    _ cell: RatedCell, _ token: String?, because rationale: String = "", citing excerpts: [Excerpt.ID] = [],
    on machine: LedgerSurroundings
  ) throws -> LedgerEvent? {
    let value = try token.flatMap { try RatingValue(token: $0) }
    return try write(in: machine) { (log: inout LedgerWriter) throws(Finding) -> LedgerEvent? in
      let reasons = Ledger.Reasons(rationale: rationale, excerpts: excerpts)
      guard let entry = log.ledger.judging(cell, value, by: cell.rater, because: reasons) else { return nil }
      return try log.append(entry)
    }
  }

  /// The ratings that count, as `construct rater token`.
  func tokens() throws -> [String] {
    try read().ledger.ratings(in: name).map { "\($0.construct) \($0.rater) \($0.value.token)" }.sorted()
  }
}

import CFIRKit
import GRDB

/// An SQLite file of another program, opened to read and never written.
final class SQLiteFile {
  private let file: String
  private let queue: DatabaseQueue

  /// - Throws: A finding where it cannot be opened.
  init(path: String, name: String) throws(Finding) {
    file = name
    var configuration = Configuration()
    configuration.readonly = true
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw Self.unreadable(name, error)
    }
  }

  /// A row's values by their column.
  struct Row {
    fileprivate let values: GRDB.Row

    /// A text; a number as it is written; empty where there is nothing.
    func text(_ column: String) -> String {
      guard let value = values[column] as DatabaseValue? else { return "" }
      switch value.storage {
      case .string(let text): return text
      case .int64(let number): return String(number)
      case .double(let number): return String(number)
      case .null, .blob: return ""
      }
    }

    /// A whole number; nothing where there is none.
    func number(_ column: String) -> Int? {
      guard let value = values[column] as DatabaseValue?, case .int64(let number) = value.storage else {
        return nil
      }
      return Int(number)
    }
  }

  /// The rows that a query gives.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - number: What stands for `?` in it, where it asks for something.
  /// - Returns: All rows; ask for what fits in memory.
  /// - Throws: A finding where the file is damaged or of another make than the query supposes.
  func rows(_ query: String, _ number: Int? = nil) throws(Finding) -> [Row] {
    do {
      return try queue.read { database in
        try GRDB.Row.fetchAll(
          database, sql: query, arguments: number.map { [$0] } ?? StatementArguments()
        ).map(Row.init)
      }
    } catch {
      throw Self.unreadable(file, error)
    }
  }

  private static func unreadable(_ file: String, _ error: any Error) -> Finding {
    let why = (error as? DatabaseError)?.message ?? "\(error)"
    return .error(
      at: Origin(file: file), "the database cannot be read (\(why))",
      fix: "export the project again; copy no file of a program that runs")
  }
}

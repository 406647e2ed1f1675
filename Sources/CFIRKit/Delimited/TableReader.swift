import Foundation

/// A small table with a header: cells by column, places by cell, ragged rows found.
///
/// Column names are matched without case, blanks, `_` and `-`; synonyms are the caller's.
public struct TableReader: ~Copyable {
  private var records: RecordReader
  private let columns: [String: Int]

  /// The cells of the header row, trimmed.
  public var header: [String] { records.header }
  /// Where each cell of the header row begins.
  public var headerOrigins: [Origin] { records.headerOrigins }
  /// The name that findings give to the file.
  public var file: String { records.file }
  /// What separates the cells.
  var delimiter: UInt8 { records.delimiter }
  /// Whether a comma in a number may stand for the decimal point: nowhere but between semicolons or tabs.
  var takesDecimalComma: Bool { delimiter != UInt8(ascii: ",") }
  /// How the bytes are read.
  public var encoding: TextEncoding { records.encoding }

  /// Takes a table whose header has been read.
  public init(_ records: consuming RecordReader) {
    var columns: [String: Int] = [:]
    for (index, name) in records.header.enumerated() where columns[Self.key(name)] == nil {
      columns[Self.key(name)] = index
    }
    self.columns = columns
    self.records = records
  }

  /// A column's name as it is compared: without case, blanks, `_` and `-`.
  public static func key(_ name: String) -> String {
    String(name.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" && $0 != "\u{FEFF}" })
  }

  /// The place of a column by any of its names.
  public func column(_ names: String...) -> Int? {
    for name in names {
      if let place = columns[Self.key(name)] { return place }
    }
    return nil
  }

  /// Moves on to the next row; rows with too few or too many cells are noted and passed over.
  ///
  /// - Throws: A finding where reading cannot go on.
  public mutating func next(noting findings: inout Findings) throws(Finding) -> Bool {
    while try records.next() {
      guard let finding = records.raggedRow() else { return true }
      findings.add(finding)
    }
    return false
  }

  /// The trimmed text of a cell; empty where there is no such column.
  public func text(_ index: Int?) -> String {
    guard let index else { return "" }
    return records.text(index).trimmingCharacters(in: .whitespacesAndNewlines).withoutFormulaGuard
  }

  /// Where a cell begins.
  public mutating func origin(_ index: Int?) -> Origin { records.origin(index ?? 0) }

  /// Where the present row begins.
  public mutating func origin() -> Origin { records.origin(0) }
}

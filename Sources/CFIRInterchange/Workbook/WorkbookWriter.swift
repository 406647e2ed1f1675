import CFIRKit
import CXLSXWriter
import Foundation

/// Writes tables as an Excel workbook: typed cells, a bold header that stays in view and filters its column, widths that fit.
///
/// The same tables give the same bytes. Texts are texts, whatever they begin with: never formulas or links.
public enum WorkbookWriter {
  /// A cell.
  public enum Cell: Hashable, Sendable {
    case text(String)
    /// Kept to 16 digits.
    case number(Double)
    case integer(Int)
    case empty
  }

  /// A table with a header.
  public struct Sheet: Sendable {
    /// What its tab says.
    public var name: String
    /// The names of its columns.
    public var header: [String]
    /// Its rows; those shorter than the header end in empty cells.
    public var rows: [[Cell]]

    /// A table with a header.
    public init(name: String, header: [String], rows: [[Cell]] = []) {
      self.name = name
      self.header = header
      self.rows = rows
    }
  }

  /// Widths of columns, in characters.
  private static let widths = 8...60

  /// Writes a workbook, whole or not at all: into a neighbour first, which then takes its place.
  ///
  /// What a workbook cannot hold is changed by these rules, and each change is a finding at its cell: a text of more than 32,767
  /// characters (UTF-16 units) is cut and ends in `…`; NUL becomes U+FFFD; a number that is not finite is left empty. Other
  /// characters that XML cannot hold are written as `_x0001_`, which Excel and ``Workbook`` undo. A whole number beyond ±2⁵³ is
  /// written as text, digit by digit. A sheet's name loses ``SheetName/forbidden`` and what is beyond 31 characters, and gets a
  /// number where another sheet has it.
  ///
  /// - Parameters:
  ///   - sheets: The tables, at least one.
  ///   - path: Where the file goes; a file that is there is replaced.
  /// - Returns: What was changed.
  /// - Throws: A finding when a table is larger than a worksheet can be, or the file cannot be written.
  public static func write(sheets: [Sheet], to path: String) throws(Finding) -> [Finding] {
    for sheet in sheets { try check(sheet, path) }
    return try Draft.file(path) { try write(sheets, to: $0.path, named: path) }
  }

  private static func write(
    _ sheets: [Sheet], to draft: String, named path: String
  ) throws(Finding) -> [Finding] {
    // The library says why it fails on standard error: what can be seen beforehand is said here.
    let descriptor = open(draft, O_WRONLY | O_CREAT, 0o666)
    guard descriptor >= 0 else { throw failure(path, String(cString: strerror(errno))) }
    close(descriptor)
    guard let book = workbook_new(draft) else { throw failure(path, "there is no memory") }
    // The date of today would make other bytes of the same tables.
    var properties = lxw_doc_properties()
    properties.created = 946_684_800
    workbook_set_properties(book, &properties)
    var writer = SheetWriter(book: book, file: path)
    var names = SheetName()
    for sheet in sheets {
      let name = names.take(sheet.name)
      if name != sheet.name {
        writer.findings.append(
          Finding(.note, at: Origin(file: path, sheet: name), "the sheet '\(sheet.name)' got this name"))
      }
      guard let page = workbook_add_worksheet(book, name) else {
        lxw_workbook_free(book)
        throw failure(path, "the sheet '\(name)' is refused")
      }
      writer.write(sheet, name: name, to: page, widths: widths)
    }
    let closed = workbook_close(book)
    guard closed == LXW_NO_ERROR else { throw failure(path, String(cString: lxw_strerror(closed))) }
    return writer.findings
  }

  private static func check(_ sheet: Sheet, _ path: String) throws(Finding) {
    let columns = max(sheet.header.count, sheet.rows.lazy.map(\.count).max() ?? 0)
    guard sheet.rows.count < CellReference.rows, columns <= CellReference.columns else {
      throw .error(
        at: Origin(file: path, sheet: sheet.name),
        "the table has \(sheet.rows.count) rows and \(columns) columns; a worksheet holds "
          + "\(CellReference.rows - 1) below its header and \(CellReference.columns)",
        fix: "write it as CSV")
    }
  }

  private static func failure(_ path: String, _ why: String) -> Finding {
    .error(
      at: Origin(file: path), "the workbook cannot be written (\(why))",
      fix: "check that the folder exists and can be written to, and close the file elsewhere")
  }
}

extension WorkbookWriter.Sheet {
  /// A table as programs read it: unrounded numbers where a column has numbers, words elsewhere; headings over rows left out.
  public init(name: String, table: Table) {
    self.init(name: name, header: table.columns.map(\.title))
    for case .cells(let cells) in table.rows {
      rows.append(
        zip(cells, table.columns).map { cell, column in
          if cell.data.isEmpty { return .empty }
          guard column.isNumeric else { return .text(cell.data) }
          if let whole = Int(cell.data) { return .integer(whole) }
          return Double(cell.data).map { .number($0) } ?? .text(cell.data)
        })
    }
  }
}

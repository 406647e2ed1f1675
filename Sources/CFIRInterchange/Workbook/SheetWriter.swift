import CFIRKit
import CXLSXWriter

/// Writes one worksheet after the other into a workbook, and keeps what had to be changed.
struct SheetWriter {
  let file: String
  var findings: [Finding] = []

  private let bold: UnsafeMutablePointer<lxw_format>?
  private let top: UnsafeMutablePointer<lxw_format>?
  private let wrapped: UnsafeMutablePointer<lxw_format>?

  init(book: UnsafeMutablePointer<lxw_workbook>, file: String) {
    self.file = file
    bold = workbook_add_format(book)
    format_set_bold(bold)
    top = workbook_add_format(book)
    wrapped = workbook_add_format(book)
    format_set_text_wrap(wrapped)
    for format in [top, wrapped] { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
  }

  mutating func write(
    _ sheet: WorkbookWriter.Sheet, name: String, to page: UnsafeMutablePointer<lxw_worksheet>,
    widths: ClosedRange<Int>
  ) {
    let columns = max(sheet.header.count, sheet.rows.lazy.map(\.count).max() ?? 0)
    guard columns > 0 else { return }
    // Room for the button that filters.
    var needed = sheet.header.map { $0.count + 3 } + Array(repeating: 0, count: columns - sheet.header.count)
    for row in sheet.rows {
      for (column, cell) in row.enumerated() { needed[column] = max(needed[column], Self.width(cell) + 1) }
    }
    let isTall = needed.contains { $0 > widths.upperBound }
    for (column, width) in needed.enumerated() {
      worksheet_set_column(
        page, UInt16(column), UInt16(column), Double(min(max(width, widths.lowerBound), widths.upperBound)),
        width > widths.upperBound ? wrapped : isTall ? top : nil)
    }
    for (column, title) in sheet.header.enumerated() {
      write(.text(title), to: page, name, row: 0, column, bold)
    }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() { write(cell, to: page, name, row: row + 1, column, nil) }
    }
    worksheet_freeze_panes(page, 1, 0)
    worksheet_autofilter(page, 0, 0, UInt32(sheet.rows.count), UInt16(columns - 1))
  }

  private mutating func write(
    _ cell: WorkbookWriter.Cell, to page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: String, row: Int,
    _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?
  ) {
    func note(_ message: String, fix: String) {
      findings.append(
        .warning(at: Origin(file: file, sheet: sheet, line: row + 1, column: column + 1), message, fix: fix))
    }
    switch cell {
    case .empty: break
    case .integer(let number) where number.magnitude <= 1 << 53:
      worksheet_write_number(page, UInt32(row), UInt16(column), Double(number), format)
    case .integer(let number):
      worksheet_write_string(page, UInt32(row), UInt16(column), String(number), format)
    case .number(let number):
      guard number.isFinite else {
        return note("the number is not finite and is left out", fix: "see where it comes from")
      }
      worksheet_write_number(page, UInt32(row), UInt16(column), number, format)
    case .text(let text):
      let written = CellText(text)
      worksheet_write_string(page, UInt32(row), UInt16(column), written.text, format)
      if written.isCut {
        note("the text is longer than \(CellText.longest) characters and is cut", fix: "write it as CSV")
      }
      if written.hadNUL { note("a NUL character was replaced", fix: "see where it comes from") }
    }
  }

  /// How many characters the longest line of a cell takes.
  private static func width(_ cell: WorkbookWriter.Cell) -> Int {
    switch cell {
    case .empty: 0
    case .integer(let number): String(number).utf8.count
    case .number(let number): number.description.utf8.count
    case .text(let text):
      text.utf8.count <= 8 ? text.count : text.split(separator: "\n").lazy.map(\.count).max() ?? 0
    }
  }
}

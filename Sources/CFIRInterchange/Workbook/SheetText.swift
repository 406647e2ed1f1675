import CFIRKit

/// A worksheet as comma-separated text, made piece by piece: a record for each row, blank ones for rows that are not there.
final class SheetText: RecordSource {
  private static let pieceSize = 128 << 10

  let size: Int
  private var rows: SheetRows
  private let file, sheet: String
  /// How many cells the first row has. Worksheets leave out empty cells at the end of a row: they are put back.
  private var width = 0
  private var last = 0

  init(_ rows: consuming SheetRows, sheet: String, size: Int) {
    file = rows.file
    self.sheet = sheet
    self.size = size
    self.rows = rows
  }

  /// Row and record are the same number, column and cell too.
  func origin(record: Int, cell: Int) -> Origin {
    Origin(file: file, sheet: sheet, line: record, column: cell + 1)
  }

  func addRecords(to text: inout [UInt8]) throws(Finding) -> Bool {
    let before = text.count
    while text.count - before < Self.pieceSize, try rows.next() {
      text.append(contentsOf: repeatElement(0x0A, count: rows.number - last - 1))
      last = rows.number
      let start = text.count
      appendRow(to: &text)
      guard text.count - start <= RecordReader.longestRecord else {
        throw .error(
          at: Origin(file: rows.file, sheet: rows.sheet, line: rows.number),
          "the row is longer than \(RecordReader.longestRecord >> 20) MiB",
          fix: "check where the file comes from; no export is like that")
      }
    }
    return text.count > before
  }

  private func appendRow(to text: inout [UInt8]) {
    var column = 0
    for cell in rows.cells {
      text.append(contentsOf: repeatElement(0x2C, count: cell.column - column))
      column = cell.column
      appendCell(rows.bytes[cell.range], to: &text)
    }
    if width == 0 { width = column + 1 }
    if column + 1 < width { text.append(contentsOf: repeatElement(0x2C, count: width - column - 1)) }
    text.append(0x0A)
  }

  private func appendCell(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      guard bytes.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
        text.append(contentsOf: bytes)
        return
      }
      text.append(0x22)
      for byte in bytes {
        if byte == 0x22 { text.append(0x22) }
        text.append(byte)
      }
      text.append(0x22)
    }
  }
}

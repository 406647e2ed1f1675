import CFIRKit

/// Finds words that were cut off: MAXQDA says beside each segment how many characters it has, without blanks at its ends.
///
/// A spreadsheet keeps 32,767 characters of a cell, and other programs less.
struct AreaCheck {
  private let text, area: Int
  private var cut = 0
  private var first: (origin: Origin, length: Int, area: Int)?

  /// - Returns: Nothing where the table does not say how long its segments are.
  init?(_ columns: ExcerptColumns) {
    guard let text = columns[.text], let area = columns.area else { return nil }
    (self.text, self.area) = (text, area)
  }

  /// Compares the words of the present record with what is said of them.
  @inline(__always)
  mutating func meet(_ records: inout RecordReader) {
    guard let area = parseNumber(records.raw(area)), area > 0 else { return }
    // No text has more characters than bytes: for most languages this decides, and nothing is decoded.
    let bytes = records.raw(text).trimmingBlanks()
    if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x22 }) && Double(bytes.count) >= area { return }
    compare(&records, area)
  }

  private mutating func compare(_ records: inout RecordReader, _ area: Double) {
    let words = records.text(text).trimmingWhitespace()
    // MAXQDA counts UTF-16 units, and may count a line break as two.
    let length = words.utf16.count + words.utf16.count { $0 == 0x0A }
    guard Double(length) < area else { return }
    cut += 1
    if first == nil { first = (records.origin(text), words.utf16.count, Int(min(area, 1e9))) }
  }

  /// What was found, once for the file.
  var finding: Finding? {
    guard let first else { return nil }
    return .warning(
      at: first.origin,
      "\(NumberStyle.count(cut, "text is", "texts are")) shorter than the export says: here \(first.length) characters of \(first.area)",
      fix:
        "the rest was cut off on the way, as spreadsheets do with more than 32,767 characters: export again as CSV"
    )
  }
}

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
    // The shortest that the words can be decides nearly always, and nothing is decoded.
    if Double(Self.shortest(records.raw(text).trimmingBlanks())) < area { compare(&records, area) }
  }

  /// How many UTF-16 units bytes stand for at least: a quote may be doubled.
  ///
  /// By eight bytes at a time: where each is ASCII, there is nothing to take away.
  @inline(__always)
  private static func shortest(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let start = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    var units = bytes.count
    var quotes = 0
    func meet(_ word: UInt64) {
      let others = word ^ 0x2222_2222_2222_2222
      let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
      quotes += (~(((others & low) &+ low) | others | low)).nonzeroBitCount
      let high = word & ~low
      if high == 0 { return }
      // The bytes of a character behind its first take away, and the second unit of an emoji adds.
      units -= (high & ~(word << 1)).nonzeroBitCount
      units += (high & (word << 1) & (word << 2) & (word << 3)).nonzeroBitCount
    }
    var position = 0
    while position + 8 <= bytes.count {
      meet(start.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    var rest: UInt64 = 0
    for index in position..<bytes.count { rest = rest << 8 | UInt64(bytes[index]) }
    meet(rest)
    return units - (quotes + 1) / 2
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

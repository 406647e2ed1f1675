import CFIRKit

/// Where a file says that a passage begins and ends, in characters.
struct WrittenSpan {
  /// What programs count as a character.
  enum Unit {
    case codePoints
    /// As JavaScript counts: an emoji is two.
    case utf16
  }

  /// From 0.
  let start: Int
  /// Exclusive.
  let end: Int

  /// Reads two whole numbers, `12` or `12.0`; nothing where they are none.
  ///
  /// - Parameters:
  ///   - start: Where the passage begins, as it is written.
  ///   - end: Where it ends.
  ///   - first: The number of the text's first character.
  ///   - includesEnd: Whether the end is the last character rather than the one behind it.
  init?(start: String, end: String, first: Int = 0, includesEnd: Bool = false) {
    guard let start = Double(start).flatMap(Int.init(exactly:)),
      let end = Double(end).flatMap(Int.init(exactly:)), start >= first, end >= start, end < 1 << 40
    else { return nil }
    self.start = start - first
    self.end = end - first + (includesEnd ? 1 : 0)
  }

  /// Whether the passage is as long as its words.
  func fits(_ text: String, in unit: Unit) -> Bool {
    let length = unit == .codePoints ? text.unicodeScalars.count : text.utf16.count
    // Some programs write their line breaks as two characters and count one.
    return end - start == length || end - start == length - text.unicodeScalars.count { $0 == "\r" }
  }
}

extension ExcerptRow {
  /// Takes positions over: as code points where they fit the words, else as they are written.
  ///
  /// - Returns: Whether they fit, or there are none.
  mutating func place(_ written: (start: String, end: String), _ span: WrittenSpan?, unit: WrittenSpan.Unit)
    -> Bool
  {
    guard let span, text.isEmpty || span.fits(text, in: unit) else {
      (start, end) = written
      return start.isEmpty && end.isEmpty
    }
    (start, end) = (String(span.start), String(span.end))
    return true
  }
}

extension ImportAccount {
  /// Notes, once for a file, that positions do not fit their words.
  mutating func noteMisfit(of row: ExcerptRow, unit: String) {
    guard !hasMisfit else { return }
    hasMisfit = true
    note(
      .warning(
        at: row.origin,
        "the positions \(row.start) and \(row.end) do not fit a passage of \(row.text.unicodeScalars.count) characters",
        fix:
          "positions like these are kept as the file has them (\(unit)); export again from the program itself"
      ))
  }
}

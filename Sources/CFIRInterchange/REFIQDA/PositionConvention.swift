/// How a program counts positions in a text.
///
/// The REFI-QDA standard (version 1.5, 2019) counts code points; NVivo for Windows counts UTF-16 units and a line break of CR and LF as two,
/// QualCoder and ATLAS.ti may write such line breaks and count them as one.
struct PositionConvention: Hashable, Sendable {
  /// What is counted as one.
  enum Unit: Sendable { case codePoints, utf16 }

  var unit = Unit.codePoints
  /// Whether a line break of CR and LF counts as two.
  var countsBreaksTwice = false
  /// Whether the byte order mark counts as one.
  var countsMark = false

  /// The conventions that lead to different places in a text, the standard's own first.
  static func candidates(in text: PlainText) -> [PositionConvention] {
    let units: [Unit] = text.wideCharacters.isEmpty ? [.codePoints] : [.codePoints, .utf16]
    let breaks = text.doubleBreaks.isEmpty ? [false] : [false, true]
    return (text.hasMark ? [false, true] : [false]).flatMap { mark in
      units.flatMap { unit in
        breaks.map { PositionConvention(unit: unit, countsBreaksTwice: $0, countsMark: mark) }
      }
    }
  }

  /// Whether it leads to the same places as another one, as far as a text can tell.
  func isSame(as other: PositionConvention, in text: PlainText) -> Bool {
    (unit == other.unit || text.wideCharacters.isEmpty)
      && (countsBreaksTwice == other.countsBreaksTwice || text.doubleBreaks.isEmpty)
      && (countsMark == other.countsMark || !text.hasMark)
  }

  /// In words: `UTF-16 units, a line break of CR and LF as two`.
  var words: String {
    (unit == .codePoints ? "code points" : "UTF-16 units")
      + (countsBreaksTwice ? ", a line break of CR and LF as two" : "")
      + (countsMark ? ", the byte order mark as one" : "")
  }
}

/// Finds what a convention's positions mean in a text.
struct PositionReading {
  private let text: PlainText
  private let shift: Int
  /// Where the code points begin that count as two, in the convention's own count.
  private let doubles: [Int]

  init(_ convention: PositionConvention, in text: PlainText) {
    self.text = text
    shift = convention.countsMark && text.hasMark ? 1 : 0
    let breaks = convention.countsBreaksTwice ? text.doubleBreaks : []
    let wide = convention.unit == .utf16 ? text.wideCharacters : []
    let all = breaks.isEmpty ? wide : wide.isEmpty ? breaks : (breaks + wide).sorted()
    doubles = all.enumerated().map { $0.element + $0.offset }
  }

  /// The code points from one position to another; nothing where they lie outside the text.
  ///
  /// A position in the middle of a character takes in the whole of it.
  func span(from start: Int, to end: Int) -> Range<Int>? {
    guard start <= end, let first = place(start), let last = place(end) else { return nil }
    let upper = start == end ? first.before : last.after
    return upper <= text.count ? first.before..<upper : nil
  }

  private func place(_ position: Int) -> (before: Int, after: Int)? {
    let (position, overflows) = position.subtractingReportingOverflow(shift)
    guard !overflows, position >= 0 else { return nil }
    // How many doubles begin before the position.
    var (low, high) = (0, doubles.count)
    while low < high {
      let middle = (low + high) / 2
      if doubles[middle] < position { low = middle + 1 } else { high = middle }
    }
    let isInside = low > 0 && doubles[low - 1] + 1 == position
    let place = position - low
    return (place, isInside ? place + 1 : place)
  }
}

import CFIRKit

/// A stretch of a source's characters, the end exclusive.
struct CharacterSpan: Hashable {
  let start, end: Int

  /// The span that a row's positions give, where its words are as long: paragraphs, pages and times are not.
  ///
  /// Programs count code points or UTF-16 units, and a line break as one or two; all rows of a file count alike, so that they
  /// can be compared whatever the unit is.
  ///
  /// - Parameters:
  ///   - start: The first position, as it is written.
  ///   - end: The position behind the last.
  ///   - longest: How many bytes the words have, so that most other positions are known without reading the words.
  ///   - words: The words.
  init?(
    start: UnsafeBufferPointer<UInt8>, end: UnsafeBufferPointer<UInt8>, longest: Int,
    words: @autoclosure () -> String
  ) {
    guard let first = Self.number(start), let last = Self.number(end), first < last,
      last - first <= longest, 4 * (last - first) >= longest / 2
    else { return nil }
    (self.start, self.end) = (first, last)
    let words = words()
    let lineFeeds = words.withLineFeeds
    guard
      [words, lineFeeds].contains(where: { [$0.unicodeScalars.count, $0.utf16.count].contains(last - first) })
    else { return nil }
  }

  private static func number(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count < 18 else { return nil }
    var number = 0
    for byte in digits {
      guard byte &- 0x30 < 10 else { return nil }
      number = number * 10 + Int(byte &- 0x30)
    }
    return number
  }
}

/// What judgement codes say of the passages that they overlap, by source.
struct SpanJudgements<Source: Hashable> {
  private struct Entry {
    var span: CharacterSpan
    var judgement: Judgement
    /// The furthest end of this entry and those before it.
    var reach: Int
  }

  /// By source, in the order of their start.
  private var entries: [Source: [Entry]] = [:]

  init(_ judged: some Sequence<(source: Source, span: CharacterSpan, judgement: Judgement)>) {
    for (source, span, judgement) in judged {
      entries[source, default: []].append(Entry(span: span, judgement: judgement, reach: span.end))
    }
    for source in entries.keys {
      entries[source]?.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
      var reach = 0
      for place in entries[source]?.indices ?? 0..<0 {
        reach = max(reach, entries[source]?[place].span.end ?? 0)
        entries[source]?[place].reach = reach
      }
    }
  }

  /// What all that overlap a span by at least one character say together; nothing where none does.
  func judgement(on span: CharacterSpan, in source: Source) -> Judgement? {
    guard let entries = entries[source] else { return nil }
    // The first entry that begins behind the span, by halves.
    var (place, above) = (0, entries.count)
    while place < above {
      let middle = (place + above) / 2
      if entries[middle].span.start < span.end { place = middle + 1 } else { above = middle }
    }
    var found: [Judgement] = []
    while place > 0, entries[place - 1].reach > span.start {
      place -= 1
      if entries[place].span.end > span.start { found.append(entries[place].judgement) }
    }
    return Judgement.together(found)
  }
}

import CFIRKit

/// The texts that the cells of a workbook share, by their numbers; past a stated size they leave memory.
final class SharedStrings {
  private let texts: SpillBuffer
  /// Where each text ends, eight bytes each.
  private let ends: SpillBuffer
  /// How many there are.
  private(set) var count = 0
  private var number: [UInt8] = []

  /// None yet.
  ///
  /// - Parameters:
  ///   - file: The name that findings give to the workbook.
  ///   - memory: How many bytes stay in memory; an eighth of them for where the texts are.
  init(file: String, memory: Int) {
    texts = SpillBuffer(limit: memory - memory / 8, file: file)
    ends = SpillBuffer(limit: memory / 8, file: file)
  }

  /// Takes the part of a workbook that holds them.
  func load(_ events: consuming XMLEvents) throws(Finding) {
    var xml = events
    var text: [UInt8] = []
    while let event = try xml.next() {
      guard event == .start, xml.name == "si" else { continue }
      text.removeAll(keepingCapacity: true)
      try xml.appendString(to: &text)
      try append(text)
    }
  }

  private func append(_ text: [UInt8]) throws(Finding) {
    try Self.add(text[...], to: texts)
    let end = UInt64(texts.count)
    try Self.add((0..<8).map { UInt8(truncatingIfNeeded: end >> (8 * $0)) }[...], to: ends)
    count += 1
  }

  private static func add(_ bytes: ArraySlice<UInt8>, to buffer: SpillBuffer) throws(Finding) {
    let problem = bytes.withUnsafeBytes { (bytes) -> Finding? in
      do throws(Finding) {
        try buffer.append(bytes)
        return nil
      } catch { return error }
    }
    if let problem { throw problem }
  }

  /// Appends a text to `target`.
  ///
  /// - Returns: `false` where there is no text of this number.
  func append(_ index: Int, to target: inout [UInt8]) throws(Finding) -> Bool {
    guard index >= 0 && index < count else { return false }
    let start = index == 0 ? 0 : try end(index - 1)
    try texts.copy(start..<end(index), to: &target)
    return true
  }

  private func end(_ index: Int) throws(Finding) -> Int {
    number.removeAll(keepingCapacity: true)
    try ends.copy(8 * index..<8 * index + 8, to: &number)
    return number.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

extension XMLEvents {
  /// Appends the text of the string item that has just started: its runs joined, what is only said how to pronounce left out,
  /// `_x000D_` and its like undone; moves on to its end.
  mutating func appendString(to target: inout [UInt8]) throws(Finding) {
    let (start, outer) = (target.count, depth)
    while let event = try next() {
      if event == .end && depth == outer { break }
      guard event == .start else { continue }
      switch name {
      case "t": try appendContent(to: &target)
      case "r": break
      default: try skip()
      }
    }
    EscapedCharacters.undo(in: &target, from: start)
  }
}

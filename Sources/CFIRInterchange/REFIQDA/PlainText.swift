import Foundation

/// A document's words as CFIRKit counts them: code points, with LF for every line break, without a byte order mark.
///
/// It remembers where its file had line breaks of two characters, and which code points are two units in UTF-16, so that positions that
/// another program counted can be found again. Memory is the text in UTF-8 and little more.
struct PlainText {
  private var text = IndexedText()
  /// The code points that were CR and LF in the file, in order.
  private(set) var doubleBreaks: [Int] = []
  /// The code points beyond U+FFFF, in order: emoji and rare scripts.
  private(set) var wideCharacters: [Int] = []
  /// Whether the file began with a byte order mark.
  private(set) var hasMark = false
  /// Whether the file was UTF-8 or UTF-16; all else is read as Windows-1252.
  private(set) var isUnicode = true

  /// The words of a text file.
  init(file: [UInt8]) {
    if file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF]),
      let text = String(data: Data(file), encoding: .utf16)
    {
      hasMark = true
      take(Array(text.utf8)[...])
    } else {
      hasMark = file.starts(with: [0xEF, 0xBB, 0xBF])
      let body = hasMark ? file[3...] : file[...]
      if String(validating: body, as: UTF8.self) != nil {
        take(body)
      } else {
        isUnicode = false
        let text = String(data: Data(body), encoding: .windowsCP1252) ?? String(decoding: body, as: UTF8.self)
        take(Array(text.utf8)[...])
      }
    }
  }

  /// Takes UTF-8 that is known to be valid.
  private mutating func take(_ body: ArraySlice<UInt8>) {
    text.reserve(body.count)
    var isAfterReturn = false
    for byte in body {
      // LF after CR belongs to the break that CR has begun.
      if byte == 0x0A && isAfterReturn {
        doubleBreaks.append(text.count - 1)
        isAfterReturn = false
        continue
      }
      isAfterReturn = byte == 0x0D
      if byte >= 0xF0 { wideCharacters.append(text.count) }
      text.append(isAfterReturn ? 0x0A : byte)
    }
  }

  /// The words.
  var string: String { String(decoding: text.bytes, as: UTF8.self) }

  /// How many code points they are.
  var count: Int { text.count }

  /// The bytes of a range of code points, which must lie in the text.
  func bytes(_ span: Range<Int>) -> ArraySlice<UInt8> { text.bytes(span) }

  /// Whether a passage can begin before a code point: a word or a sign begins there.
  func isBeginning(_ position: Int) -> Bool {
    guard let after = kind(position), after != .blank else { return false }
    return kind(position - 1) != after
  }

  /// Whether a passage can end before a code point: a word, a sign or a line ends there.
  func isEnd(_ position: Int) -> Bool {
    guard let before = kind(position - 1) else { return false }
    if before == .blank { return text.bytes[text.byte(position) - 1] == 0x0A }
    return kind(position) != before
  }

  private enum Kind { case word, blank, other }

  /// What kind of character stands at a place; nothing outside the text.
  private func kind(_ position: Int) -> Kind? {
    guard position >= 0, position < count else { return nil }
    let place = text.byte(position)
    let bytes = text.bytes[place..<min(text.bytes.count, place + 4)]
    guard let character = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else { return nil }
    let properties = character.properties
    if properties.isWhitespace { return .blank }
    let isWord =
      properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
    return isWord ? .word : .other
  }
}

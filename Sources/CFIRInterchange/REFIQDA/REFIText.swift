/// A document's words as a project file can hold them, and where what was in them before is now.
struct REFIText {
  /// UTF-8 with LF for line breaks; nothing that XML cannot hold, and no byte order mark.
  private(set) var text = IndexedText()
  /// How many characters were left out because XML cannot hold them.
  private(set) var illegalCount = 0
  /// The code points that were left out, by their place in the words as they were.
  private var removed: [Int] = []

  init(_ text: String) {
    self.text.reserve(text.utf8.count)
    var position = 0
    var isAfterReturn = false
    for character in text.unicodeScalars {
      defer { position += 1 }
      if character == "\n" && isAfterReturn {
        removed.append(position)
        isAfterReturn = false
        continue
      }
      isAfterReturn = character == "\r"
      if !XMLText.isAllowed(character) {
        illegalCount += 1
        removed.append(position)
      } else if character == "\u{FEFF}" && self.text.count == 0 {
        // At the beginning of a file it would be taken for a byte order mark.
        removed.append(position)
      } else {
        for byte in UTF8.encode(isAfterReturn ? "\n" : character) ?? .init() { self.text.append(byte) }
      }
    }
  }

  /// A passage of the words as they were, where it is now; nothing where it lies outside them.
  func span(_ span: Range<Int>) -> Range<Int>? {
    let (first, last) = (place(span.lowerBound), place(span.upperBound))
    return span.lowerBound >= 0 && last <= text.count ? first..<last : nil
  }

  private func place(_ position: Int) -> Int {
    var (low, high) = (0, removed.count)
    while low < high {
      let middle = (low + high) / 2
      if removed[middle] < position { low = middle + 1 } else { high = middle }
    }
    return position - low
  }
}

/// The words of an HTML text, and where each stood among the bytes of its text without markup.
///
/// Blocks and `<br>` become lines; nothing else is added or taken away, so that positions which count the bytes between the tags can be found again.
struct MarkupWords {
  /// The words, line breaks as LF.
  private(set) var characters: [Unicode.Scalar] = []
  /// For each character that stood in the text, how many bytes of text precede it; ascending.
  private var bytes: [Int] = []
  /// For each of these, which one of ``characters`` it is.
  private var places: [Int] = []
  private var byteCount = 0
  /// Where the lines end.
  private var lineEnds: [Int] = []

  /// The words as one string.
  var text: String { String(scalars: characters) }

  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "table", "tr", "blockquote", "pre",
    "section", "article", "dl", "dt", "dd", "hr", "br",
  ]

  init(html: String) {
    var rest = html.withLineFeeds.unicodeScalars[...]
    while let next = rest.first {
      if next == "<", let tag = Self.tag(&rest) {
        if Self.blocks.contains(tag) { breakLine() }
      } else if next == "&", let decoded = Self.entity(&rest) {
        append(decoded)
      } else {
        append(next)
        rest = rest.dropFirst()
      }
    }
    lineEnds = characters.indices.filter { characters[$0] == "\n" }
  }

  /// The line that a character stands in, counted from 1.
  func line(of character: Int) -> Int { Self.lowerBound(of: character, in: lineEnds) + 1 }

  /// Where words stand, without blanks at their ends; nothing where they stand nowhere or twice.
  func onlyPlace(of words: [Unicode.Scalar]) -> Range<Int>? {
    let words =
      words.drop { $0.properties.isWhitespace }.reversed().drop { $0.properties.isWhitespace }
      .reversed() as [Unicode.Scalar]
    guard !words.isEmpty, words.count <= characters.count else { return nil }
    let starts = (0...characters.count - words.count).lazy.filter { start in
      characters[start..<start + words.count].elementsEqual(words)
    }.prefix(2)
    let found = Array(starts)
    return found.count == 1 ? found[0]..<found[0] + words.count : nil
  }

  /// Which characters stand in a range of bytes; nothing where it does not begin and end between characters.
  func characters(inBytes range: Range<Int>) -> Range<Int>? {
    guard let start = place(range.lowerBound), let end = place(range.upperBound) else { return nil }
    let first = start < places.count ? places[start] : characters.count
    let last = end > 0 ? places[end - 1] + 1 : 0
    return first <= last ? first..<last : first..<first
  }

  /// The number of the character of the text that begins at a byte; how many there are for the byte behind the last.
  private func place(_ byte: Int) -> Int? {
    if byte == byteCount { return bytes.count }
    let place = Self.lowerBound(of: byte, in: bytes)
    return place < bytes.count && bytes[place] == byte ? place : nil
  }

  /// How many of the ascending values are smaller.
  private static func lowerBound(of value: Int, in ascending: [Int]) -> Int {
    var (low, high) = (0, ascending.count)
    while low < high {
      let middle = (low + high) / 2
      if ascending[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func append(_ character: Unicode.Scalar) {
    bytes.append(byteCount)
    places.append(characters.count)
    characters.append(character)
    byteCount += UTF8.width(character)
  }

  private mutating func breakLine() {
    guard let last = characters.last, last != "\n" else { return }
    characters.append("\n")
  }

  /// Passes over a tag, comment or declaration.
  ///
  /// - Returns: The name of the element in small letters; nothing where a `<` is only a sign.
  private static func tag(_ rest: inout Substring.UnicodeScalarView) -> String? {
    let inside = rest.dropFirst()
    guard let first = inside.first, first.properties.isAlphabetic || first == "/" || first == "!" else {
      return nil
    }
    if inside.starts(with: "!--".unicodeScalars) {
      rest = rest.dropFirst(4)
      while !rest.isEmpty, !rest.starts(with: "-->".unicodeScalars) { rest = rest.dropFirst() }
      rest = rest.dropFirst(3)
      return ""
    }
    var name = ""
    var quote: Unicode.Scalar?
    var isName = true
    rest = inside
    while let next = rest.popFirst() {
      if let open = quote {
        if next == open { quote = nil }
      } else if next == ">" {
        break
      } else if next == "\"" || next == "'" {
        (quote, isName) = (next, false)
      } else if next.properties.isWhitespace {
        isName = false
      } else if isName && next != "/" {
        name.unicodeScalars.append(next)
      }
    }
    return name.lowercased()
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]

  /// Takes a reference such as `&amp;` or `&#x27;`; nothing where an `&` is only a sign.
  private static func entity(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
    let body = rest.dropFirst().prefix(10)
    guard let end = body.firstIndex(of: ";") else { return nil }
    let name = String(body[..<end])
    var decoded = named[name]
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      decoded = UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    } else if name.hasPrefix("#") {
      decoded = UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
    }
    if decoded != nil { rest = rest[rest.index(after: end)...] }
    return decoded
  }
}

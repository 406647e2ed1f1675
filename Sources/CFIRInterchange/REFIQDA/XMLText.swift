/// XML as text: characters that it cannot hold left out, the others escaped.
enum XMLText {
  /// What XML begins with.
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// Whether XML 1.0 can hold a character at all.
  static func isAllowed(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  /// Text between tags.
  static func escaped(_ text: String) -> String { escaped(text, isAttribute: false) }

  /// Text between tags or in an attribute, where line breaks and tabs would become blanks.
  static func escaped(_ text: String, isAttribute: Bool) -> String {
    guard
      text.utf8.contains(where: {
        $0 < 0x20 || $0 == 0x22 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0xEF
      })
    else { return text }
    var result = String.UnicodeScalarView()
    for character in text.unicodeScalars where isAllowed(character) {
      switch character {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"" where isAttribute: result.append(contentsOf: "&quot;".unicodeScalars)
      case "\t" where isAttribute: result.append(contentsOf: "&#9;".unicodeScalars)
      case "\n" where isAttribute: result.append(contentsOf: "&#10;".unicodeScalars)
      case "\r": result.append(contentsOf: "&#13;".unicodeScalars)
      default: result.append(character)
      }
    }
    return String(result)
  }

  /// An element's start tag up to its last attribute, without `>`: attributes in the order given, empty ones left out.
  static func tag(_ name: String, _ attributes: KeyValuePairs<String, String>) -> String {
    var text = "<" + name
    for (key, value) in attributes where !value.isEmpty {
      text += " \(key)=\"\(escaped(value, isAttribute: true))\""
    }
    return text
  }

  /// An element with its content; closed at once where there is none.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: String = ""
  ) -> String {
    tag(name, attributes) + (content.isEmpty ? "/>\n" : ">\(content)</\(name)>\n")
  }

  /// An element that holds text; nothing where the text is empty.
  static func optional(_ name: String, _ text: String) -> String {
    text.isEmpty ? "" : "<\(name)>\(escaped(text))</\(name)>\n"
  }
}

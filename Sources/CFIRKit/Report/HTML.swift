/// A piece of a page. Text is escaped where it is written, so that no excerpt can become markup.
public indirect enum HTML: Sendable, ExpressibleByStringLiteral {
  /// Text.
  case text(String)
  /// An element with its attributes and content.
  case element(String, attributes: [(name: String, value: String)], content: [HTML])

  /// Text.
  public init(stringLiteral value: String) { self = .text(value) }

  /// An element: `HTML("td", ["class": "number"], "12")`.
  public init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: HTML...) {
    self.init(name, attributes, content)
  }

  /// An element with computed content.
  public init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: [HTML]) {
    self = .element(name, attributes: attributes.map { ($0.key, $0.value) }, content: content)
  }

  /// The markup.
  public var markup: String {
    var text = ""
    write(to: &text)
    return text
  }

  private static let void: Set<String> = ["meta", "br", "hr", "link", "col", "img", "input", "wbr"]
  private static let blocks: Set<String> = [
    "html", "head", "body", "main", "header", "footer", "nav", "section", "article", "table", "thead",
    "tbody", "tr",
    "h1", "h2", "h3", "h4", "p", "ul", "ol", "dl", "blockquote", "figure", "caption", "title", "style", "div",
    "li",
    "dt", "dd", "details", "aside", "fieldset", "legend", "label",
  ]

  private func write(to text: inout String) {
    switch self {
    case .text(let words): text += HTML.escaped(words)
    case .element(let name, let attributes, let content):
      text += "<\(name)"
      for attribute in attributes { text += " \(attribute.name)=\"\(HTML.escaped(attribute.value))\"" }
      text += ">"
      if HTML.void.contains(name) { return }
      for piece in content {
        // A style sheet is ours, and escaping would break it.
        if name == "style", case .text(let sheet) = piece { text += sheet } else { piece.write(to: &text) }
      }
      text += "</\(name)>"
      if HTML.blocks.contains(name) { text += "\n" }
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // Control characters are not allowed in HTML.
      case "\0"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

import CFIRKit

/// A sentence that may hold links and emphasis: `"\(link) hinders in \(count) organizations."`
struct Prose: Sendable, ExpressibleByStringInterpolation {
  /// What it is made of.
  private(set) var nodes: [HTML] = []

  init(_ nodes: [HTML]) { self.nodes = nodes }

  init(_ text: String) { nodes = text.isEmpty ? [] : [.text(text)] }

  init(stringLiteral value: String) { self.init(value) }

  init(stringInterpolation parts: Parts) { nodes = parts.nodes }

  /// The pieces of a literal in their order.
  struct Parts: StringInterpolationProtocol {
    fileprivate var nodes: [HTML] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { if !literal.isEmpty { nodes.append(.text(literal)) } }
    mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
    mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }
    mutating func appendInterpolation(_ node: HTML) { nodes.append(node) }
    mutating func appendInterpolation(_ prose: Prose) { nodes += prose.nodes }
  }

  /// Whether nothing is said.
  var isEmpty: Bool { nodes.isEmpty }

  /// The words without their markup.
  var plain: String { nodes.map(\.plain).joined() }

  /// `A, B and C`.
  static func list(_ items: [Prose], _ conjunction: String = "and") -> Prose {
    var prose = Prose("")
    for (place, item) in items.enumerated() {
      if place > 0 { prose += place == items.count - 1 ? " \(conjunction) " : ", " }
      prose += item
    }
    return prose
  }

  /// Sentences after one another.
  static func paragraph(_ sentences: [Prose]) -> Prose {
    var prose = Prose("")
    for sentence in sentences where !sentence.isEmpty {
      if !prose.isEmpty { prose += " " }
      prose += sentence.opened
    }
    return prose
  }

  static func += (prose: inout Prose, other: Prose) { prose.nodes += other.nodes }

  static func + (first: Prose, second: Prose) -> Prose { Prose(first.nodes + second.nodes) }

  /// With a capital at its beginning, unless it begins with a link or the like.
  var opened: Prose {
    guard case .text(let text) = nodes.first else { return self }
    return Prose([.text(English.opening(text))] + nodes.dropFirst())
  }

  /// As a paragraph of a page.
  var asParagraph: HTML { HTML("p", [:], nodes) }
}

extension HTML {
  /// A link to a place on the page.
  static func link(_ anchor: String, _ text: String) -> HTML {
    HTML("a", ["href": "#" + anchor], .text(text))
  }

  /// The text without markup.
  var plain: String {
    switch self {
    case .text(let text): text
    case .element(_, _, let content): content.map(\.plain).joined()
    }
  }
}

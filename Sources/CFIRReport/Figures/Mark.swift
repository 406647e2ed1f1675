import CFIRKit
import Foundation

/// The few shapes that figures are drawn with. Lengths and places are in pixels of a screen, from the upper left corner.
public enum Mark: Sendable {
  /// A rectangle.
  case rect(x: Double, y: Double, width: Double, height: Double, fill: Fill)
  /// A circle about a place.
  case circle(x: Double, y: Double, radius: Double, fill: Fill)
  /// A square that stands on a corner.
  case diamond(x: Double, y: Double, radius: Double, fill: Fill)
  /// A straight line.
  case line(x1: Double, y1: Double, x2: Double, y2: Double, stroke: String, width: Double, isDashed: Bool)
  /// One line of text, centred on its height.
  case text(String, x: Double, y: Double, anchor: Anchor, size: Double, colour: String, isBold: Bool)

  /// How text stands to its place.
  public enum Anchor: String, Sendable {
    case start, middle, end
  }

  /// The colour of text and outlines.
  public static let ink = "#1b2430"
  /// The colour of text that matters less.
  public static let soft = "#4a5565"
  /// The colour of guides and axes.
  public static let guide = "#c5ccd6"
  /// The height of letters where nothing else is said.
  public static let fontSize = 13.0

  /// A line, by default thin and of the colour of guides.
  public static func line(
    _ x1: Double, _ y1: Double, to x2: Double, _ y2: Double, stroke: String = Mark.guide, width: Double = 1,
    isDashed: Bool = false
  ) -> Mark {
    .line(x1: x1, y1: y1, x2: x2, y2: y2, stroke: stroke, width: width, isDashed: isDashed)
  }

  /// One line of text.
  public static func words(
    _ words: String, x: Double, y: Double, anchor: Anchor = .start, size: Double = Mark.fontSize,
    colour: String = Mark.ink, isBold: Bool = false
  ) -> Mark {
    .text(words, x: x, y: y, anchor: anchor, size: size, colour: colour, isBold: isBold)
  }

  /// Text in as many lines as it needs in so much room, centred on its height as a whole.
  public static func lines(
    _ text: String, x: Double, y: Double, width: Double, anchor: Anchor = .start,
    size: Double = Mark.fontSize, isBold: Bool = false
  ) -> [Mark] {
    let lines = broken(text, width: width, size: size)
    let step = size * 1.2
    return lines.enumerated().map { place, line in
      words(
        line, x: x, y: y + (Double(place) - Double(lines.count - 1) / 2) * step, anchor: anchor, size: size,
        isBold: isBold)
    }
  }

  /// The lines that a text needs in so much room: broken at blanks, letters taken for a little over half as wide as they are high.
  public static func broken(_ text: String, width: Double, size: Double = Mark.fontSize) -> [String] {
    let letters = max(1, Int(width / (size * 0.55)))
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= letters {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// How it is filled, where it is.
  var fill: Fill? {
    switch self {
    case .rect(_, _, _, _, let fill), .circle(_, _, _, let fill), .diamond(_, _, _, let fill): fill
    case .line, .text: nil
    }
  }

  /// The mark in a figure of this id.
  func markup(in figure: String) -> HTML {
    switch self {
    case .rect(let x, let y, let width, let height, let fill):
      // An outline stands inside its rectangle.
      let inset = fill.stroke == nil ? 0 : 0.5
      return element(
        "rect",
        [
          ("x", x + inset), ("y", y + inset), ("width", max(0, width - 2 * inset)),
          ("height", max(0, height - 2 * inset)),
        ], fill, figure)
    case .circle(let x, let y, let radius, let fill):
      return element("circle", [("cx", x), ("cy", y), ("r", radius)], fill, figure)
    case .diamond(let x, let y, let radius, let fill):
      let corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
      let points = corners.map { "\(Self.plain($0.0)),\(Self.plain($0.1))" }.joined(separator: " ")
      return .element(
        "polygon", attributes: [(name: "points", value: points)] + fill.attributes(in: figure), content: [])
    case .line(let x1, let y1, let x2, let y2, let stroke, let width, let isDashed):
      var attributes = Self.attributes([("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)])
      attributes += [(name: "stroke", value: stroke), (name: "stroke-width", value: Self.plain(width))]
      if isDashed { attributes.append((name: "stroke-dasharray", value: "3 3")) }
      return .element("line", attributes: attributes, content: [])
    case .text(let words, let x, let y, let anchor, let size, let colour, let isBold):
      // Capitals are about 0.7 of the height of letters.
      var attributes = Self.attributes([("x", x), ("y", y + size * 0.35), ("font-size", size)])
      attributes += [(name: "text-anchor", value: anchor.rawValue), (name: "fill", value: colour)]
      if isBold { attributes.append((name: "font-weight", value: "600")) }
      return .element("text", attributes: attributes, content: [.text(words)])
    }
  }

  private func element(_ name: String, _ places: [(String, Double)], _ fill: Fill, _ figure: String) -> HTML {
    .element(name, attributes: Self.attributes(places) + fill.attributes(in: figure), content: [])
  }

  private static func attributes(_ places: [(String, Double)]) -> [(name: String, value: String)] {
    places.map { (name: $0.0, value: plain($0.1)) }
  }

  /// A length or place: at most one decimal, the same on every machine.
  static func plain(_ value: Double) -> String {
    let text = String(format: "%.1f", value)
    let short = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    return short == "-0" ? "0" : short
  }
}

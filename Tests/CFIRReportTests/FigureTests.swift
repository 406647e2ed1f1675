import CFIRKit
import CFIRReport
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct FigureTests {
  private static let table = Table("Numbers", columns: [.init("What", isHeader: true), .init("Number")])

  private static var bars: Figure {
    var bars = BarFigure(
      [
        .init("Money & <time>", 4, text: "4.0"), .init("Space", -2, text: "\u{2212}2.0", fill: .striped),
        .init("Data", nil, text: "nobody knew"),
      ], domain: -4...4)
    bars.guide = (2, "so so")
    return bars.figure(id: "bars", title: "Three bars", description: "Money is highest.", table: table)
  }

  private static var strip: Figure {
    StripFigure(
      [.init("Time", [.init(1, .disc), .init(5, .ring)], text: "1.0 · 5.0")], domain: 1...5,
      key: [(.disc, "leaders"), (.ring, "staff")], ticks: [(1, "low"), (5, "high")]
    ).figure(id: "strip", title: "A strip", description: "Far apart.", table: table)
  }

  private static var matrix: Figure {
    ShadedMatrix(
      columns: ["AB", "CD"],
      rows: [("AB", [.init("1.00", .shade(1)), .init("0.00", .shade(0))])]
    ).figure(id: "matrix", title: "A matrix", description: "Two raters.", table: table)
  }

  private static var toned: Figure {
    ShadedMatrix(columns: ["North"], rows: [("Culture", [.init("0 (mixed)", .tone(.mixed))])]).figure(
      id: "toned", title: "Tones", description: "One cell.", table: table)
  }

  static let all = ["bars", "strip", "matrix", "toned"]

  private static func figure(_ name: String) -> Figure {
    switch name {
    case "bars": bars
    case "strip": strip
    case "matrix": matrix
    default: toned
    }
  }

  @Test(arguments: all)
  func `is sound markup with a title and a description that it names`(name: String) throws {
    let figure = Self.figure(name)
    let parser = XMLParser(data: Data(figure.svg.markup.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    let markup = figure.svg.markup
    #expect(markup.contains("role=\"img\" aria-labelledby=\"\(name)-title \(name)-desc\""))
    #expect(markup.contains("<title id=\"\(name)-title\">") && markup.contains("<desc id=\"\(name)-desc\">"))
    #expect(figure.node.markup.contains("<caption>Numbers</caption>"))
    #expect(!markup.contains("<script") && !markup.contains("font-family"))
  }

  @Test(arguments: all)
  func `has ids that no other figure has, and stripes that it brings itself`(name: String) {
    let ids = Self.figure(name).svg.markup.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count && ids.allSatisfy { $0.hasPrefix(name + "-") })
    for match in Self.figure(name).svg.markup.matches(of: /url\(#([^)]*)\)/) {
      #expect(ids.contains(String(match.1)))
    }
  }

  @Test func `prints the number of every bar, and why there is none`() {
    let markup = Self.bars.svg.markup
    for text in ["4.0", "\u{2212}2.0", "nobody knew", "so so", "Money &amp; &lt;time&gt;"] {
      #expect(markup.contains(">\(text)</text>"), "\(text)")
    }
    #expect(markup.matches(of: /<rect [^>]*fill="(#0b4f8a|url[^"]*)"/).count == 2)
  }

  @Test func `puts dots where their numbers are`() {
    let markup = Self.strip.svg.markup
    // 1 of 1...5 stands where the tick “low” stands, 5 where “high” does.
    let places = markup.matches(of: /<line x1="([\d.]+)" y1="42"/).map { String($0.1) }
    #expect(places.count == 2)
    for place in places { #expect(markup.contains("<circle cx=\"\(place)\"")) }
    #expect(markup.contains(">1.0 · 5.0</text>") && markup.contains(">staff</text>"))
  }

  @Test func `writes on dark cells in white`() {
    let markup = Self.matrix.svg.markup
    #expect(markup.contains("fill=\"#0b4f8a\"") && markup.contains("fill=\"#ffffff\">1.00</text>"))
    #expect(markup.contains("fill=\"#1b2430\">0.00</text>"))
  }

  @Test func `a scale ends where it ends`() {
    let scale = LinearScale(1...5, from: 200, to: 100)
    #expect([1, 3, 5, 9, -9].map(scale.place) == [200, 150, 100, 100, 200])
    #expect(LinearScale(2...2, from: 7, to: 9).place(2) == 7)
  }
}

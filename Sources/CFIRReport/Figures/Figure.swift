import CFIRKit

/// A drawing with its numbers: what it shows in words for those who cannot see it, and its table for those who want it exactly.
///
/// It is markup without script that takes its typeface from the page.
public struct Figure: Sendable {
  /// Where it stands on its page: a word that no other figure there has.
  public var id: String
  /// What it shows, as a caption.
  public var title: String
  /// What there is to see, for those who cannot see it.
  public var description: String
  /// Its width in pixels of a screen; it shrinks where there is less room.
  public var width: Double
  /// Its height in pixels of a screen.
  public var height: Double
  /// What is drawn, from back to front.
  public var marks: [Mark]
  /// Its numbers.
  public var table: Table
  /// What stands below it.
  public var notes: [String]

  /// A figure.
  public init(
    id: String, title: String, description: String, width: Double, height: Double, marks: [Mark],
    table: Table, notes: [String] = []
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.width = width
    self.height = height
    self.marks = marks
    self.table = table
    self.notes = notes
  }

  /// The drawing alone, with its title and description.
  public var svg: HTML {
    let (width, height) = (Mark.plain(width), Mark.plain(height))
    let used = Hatching.allCases.filter { hatching in marks.contains { $0.fill?.hatching == hatching } }
    var content = [
      HTML("title", ["id": "\(id)-title"], .text(title)),
      HTML("desc", ["id": "\(id)-desc"], .text(description)),
    ]
    if !used.isEmpty { content.append(HTML("defs", [:], used.map { $0.pattern(in: id) })) }
    return HTML(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width) \(height)", "width": width,
        "height": height, "role": "img", "aria-labelledby": "\(id)-title \(id)-desc",
      ], content + marks.map { $0.markup(in: id) })
  }

  /// The figure as a page has it: caption, drawing, notes, and the table to open.
  public var node: HTML {
    let details = HTML(
      "details", ["class": "data"], HTML("summary", [:], "The numbers as a table"),
      HTMLTable(table, class: "numbers").node)
    return HTML(
      "figure", ["class": "drawn", "id": id],
      [HTML("figcaption", [:], .text(title)), svg] + notes.map { HTML("p", ["class": "note"], .text($0)) }
        + [details])
  }

  /// The style rules of figures, to stand after those of the page.
  public static let style = """
    figure.drawn { break-inside: avoid; }
    figure.drawn svg { display: block; max-width: 100%; height: auto; font-family: inherit; }
    figure.drawn figcaption { font-weight: 600; margin: 0 0 .4rem; }
    figure.drawn details { margin: .3rem 0 0; }
    figure.drawn details figure { margin: .3rem 0; }
    @media print { figure.drawn details.data { display: none; } }

    """
}

import CFIRKit

/// A table of the report: as tables are everywhere, with a class to set it by and cells that may hold links.
struct HTMLTable {
  private let table: Table
  private let name: String
  private let links: (Int, Int) -> [HTML]?

  /// - Parameters:
  ///   - table: What it says.
  ///   - name: The class that the style sheet knows it by.
  ///   - links: For a row and a column, what stands there in place of the cell's text; rows of headings count too.
  init(_ table: Table, class name: String, links: @escaping (Int, Int) -> [HTML]? = { _, _ in nil }) {
    self.table = table
    self.name = name
    self.links = links
  }

  /// The table with its caption and notes.
  var node: HTML {
    let head = table.columns.map { column in
      column.title.isEmpty
        ? HTML("td", [:], [])
        : HTML("th", ["scope": "col", "class": column.isNumeric ? "number" : "words"], .text(column.title))
    }
    // Groups of rows are bodies of their own, so that their headings head them.
    var bodies: [[HTML]] = [[]]
    for (place, row) in table.rows.enumerated() {
      switch row {
      case .heading(let text):
        let heading = HTML(
          "th", ["scope": "rowgroup", "colspan": String(table.columns.count), "class": "group"], .text(text))
        bodies.append([HTML("tr", [:], heading)])
      case .cells(let cells):
        let nodes = zip(table.columns, cells).enumerated().map { node($1.1, in: $1.0, at: place, $0) }
        bodies[bodies.count - 1].append(HTML("tr", [:], nodes))
      }
    }
    let parts =
      [HTML("caption", [:], .text(table.caption)), HTML("thead", [:], HTML("tr", [:], head))]
      + bodies.filter { !$0.isEmpty }.map { HTML("tbody", [:], $0) }
    return HTML(
      "figure", ["class": name],
      [
        HTML(
          "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": table.caption],
          HTML("table", [:], parts))
      ] + table.notes.map { HTML("p", ["class": "note"], .text($0)) })
  }

  private func node(_ cell: Table.Cell, in column: Table.Column, at row: Int, _ place: Int) -> HTML {
    let depth = cell.text.prefix { $0 == " " }.count / 2
    let content = links(row, place) ?? HTMLFormat.paragraphs(cell.text)
    if column.isHeader { return HTML("th", ["scope": "row", "class": "depth\(depth)"], content) }
    if let tone = cell.tone { return HTML("td", ["class": "rating \(tone.rawValue)"], content) }
    return HTML("td", ["class": column.isNumeric ? "number" : "words"], content)
  }
}

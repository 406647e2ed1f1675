/// Answers as semantic HTML: real headers with scopes, captions, quotations.
public enum HTMLFormat {
  /// The blocks of an answer under its title.
  public static func nodes(_ answer: Answer) -> [HTML] {
    [HTML("h1", [:], .text(answer.title))] + answer.blocks.map(node)
  }

  /// One block.
  public static func node(_ block: Answer.Block) -> HTML {
    switch block {
    case .heading(let level, let text): HTML("h\(level)", [:], .text(text))
    case .paragraph(let text): HTML("p", [:], .text(text))
    case .list(let items): HTML("ul", [:], items.map { HTML("li", [:], .text($0)) })
    case .table(let table): node(table)
    case .quotation(let words, let source):
      HTML(
        "blockquote", [:], HTML("p", [:], paragraphs(words)),
        HTML("footer", [:], .text(source)))
    }
  }

  /// Words with their line breaks.
  public static func paragraphs(_ words: String) -> [HTML] {
    let lines = words.split(separator: "\n", omittingEmptySubsequences: true).map { HTML.text(String($0)) }
    return lines.enumerated().flatMap { $0.offset == 0 ? [$0.element] : [HTML("br", [:]), $0.element] }
  }

  /// A table that can be scrolled sideways where the page is narrow.
  public static func node(_ table: Table) -> HTML {
    let head = HTML(
      "thead", [:],
      HTML(
        "tr", [:],
        table.columns.map {
          HTML("th", ["scope": "col", "class": $0.isNumeric ? "number" : "words"], .text($0.title))
        }))
    let body = HTML(
      "tbody", [:],
      table.rows.map { row in
        switch row {
        case .heading(let text):
          HTML(
            "tr", [:],
            HTML(
              "th", ["scope": "rowgroup", "colspan": String(table.columns.count), "class": "group"],
              .text(text)))
        case .cells(let cells): HTML("tr", [:], zip(table.columns, cells).map { node($1, in: $0) })
        }
      })
    var nodes: [HTML] = []
    if !table.caption.isEmpty { nodes.append(HTML("caption", [:], .text(table.caption))) }
    let wrapped = HTML(
      "div",
      ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": table.caption.ifEmpty("Table")],
      HTML("table", [:], nodes + [head, body]))
    return HTML("figure", [:], [wrapped] + table.notes.map { HTML("p", ["class": "note"], .text($0)) })
  }

  private static func node(_ cell: Table.Cell, in column: Table.Column) -> HTML {
    let content = paragraphs(cell.text)
    if column.isHeader { return HTML("th", ["scope": "row"], content) }
    if let tone = cell.tone { return HTML("td", ["class": "rating \(tone.rawValue)"], content) }
    return HTML("td", ["class": column.isNumeric ? "number" : "words"], content)
  }
}

/// Answers for a terminal: aligned columns, headers broken over lines, shades where the terminal has them.
struct TextFormat {
  let isColoured: Bool
  private static let widestHeader = 14
  private static let widestCell = 60

  func text(_ answer: Answer) -> String {
    var parts = [answer.title]
    for block in answer.blocks {
      switch block {
      case .heading(_, let text): parts.append(text.uppercased())
      case .paragraph(let text): parts.append(Self.wrapped(text, to: 100).joined(separator: "\n"))
      case .list(let items):
        parts.append(
          items.map { "- " + Self.wrapped($0, to: 98).joined(separator: "\n  ") }.joined(separator: "\n"))
      case .table(let table): parts.append(text(table))
      case .quotation(let words, let source):
        parts.append(
          Self.wrapped("“\(words)”", to: 96).map { "    " + $0 }.joined(separator: "\n") + "\n    – \(source)"
        )
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func text(_ table: Table) -> String {
    let headers = table.columns.map { Self.wrapped($0.title, to: $0.isHeader ? 40 : Self.widestHeader) }
    let bodies: [[[String]]?] = table.rows.map { row in
      guard case .cells(let cells) = row else { return nil }
      return cells.map { Self.wrapped($0.text, to: Self.widestCell) }
    }
    let widths = table.columns.indices.map { column in
      (headers[column] + bodies.flatMap { $0.map { $0[column] } ?? [] }).map(\.count).max() ?? 0
    }
    var lines = table.caption.isEmpty ? [] : [table.caption, ""]
    let height = headers.map(\.count).max() ?? 0
    // Headers stand on the line, however many lines they take.
    let raised = headers.map { Array(repeating: "", count: height - $0.count) + $0 }
    lines += Self.lines(raised, widths, table.columns) { text, _ in text }
    lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    for (row, body) in zip(table.rows, bodies) {
      switch row {
      case .heading(let text): lines.append(text)
      case .cells(let cells):
        guard let body else { continue }
        lines += Self.lines(body, widths, table.columns) { text, column in
          isColoured ? Self.shaded(text, cells[column].tone) : text
        }
      }
    }
    if !table.notes.isEmpty { lines += [""] + table.notes.flatMap { Self.wrapped($0, to: 100) } }
    return lines.joined(separator: "\n")
  }

  private static func lines(
    _ cells: [[String]], _ widths: [Int], _ columns: [Table.Column], shade: (String, Int) -> String
  ) -> [String] {
    (0..<(cells.map(\.count).max() ?? 0)).map { line in
      let parts = cells.indices.map { column in
        let text = line < cells[column].count ? cells[column][line] : ""
        let padding = String(repeating: " ", count: max(0, widths[column] - text.count))
        return shade(columns[column].isNumeric ? padding + text : text + padding, column)
      }
      return parts.joined(separator: "  ").trimmingTrailingBlanks()
    }
  }

  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty && line.count + 1 + word.count > width {
          lines.append(line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      lines.append(line)
    }
    return lines
  }

  private static func shaded(_ text: String, _ tone: Table.Tone?) -> String {
    let code: String? =
      switch tone {
      case .strongPositive: "1;34"
      case .positive: "34"
      case .negative: "33"
      case .strongNegative: "1;33"
      case .unresolved: "7"
      case .missing, .mixed: "2"
      default: nil
      }
    return code.map { "\u{1B}[\($0)m\(text)\u{1B}[0m" } ?? text
  }
}

extension String {
  fileprivate func trimmingTrailingBlanks() -> String {
    var slice = self[...]
    while slice.last == " " { slice = slice.dropLast() }
    return String(slice)
  }
}

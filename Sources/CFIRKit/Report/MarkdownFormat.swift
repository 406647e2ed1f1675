/// Answers as GitHub-flavoured Markdown.
enum MarkdownFormat {
  static func text(_ answer: Answer) -> String {
    var parts = ["# \(escaped(answer.title))"]
    for block in answer.blocks {
      switch block {
      case .heading(let level, let text):
        parts.append(String(repeating: "#", count: level) + " " + escaped(text))
      case .paragraph(let text): parts.append(escaped(text))
      case .list(let items): parts.append(items.map { "- \(escaped($0))" }.joined(separator: "\n"))
      case .table(let table): parts.append(text(table))
      case .quotation(let words, let source):
        let lines = words.split(separator: "\n", omittingEmptySubsequences: false).map {
          "> \(escaped(String($0)))"
        }
        parts.append(lines.joined(separator: "\n") + "\n>\n> – \(escaped(source))")
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func text(_ table: Table) -> String {
    var lines: [String] = []
    if !table.caption.isEmpty { lines += ["**\(escaped(table.caption))**", ""] }
    lines.append(row(table.columns.map(\.title)))
    lines.append("|" + table.columns.map { $0.isNumeric ? "---:|" : "---|" }.joined())
    for row in table.rows {
      switch row {
      case .cells(let cells): lines.append(self.row(cells.map(\.text)))
      case .heading(let text):
        lines.append("| **\(escaped(text))** |" + String(repeating: " |", count: table.columns.count - 1))
      }
    }
    for note in table.notes { lines += ["", escaped(note)] }
    return lines.joined(separator: "\n")
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.map { escaped($0).replacing("\n", with: "<br>") }.joined(separator: " | ") + " |"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "|", "*", "_", "`", "\\", "[", "]", "#": result += "\\\(character)"
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      default: result.append(character)
      }
    }
    return result
  }
}

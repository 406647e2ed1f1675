import CFIRKit

/// Which cells the team settled from different ratings, and how far apart these were.
struct SettledDifferences {
  let facts: Facts

  /// The mark of such a cell in the matrix.
  static let mark = "≠"
  /// Where links arrive.
  static let anchor = "differences"

  var nodes: [HTML] {
    guard !facts.differences.isEmpty else { return [] }
    return [
      HTML("h3", ["id": Self.anchor], "Settled from different ratings"),
      HTML("p", [:], .text(sentence)), table,
    ]
  }

  private var sentence: String {
    let number = facts.differences.count
    let cells = English.opening(English.count(number, "cell"))
    let crossing = facts.differences.count(where: \.crossesZero)
    let across =
      crossing == 0
      ? "in none did one rating say that the construct helps and another that it hinders"
      : "in \(English.number(crossing)) of them some rating said that the construct helps and another that it hinders"
    let more =
      facts.hasMemos ? " Each cell leads to the team’s reason and to the words that it rests on." : ""
    return
      "\(cells) \(English.form(number, "was", "were")) settled although the raters had differed before the team met; \(across).\(more)"
  }

  /// Under each distance, a row for each construct.
  private var table: HTML {
    var table = Table(
      "Cells settled from different ratings, the widest apart first",
      columns: [.init("Construct", isHeader: true), .init("Settled rating (the raters’ own)")])
    var cells: [[Disagreement]] = []
    var reasons: [String] = []
    for difference in facts.differences where !reasons.contains(difference.reason) {
      reasons.append(difference.reason)
    }
    for reason in reasons {
      let alike = facts.differences.filter { $0.reason == reason }
      table.rows.append(.heading("\(English.opening(reason)) (\(alike.count))"))
      cells.append([])
      for construct in facts.matrix.constructs {
        let row = alike.filter { $0.cell.construct == construct.id }
        guard !row.isEmpty else { continue }
        table.add([.text(facts.names.construct(construct)), .text("")])
        cells.append(row)
      }
    }
    return HTMLTable(table, class: "differences") { row, column in
      column == 1 && cells.indices.contains(row) ? links(cells[row]) : nil
    }.node
  }

  /// `MSC +1 (IK +2, TV +1); ODO …`
  private func links(_ differences: [Disagreement]) -> [HTML] {
    var nodes: [HTML] = []
    for (place, difference) in differences.enumerated() {
      let cell = difference.cell
      let own = difference.ratings.map { "\($0.rater) \($0.value.typographic)" }.joined(separator: ", ")
      let name = "\(facts.names.short(cell.organization)) \(cell.typographic)"
      if place > 0 { nodes.append("; ") }
      nodes += [facts.link(cell.organization, cell.construct, name), .text(" (\(own))")]
    }
    return nodes
  }
}

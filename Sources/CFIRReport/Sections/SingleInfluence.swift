import CFIRKit

/// What helps and what hinders in a study of one organization: its ratings from the highest to the lowest, with words.
struct SingleInfluence {
  let facts: Facts

  private static let mostQuotations = 2

  var nodes: [HTML] {
    let scored = facts.matrix.allCells.enumerated().filter { $0.element.score != nil }.sorted {
      let (first, second) = ($0.element.score?.value ?? 0, $1.element.score?.value ?? 0)
      return first == second ? $0.offset < $1.offset : first > second
    }.map(\.element)
    guard !scored.isEmpty else { return [HTML("p", [:], "No construct has a score yet.")] }
    let groups: [(title: String, cells: [RatingMatrix.Cell])] = [
      ("Helps strongly", scored.filter { $0.score?.value == 2 }),
      ("Helps", scored.filter { $0.score?.value == 1 }),
      ("Neither helps nor hinders", scored.filter { $0.score?.value == 0 && $0.score?.isMixed == false }),
      ("Pulls both ways", scored.filter { $0.score?.value == 0 && $0.score?.isMixed == true }),
      ("Hinders", scored.filter { $0.score?.value == -1 }),
      ("Hinders strongly", scored.filter { $0.score?.value == -2 }),
    ].filter { !$0.1.isEmpty }
    return groups.flatMap { group in [HTML("h3", [:], .text(group.title))] + group.cells.map(account) }
  }

  private func account(_ cell: RatingMatrix.Cell) -> HTML {
    let name =
      facts.study.codebook.construct(cell.construct).map(facts.names.construct) ?? cell.construct.rawValue
    let summary = cell.settled.speaking.map { $0.summary.ifEmpty($0.rationale) } ?? ""
    let isStrong = abs(cell.score?.value ?? 0) == 2
    let quotations =
      isStrong ? facts.quotations(cell.construct, cell.organization).prefix(Self.mostQuotations) : []
    return HTML(
      "article", ["class": "account brief"],
      [
        HTML(
          "p", [:], RatingBadge(cell).node, " ",
          HTML("b", [:], facts.link(cell.organization, cell.construct, name)),
          .text(summary.isEmpty ? "" : "  " + English.sentence(summary)))
      ] + quotations.map(ExcerptBlock(facts: facts).quoted))
  }
}

/// A rating as a small shaded mark in running text.
struct RatingBadge {
  private let cell: RatingMatrix.Cell?

  init(_ cell: RatingMatrix.Cell?) { self.cell = cell }

  var node: HTML {
    HTML("span", ["class": "swatch \(Table.Tone(cell).rawValue)"], .text(cell?.typographic ?? "not rated"))
  }
}

extension Study {
  /// The rating matrix.
  public func matrixAnswer() -> Answer {
    let matrix = matrix()
    var table = Table(
      "Ratings by construct and organization" + (groups == nil ? "" : ", organizations ordered by outcome"),
      columns: [Table.Column("Construct", isHeader: true)]
        + matrix.organizations.map { Table.Column($0.name) })
    var data = Table(
      "matrix",
      columns: [Table.Column("construct"), Table.Column("domain")]
        + matrix.organizations.map { Table.Column($0.id.rawValue) })
    addRows(for: matrix.constructs, to: &table) { construct in
      let cells = matrix.organizations.map { matrix[construct.id, $0.id] }
      data.add(
        [.text(construct.id.rawValue), .text(construct.domain.rawValue)]
          + cells.map { .text($0?.settled.value?.token ?? "") })
      return [.text(construct.name)] + cells.map { marked($0) }
    }
    if let groups {
      let named = OrganizationGroups.Group.allCases.compactMap { group -> String? in
        let members = matrix.organizations.filter { groups.group(of: $0.id) == group }
        return members.isEmpty ? nil : "\(group.rawValue): \(NumberStyle.list(members.map(\.name)))"
      }
      table.notes.append("Groups – \(named.joined(separator: "; ")).")
    }
    table.notes += basisNotes(matrix)
    let differences = differencesBeforeConsensus(in: matrix)
    let agreement = agreementBeforeConsensus(.brief)
    if let agreement { table.notes.append(note(agreement, differences)) }
    return Answer(
      "\(title): ratings", blocks: [.table(table)], data: data,
      json: json(
        "matrix",
        [
          ("organizations", json(organizations: matrix.organizations)),
          ("constructs", .array(matrix.constructs.map { .object(members($0)) })),
          ("round", JSON(round)), ("cells", .array(matrix.allCells.map { json($0, differences) })),
          ("agreement", agreement?.overallRecord ?? .null),
        ]))
  }

  /// How far the raters agreed, before what the matrix shows was settled.
  private func note(_ account: AgreementAccount, _ differences: [Disagreement]) -> String {
    guard let brief = account.brief else {
      return "Before consensus: no cell was rated by two raters, so that nothing can be said of agreement."
    }
    return
      "Before consensus \(brief); \(NumberStyle.count(differences.count, "cell was", "cells were")) settled from different ratings."
  }

  /// Marks what a cell stands on where it is not a consensus.
  private func marked(_ cell: RatingMatrix.Cell?) -> Table.Cell {
    var printed = Table.Cell.rating(cell)
    switch cell?.settled.basis {
    case .agreed: printed.text += " ᵃ"
    case .single: printed.text += " ˢ"
    case .derived: printed.text += " ᵈ"
    case .consensus, .unresolved, nil: break
    }
    return printed
  }

  private func basisNotes(_ matrix: RatingMatrix) -> [String] {
    let cells = matrix.allCells
    func count(_ basis: SettledRating.Basis) -> Int { cells.count { $0.settled.basis == basis } }
    let possible = matrix.constructs.count * matrix.organizations.count
    let bases: [(SettledRating.Basis, String)] = [
      (.consensus, "by consensus"), (.agreed, "where all raters agree (ᵃ)"), (.single, "by one rater (ˢ)"),
      (.derived, "derived from coded evidence by the criteria, not yet a person's rating (ᵈ)"),
      (.unresolved, "unresolved: the raters differ and no consensus is recorded"),
    ]
    let parts = bases.compactMap { basis, words in count(basis) > 0 ? "\(count(basis)) \(words)" : nil }
    guard !parts.isEmpty else {
      return ["Nothing is rated yet. `--derive` fills the matrix from judged excerpts."]
    }
    return ["\(cells.count) of \(possible) cells: \(NumberStyle.list(parts)). An empty cell was not rated."]
  }

  private func json(_ cell: RatingMatrix.Cell, _ differences: [Disagreement]) -> JSON {
    let difference = differences.first {
      $0.cell.construct == cell.construct && $0.cell.organization == cell.organization
    }
    return [
      "organization": JSON(cell.organization), "construct": JSON(cell.construct),
      "rating": JSON(cell.settled.value?.token), "score": JSON(cell.score?.value),
      "mixed": .bool(cell.score?.isMixed ?? false), "basis": .string(cell.settled.basis.rawValue),
      "raters": JSON(cell.settled.ratings.map(\.rater)),
      "ratings": .array(
        cell.settled.ratings.map { ["rater": JSON($0.rater), "rating": .string($0.value.token)] }),
      "excerpts": JSON(cell.evidence?.excerpts ?? 0), "sources": JSON(cell.evidence?.sources ?? 0),
      "differed": difference.map(json) ?? .null,
    ]
  }

  private func json(_ difference: Disagreement) -> JSON {
    [
      "spread": JSON(difference.spread), "crossesZero": .bool(difference.crossesZero),
      "reason": .string(difference.reason),
      "ratings": .array(
        difference.ratings.map { ["rater": JSON($0.rater), "rating": .string($0.value.token)] }),
    ]
  }
}

import CFIRKit

/// What is not mapped, not rated or not settled.
struct Gaps: Sendable {
  /// A construct in an organization where something was coded and nobody rated.
  struct UnratedCell: Sendable {
    let construct: Construct
    let organization: Organization.ID
    let evidence: CellEvidence
  }

  /// Codes that no construct answers to, most rows first.
  let unmapped: [(code: String, rows: Int)]
  /// The team's own codes, with their rows, in codebook order.
  let ownCodes: [(code: Construct, rows: Int, organizations: Int)]
  /// Cells with evidence and without a rating.
  let unratedCells: [UnratedCell]
  /// Constructs of the matrix that nobody rated anywhere.
  let unratedConstructs: [Construct]
  /// Rows coded to something that is never rated: a domain or the like.
  let tooBroad: [(construct: Construct, rows: Int)]
  /// Cells where the raters differ and the team has not decided.
  let unresolved: [RatingMatrix.Cell]
  /// Cells settled on having no score, by reason.
  let unscored: [(reason: String, cells: [RatingMatrix.Cell])]
  /// Ids that ratings cite and no excerpt bears.
  let unknownCitations: [(entry: MemoEntry, ids: [Excerpt.ID])]

  init(_ facts: Facts) {
    let study = facts.study
    unmapped = study.tally.unmapped.map { (code: $0.key, rows: $0.value) }
      .sorted {
        $0.rows == $1.rows
          ? $0.code.unicodeScalars.lexicographicallyPrecedes($1.code.unicodeScalars) : $0.rows > $1.rows
      }
    let coded = study.codebook.sorted(facts.evidence.keys.compactMap(study.codebook.construct))
    func rows(_ id: Construct.ID) -> Int { facts.evidence[id]?.values.reduce(0) { $0 + $1.excerpts } ?? 0 }
    ownCodes = coded.filter { $0.kind == .code }.map {
      (code: $0, rows: rows($0.id), organizations: facts.evidence[$0.id]?.count ?? 0)
    }
    tooBroad = coded.filter { !$0.kind.isRated && $0.kind != .code }.map {
      (construct: $0, rows: rows($0.id))
    }
    unratedCells = coded.filter(\.kind.isRated).flatMap { construct in
      facts.organizations.compactMap { organization in
        guard facts.matrix[construct.id, organization.id] == nil,
          let evidence = facts.evidence[construct.id]?[organization.id]
        else { return nil }
        return UnratedCell(construct: construct, organization: organization.id, evidence: evidence)
      }
    }
    unratedConstructs = facts.matrix.constructs.filter { facts.matrix.row($0.id).isEmpty }
    let cells = facts.matrix.allCells
    unresolved = cells.filter { $0.settled.value == nil }
    unscored = ["missing", "not asked", "n/a", "E", "I"].compactMap { reason in
      let found = cells.filter { $0.settled.value != nil && $0.score == nil && $0.token == reason }
      return found.isEmpty ? nil : (reason: reason, cells: found)
    }
    // Without words no id can be looked up, and none is unknown.
    unknownCitations =
      facts.hasWords
      ? facts.entries.filter { !$0.unknown.isEmpty }.map { (entry: $0, ids: $0.unknown) } : []
  }
}

extension Study {
  /// Ratings that the criteria do not carry; silent where a study has no excerpts at all (rapid analysis, published tables).
  ///
  /// Found are ±2 with fewer than two informants, a score without an excerpt, a 0 that does not say which kind of 0, a cited excerpt that
  /// does not exist, and a construct of the study that nobody was asked about.
  public func ratingChecks() -> [Finding] {
    guard tally.rows > 0 else { return [] }
    let known = Set(excerpts.map(\.id))
    let cells = matrix().allCells
    return cells.flatMap(checks) + citations(known) + neverAsked(cells)
  }

  private func checks(_ cell: RatingMatrix.Cell) -> [Finding] {
    guard let rating = cell.settled.speaking, let score = cell.score else { return [] }
    var findings: [Finding] = []
    func warn(_ message: String, _ fix: String) {
      findings.append(
        .warning(
          at: rating.origin,
          "\(cell.typographic) for '\(cell.organization)' on '\(cell.construct)' \(message)", fix: fix))
    }
    let evidence = cell.evidence
    if (evidence?.excerpts ?? 0) == 0 && rating.excerpts.isEmpty {
      warn("rests on no excerpt", "code the passages it rests on, or rate it missing or not asked")
    } else if abs(score.value) == 2, let evidence {
      let informants = evidence.participants > 0 ? evidence.participants : evidence.sources
      if max(informants, evidence.voices.count) < 2 {
        warn(
          "rests on one informant; the criteria ask for two",
          "rate it \(score.value > 0 ? "+1" : "−1"), or code what others say")
      }
    }
    if score.value == 0 && !score.isMixed {
      if rating.rationale.isEmpty && rating.summary.isEmpty {
        warn(
          "does not say which kind of 0 it is",
          "write 0 (mixed) where it pulls both ways, or say in the rationale that it has no valence")
      } else if let suggestion = evidence?.suggestion, suggestion.score.value == 0, suggestion.score.isMixed {
        warn(
          "is not marked as mixed, though \(suggestion.reason)",
          "write 0 (mixed), or say why not in the rationale")
      }
    }
    return findings
  }

  private func citations(_ known: Set<Excerpt.ID>) -> [Finding] {
    guard !known.isEmpty else { return [] }
    let construct = Dictionary(excerpts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return ratings.flatMap { rating in
      rating.excerpts.compactMap { id -> Finding? in
        guard let excerpt = construct[id] else {
          return .warning(
            at: rating.origin, "the rating cites '\(id)', which is no excerpt of this study",
            fix: nearest(id.rawValue, among: known.map(\.rawValue).sorted()).asSuggestion.ifEmpty(
              "correct the id, or remove it"))
        }
        guard excerpt.organization != rating.organization else { return nil }
        return .warning(
          at: rating.origin,
          "the rating of '\(rating.organization)' cites '\(id)', which speaks of '\(excerpt.organization)'",
          fix: "cite an excerpt of the same organization")
      }
    }
  }

  private func neverAsked(_ cells: [RatingMatrix.Cell]) -> [Finding] {
    let coded = tally.constructs
    let rated = Set(cells.filter { $0.score != nil || $0.settled.value == .notAsked }.map(\.construct))
    return constructs.filter { !coded.contains($0) && !rated.contains($0) }.map { id in
      .warning(
        at: Origin(file: excerptFiles.first ?? title), "nothing is coded to '\(id)' in any organization",
        fix: "rate it not asked, or take it from the study's constructs")
    }
  }
}

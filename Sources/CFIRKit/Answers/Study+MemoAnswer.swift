extension Study {
  /// The case memo: for each construct the rating, the summary, the rationale and the excerpts.
  ///
  /// - Parameters:
  ///   - organization: Only this one; nothing: all, ordered by outcome where there is one.
  ///   - construct: Only this one; nothing: all that are rated or coded.
  /// - Returns: A memo for each organization.
  public func memoAnswer(organization: Organization.ID? = nil, construct: Construct.ID? = nil) -> Answer {
    let matrix = matrix()
    let shelf = ExcerptShelf(excerpts)
    let evidence = tally.evidence()
    let constructs = memoConstructs(matrix, evidence).filter { construct == nil || $0.id == construct }
    let memos = matrix.organizations.filter { organization == nil || $0.id == organization }.map { site in
      let entries = constructs.compactMap {
        MemoEntry(
          organization: site.id, construct: $0, cell: matrix[$0.id, site.id],
          evidence: evidence[$0.id]?[site.id],
          excerpts: shelf)
      }
      return (site: site, entries: entries)
    }
    return Answer(
      "\(title): case memo", blocks: memos.flatMap { blocks($0.site, $0.entries) },
      data: memoTable(memos.flatMap(\.entries)),
      json: json(
        "memo",
        [
          (
            "memos",
            .array(
              memos.map { site, entries in
                [
                  "organization": JSON(site.id), "name": .string(site.name),
                  "constructs": .array(entries.map { json($0) }),
                ]
              })
          )
        ]))
  }

  /// The constructs that a memo speaks of: all in the matrix and all that were coded, in framework order.
  public func memoConstructs(
    _ matrix: RatingMatrix, _ evidence: [Construct.ID: [Organization.ID: CellEvidence]]
  ) -> [Construct] {
    let others = Set(evidence.keys).subtracting(matrix.constructs.map(\.id))
    return codebook.sorted(matrix.constructs + others.compactMap(codebook.printed))
  }

  // MARK: For people

  private func blocks(_ site: Organization, _ entries: [MemoEntry]) -> [Answer.Block] {
    let said: [Answer.Block] = entries.isEmpty ? [.paragraph("Nothing has been rated or coded here.")] : []
    return [.heading(2, site.name)] + said + entries.flatMap(blocks)
  }

  private func blocks(_ entry: MemoEntry) -> [Answer.Block] {
    let settled = entry.cell?.settled
    var blocks: [Answer.Block] = [.heading(3, "\(entry.construct.name): \(headline(entry))")]
    // Where the raters differ and nobody decided, each is heard.
    let heard = settled?.basis == .unresolved ? settled?.ratings ?? [] : [entry.speaking].compactMap { $0 }
    for rating in heard {
      if !rating.summary.isEmpty { blocks.append(.paragraph(rating.summary)) }
      if !rating.rationale.isEmpty {
        blocks.append(.paragraph("Rationale (\(rating.rater)): \(rating.rationale)"))
      }
    }
    if entry.construct.kind.isRated, let suggestion = entry.otherSuggestion {
      let score = RatingValue.score(suggestion.score).typographic
      blocks.append(.paragraph("The criteria suggest \(score): \(suggestion.reason)."))
    }
    return blocks
      + (entry.cited + entry.further).map { .quotation($0.text, source: caption($0, entry.construct.id)) }
  }

  /// The rating and what it stands on.
  private func headline(_ entry: MemoEntry) -> String {
    guard let cell = entry.cell else {
      return entry.construct.kind.isRated ? "not rated" : "a code of the team's own"
    }
    let given = cell.settled.ratings.map { "\($0.rater) \($0.value.typographic)" }
    switch cell.settled.basis {
    case .unresolved: return "unresolved: \(given.joined(separator: ", "))"
    case .consensus: return "\(cell.typographic) (\((["consensus"] + given).joined(separator: "; ")))"
    case .agreed: return "\(cell.typographic) (all raters agree)"
    case .single:
      return "\(cell.typographic) (\(cell.settled.ratings.first?.rater.rawValue ?? "one rater") alone)"
    case .derived: return "\(cell.typographic) (derived: \(entry.evidence?.suggestion?.reason ?? ""))"
    }
  }

  private func caption(_ excerpt: Excerpt, _ construct: Construct.ID) -> String {
    let judgement = excerpt.judgement(on: construct).map { " – \($0.words)" } ?? ""
    return attribution(excerpt) + judgement
  }

  // MARK: For programs

  private func memoTable(_ entries: [MemoEntry]) -> Table {
    var table = Table(
      "memo",
      columns: [
        "organization", "construct", "name", "rating", "basis", "summary", "rationale", "suggestion",
        "reason",
        "excerpts",
      ].map { Table.Column($0) })
    for entry in entries {
      let suggestion = entry.evidence?.suggestion
      table.add([
        .text(entry.organization.rawValue), .text(entry.construct.id.rawValue), .text(entry.construct.name),
        .text(entry.cell?.settled.value?.token ?? ""), .text(entry.cell?.settled.basis.rawValue ?? ""),
        .text(entry.speaking?.summary ?? ""), .text(entry.speaking?.rationale ?? ""),
        .text(suggestion.map { RatingValue.score($0.score).token } ?? ""), .text(suggestion?.reason ?? ""),
        .text((entry.cited + entry.further).map(\.id.rawValue).joined(separator: "; ")),
      ])
    }
    return table
  }

  private func json(_ entry: MemoEntry) -> JSON {
    let suggestion: JSON =
      entry.evidence?.suggestion.map {
        ["rating": .string(RatingValue.score($0.score).token), "reason": .string($0.reason)]
      } ?? nil
    let ratings = (entry.cell?.settled.ratings ?? []).map { rating -> JSON in
      [
        "rater": JSON(rating.rater), "rating": .string(rating.value.token),
        "summary": .string(rating.summary),
        "rationale": .string(rating.rationale), "excerpts": JSON(rating.excerpts),
      ]
    }
    return [
      "id": JSON(entry.construct.id), "name": .string(entry.construct.name),
      "rating": JSON(entry.cell?.settled.value?.token), "basis": JSON(entry.cell?.settled.basis.rawValue),
      "summary": JSON(entry.speaking?.summary), "rationale": JSON(entry.speaking?.rationale),
      "ratings": .array(ratings), "suggestion": suggestion, "cited": JSON(entry.cited.map(\.id)),
      "excerpts": .array((entry.cited + entry.further).map { json($0, on: entry.construct.id) }),
    ]
  }

  private func json(_ excerpt: Excerpt, on construct: Construct.ID) -> JSON {
    let role = excerpt.participant.flatMap { id in participants.first { $0.id == id }?.role }
    return [
      "id": JSON(excerpt.id), "participant": JSON(excerpt.participant?.rawValue), "role": JSON(role),
      "source": .string(excerpt.source), "start": .string(excerpt.start), "end": .string(excerpt.end),
      "text": .string(excerpt.text), "judgement": JSON(excerpt.judgement(on: construct)?.token),
      "cleared": .bool(excerpt.isCleared), "file": .string(excerpt.origin.file),
      "line": JSON(excerpt.origin.line),
    ]
  }
}

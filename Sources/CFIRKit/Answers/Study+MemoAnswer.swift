extension Study {
  /// The case memo: for each construct the rating, the summary, the rationale and the excerpts.
  ///
  /// - Parameters:
  ///   - organization: Only this one; nothing: all, ordered by outcome where there is one.
  ///   - construct: Only this one; nothing: all that are rated or coded.
  /// - Returns: A memo for each organization.
  public func memoAnswer(organization: Organization.ID? = nil, construct: Construct.ID? = nil) -> Answer {
    let matrix = memoMatrix()
    let shown = matrix.organizations.filter { organization == nil || $0.id == organization }
    let entries = shown.map { site in
      (
        site,
        matrix.constructs.filter { construct == nil || $0.id == construct }.compactMap {
          memoEntry($0, site, matrix)
        }
      )
    }
    var blocks: [Answer.Block] = []
    var data = Table(
      "memo",
      columns: [
        "organization", "construct", "name", "rating", "basis", "summary", "rationale", "suggestion",
        "reason", "excerpts",
      ].map { Table.Column($0) })
    for (site, memos) in entries {
      blocks.append(.heading(2, site.name))
      if memos.isEmpty { blocks.append(.paragraph("Nothing has been rated or coded here.")) }
      for memo in memos {
        blocks += memo.blocks(in: self)
        data.add(memo.cells)
      }
    }
    return Answer(
      "\(title): case memo", blocks: blocks, data: data,
      json: json(
        "memo",
        [
          (
            "memos",
            .array(
              entries.map { site, memos in
                [
                  "organization": JSON(site.id), "name": .string(site.name),
                  "constructs": .array(memos.map { $0.json(in: self) }),
                ]
              })
          )
        ]))
  }

  /// What the memo says of one construct in one organization; nothing where it was neither rated nor coded.
  public func memoEntry(_ construct: Construct, _ organization: Organization, _ matrix: RatingMatrix)
    -> MemoEntry?
  {
    let cell = matrix[construct.id, organization.id]
    let coded = excerpts.filter { excerpt in
      excerpt.organization == organization.id && excerpt.codings.contains { $0.construct == construct.id }
    }
    let cited = cell?.settled.citedExcerpts ?? []
    guard cell != nil || !coded.isEmpty else { return nil }
    let places = Dictionary(excerpts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let first = cited.compactMap { places[$0] }
    let evidence = cell?.evidence ?? tally.evidence(of: construct.id, in: organization.id)
    return MemoEntry(
      organization: organization, construct: construct, cell: cell, suggestion: evidence?.suggestion,
      cited: first, further: coded.filter { excerpt in !first.contains { $0.id == excerpt.id } })
  }

  /// The matrix with a row for everything that was rated or coded.
  public func memoMatrix() -> RatingMatrix {
    let coded = tally.constructs.filter { codebook.construct($0)?.kind.isRated == true }
    let matrix = RatingMatrix(
      ratings, organizations: organizations, codebook: codebook,
      constructs: constructs + coded.filter { !constructs.contains($0) }.sorted(), evidence: tally,
      derive: derives)
    return groups.map(matrix.arranged) ?? matrix
  }
}

/// What a case memo says of one construct.
public struct MemoEntry: Sendable {
  /// The case.
  public let organization: Organization
  /// The construct.
  public let construct: Construct
  /// What the ratings come to; nothing where nobody rated.
  public let cell: RatingMatrix.Cell?
  /// What the criteria suggest; nothing where no excerpt was judged.
  public let suggestion: Suggestion?
  /// The excerpts that ratings cite, in the order in which they cite them.
  public let cited: [Excerpt]
  /// The other excerpts coded to it, in the order of the exports.
  public let further: [Excerpt]

  /// The rating and what it stands on, in words.
  public var headline: String {
    guard let cell else { return "not rated" }
    switch cell.settled.basis {
    case .unresolved:
      return "unresolved: "
        + cell.settled.ratings.map { "\($0.rater) \($0.value.typographic)" }.joined(separator: ", ")
    case .consensus:
      let raters = cell.settled.ratings.map { "\($0.rater) \($0.value.typographic)" }
      return "\(cell.typographic) (consensus" + (raters.isEmpty ? "" : "; \(raters.joined(separator: ", "))")
        + ")"
    case .agreed: return "\(cell.typographic) (all raters agree)"
    case .single:
      return "\(cell.typographic) (\(cell.settled.ratings.first?.rater.rawValue ?? "one rater") alone)"
    case .derived: return "\(cell.typographic) (derived from judged excerpts)"
    }
  }

  /// The criteria's suggestion where nobody rated or the rating is another.
  public var deviatingSuggestion: Suggestion? {
    guard let suggestion, cell?.settled.value != .score(suggestion.score) || cell?.settled.basis == .derived
    else {
      return nil
    }
    return suggestion
  }

  fileprivate func blocks(in study: Study) -> [Answer.Block] {
    let speaking = cell?.settled.speaking
    var blocks: [Answer.Block] = [.heading(3, "\(construct.name): \(headline)")]
    if let summary = speaking?.summary, !summary.isEmpty { blocks.append(.paragraph(summary)) }
    let rationales =
      cell?.settled.basis == .unresolved ? cell?.settled.ratings ?? [] : [speaking].compactMap { $0 }
    for rating in rationales where !rating.rationale.isEmpty {
      blocks.append(.paragraph("Rationale (\(rating.rater)): \(rating.rationale)"))
    }
    if let suggestion = deviatingSuggestion {
      blocks.append(
        .paragraph(
          "The criteria suggest \(RatingValue.score(suggestion.score).typographic): \(suggestion.reason)."))
    }
    return blocks + (cited + further).map { .quotation($0.text, source: caption($0, study)) }
  }

  private func caption(_ excerpt: Excerpt, _ study: Study) -> String {
    let judgement = excerpt.judgement(on: construct.id).map { " – judged \($0.words)" } ?? ""
    return study.attribution(excerpt) + judgement
  }

  fileprivate var cells: [Table.Cell] {
    let speaking = cell?.settled.speaking
    return [
      .text(organization.id.rawValue), .text(construct.id.rawValue), .text(construct.name),
      .text(cell?.settled.value?.token ?? ""), .text(cell?.settled.basis.rawValue ?? ""),
      .free(speaking?.summary ?? ""),
      .free(speaking?.rationale ?? ""), .text(suggestion.map { RatingValue.score($0.score).token } ?? ""),
      .text(suggestion?.reason ?? ""), .text((cited + further).map(\.id.rawValue).joined(separator: "; ")),
    ]
  }

  fileprivate func json(in study: Study) -> JSON {
    let speaking = cell?.settled.speaking
    return .object([
      ("id", JSON(construct.id)), ("name", .string(construct.name)),
      ("rating", JSON(cell?.settled.value?.token)),
      ("basis", JSON(cell?.settled.basis.rawValue)), ("summary", JSON(speaking?.summary)),
      ("rationale", JSON(speaking?.rationale)),
      (
        "ratings",
        .array(
          (cell?.settled.ratings ?? []).map {
            [
              "rater": JSON($0.rater), "rating": .string($0.value.token), "summary": .string($0.summary),
              "rationale": .string($0.rationale), "excerpts": JSON($0.excerpts),
            ]
          })
      ),
      (
        "suggestion",
        suggestion.map {
          ["rating": .string(RatingValue.score($0.score).token), "reason": .string($0.reason)]
        } ?? nil
      ), ("cited", JSON(cited.map(\.id))),
      ("excerpts", .array((cited + further).map { study.json($0, on: construct.id) })),
    ])
  }
}

extension Study {
  /// An excerpt with its words.
  func json(_ excerpt: Excerpt, on construct: Construct.ID) -> JSON {
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

extension Judgement {
  /// The judgement as a rating's token.
  public var token: String {
    RatingValue.Score(value, isMixed: isMixed).map { RatingValue.score($0).token } ?? ""
  }

  /// The judgement in words.
  public var words: String {
    if isMixed { return "mixed" }
    switch value {
    case 2: return "to help, with a concrete example"
    case 1: return "to help"
    case -1: return "to hinder"
    case -2: return "to hinder, with a concrete example"
    default: return "to be without valence"
    }
  }
}

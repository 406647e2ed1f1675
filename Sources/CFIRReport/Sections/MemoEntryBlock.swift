import CFIRKit

/// An entry of a case memo as the page shows it.
struct MemoEntryBlock {
  let facts: Facts

  func node(_ entry: MemoEntry) -> HTML {
    let isRated = entry.construct.kind.isRated
    var heading = facts.names.number(entry.construct) + [.text(facts.names.construct(entry.construct))]
    if isRated { heading += [" ", RatingBadge(entry.cell).node] }
    return HTML(
      "article", ["class": "entry", "id": facts.anchors.entry(entry.organization, entry.construct.id)],
      [HTML("h5", [:], heading)] + ground(entry) + words(entry) + suggestion(entry) + excerpts(entry))
  }

  /// The basis, the individual ratings where they differ, and how much was coded.
  private func ground(_ entry: MemoEntry) -> [HTML] {
    var parts: [String] = []
    if let settled = entry.cell?.settled {
      if settled.basis == .single, let rater = settled.ratings.first?.rater {
        parts.append("One rater, \(rater)")
      } else {
        parts.append(English.opening(settled.basis.words))
      }
      if let difference = facts.difference(entry.construct.id, entry.organization) {
        parts.append("before it \(English.list(difference.ratings.map(given)))")
      } else if settled.basis == .unresolved {
        parts.append(English.list(entry.differing.map(given)))
      }
    } else if entry.construct.kind.isRated {
      parts.append("Nobody rated this")
    }
    if let evidence = entry.evidence { parts.append(amount(evidence)) }
    return parts.isEmpty ? [] : [HTML("p", ["class": "ground"], .text(parts.joined(separator: "; ") + "."))]
  }

  private func given(_ rating: Rating) -> String { "\(rating.rater) \(rating.value.typographic)" }

  /// `9 coded rows from 3 sources (4 help, 2 hinder, 3 not judged)`.
  private func amount(_ evidence: CellEvidence) -> String {
    let counts = [
      (evidence.positive, English.form(evidence.positive, "helps", "help")),
      (evidence.negative, English.form(evidence.negative, "hinders", "hinder")),
      (evidence.mixed, English.form(evidence.mixed, "pulls both ways", "pull both ways")),
      (evidence.neutral, "without valence"), (evidence.unjudged, "not judged"),
    ].filter { $0.0 > 0 }.map { "\(English.number($0.0)) \($0.1)" }
    let sources = English.count(evidence.sources, "source")
    return
      "\(English.count(evidence.excerpts, "coded row")) from \(sources) (\(counts.joined(separator: ", ")))"
  }

  private func words(_ entry: MemoEntry) -> [HTML] {
    guard let cell = entry.cell else { return [] }
    // Where the raters differ and nobody decided, each is heard.
    let heard =
      cell.settled.basis == .unresolved ? cell.settled.ratings : [cell.settled.speaking].compactMap { $0 }
    return heard.flatMap { rating -> [HTML] in
      let who = cell.settled.basis == .unresolved ? "\(given(rating)). " : ""
      var nodes: [HTML] = []
      if !rating.summary.isEmpty {
        nodes.append(HTML("p", [:], .text(who + English.sentence(rating.summary))))
      }
      if !rating.rationale.isEmpty {
        let label = "\(rating.summary.isEmpty ? who : "")Rationale: "
        nodes.append(
          HTML(
            "p", ["class": "rationale"], HTML("b", [:], .text(label)),
            .text(English.sentence(rating.rationale))))
      }
      return nodes
    }
  }

  private func suggestion(_ entry: MemoEntry) -> [HTML] {
    guard entry.construct.kind.isRated, let suggestion = entry.otherSuggestion else { return [] }
    let score = RatingValue.score(suggestion.score).typographic
    return [
      HTML("p", ["class": "suggestion"], .text("The criteria suggest \(score): \(suggestion.reason)."))
    ]
  }

  private func excerpts(_ entry: MemoEntry) -> [HTML] {
    let block = ExcerptBlock(facts: facts)
    var nodes = entry.cited.map { block.anchored($0, entry.construct.id) }
    if !entry.unknown.isEmpty && facts.hasWords {
      let ids = English.list(entry.unknown.map(\.rawValue))
      nodes.append(HTML("p", ["class": "suggestion"], .text("Cited, but not among the excerpts: \(ids).")))
    }
    guard !entry.further.isEmpty else { return nodes }
    let word = entry.cited.isEmpty ? "excerpt" : "further excerpt"
    nodes.append(
      HTML(
        "details", [:],
        [HTML("summary", [:], .text(English.opening(English.count(entry.further.count, word))))]
          + entry.further.map { block.anchored($0, entry.construct.id) }))
    return nodes
  }
}

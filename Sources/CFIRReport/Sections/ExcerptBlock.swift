import CFIRKit

/// An excerpt as the report shows it: the words, who said them, where, and how they were judged.
struct ExcerptBlock {
  let facts: Facts

  /// The words in a memo, where links from elsewhere arrive.
  func anchored(_ excerpt: Excerpt, _ construct: Construct.ID) -> HTML {
    block(
      excerpt, construct, attributes: [("id", facts.anchors.excerpt(excerpt.id, construct))],
      reference: .text(excerpt.id.rawValue))
  }

  /// The words in another part, with a link to the memo.
  func quoted(_ quotation: Quotation) -> HTML {
    let (excerpt, construct) = (quotation.excerpt, quotation.construct)
    let anchor = facts.anchors.excerpt(excerpt.id, construct)
    return block(excerpt, construct, attributes: [], reference: .link(anchor, excerpt.id.rawValue))
  }

  private func block(
    _ excerpt: Excerpt, _ construct: Construct.ID, attributes: [(name: String, value: String)],
    reference: HTML
  ) -> HTML {
    var details: [Prose] = []
    let informant = facts.names.informant(excerpt)
    details.append(Prose([HTML("b", [:], .text(informant))]))
    // Ids that CFIRKit made begin with the source, which need not stand there twice.
    let isNamed = excerpt.id.rawValue.hasPrefix(excerpt.source + "#")
    if excerpt.participant != nil, !excerpt.source.isEmpty, !isNamed { details.append(Prose(excerpt.source)) }
    if let place = Self.place(excerpt) { details.append(Prose(place)) }
    if let judgement = excerpt.judgement(on: construct) {
      details.append(Prose(judgement.words))
    } else if !excerpt.codings.contains(where: { $0.construct == construct }) {
      details.append("coded to something else")
    }
    if excerpt.isCleared {
      details.append(Prose([HTML("span", ["class": "cleared"], "cleared for publication")]))
    }
    var footer: [HTML] = []
    for (place, detail) in details.enumerated() { footer += (place == 0 ? [] : [" · "]) + detail.nodes }
    footer += [" · ", HTML("span", ["class": "id"], reference)]
    let words = HTMLFormat.paragraphs(excerpt.text)
    return .element(
      "blockquote", attributes: attributes,
      content: [
        HTML("p", [:], words.isEmpty ? [HTML("i", [:], "no text was exported")] : words),
        HTML("footer", [:], footer),
      ])
  }

  /// `position 11`, `position 11–13`, in the unit of the export: paragraphs in MAXQDA, characters elsewhere.
  static func place(_ excerpt: Excerpt) -> String? {
    guard !excerpt.start.isEmpty else { return nil }
    if excerpt.end.isEmpty || excerpt.end == excerpt.start { return "position \(excerpt.start)" }
    return "position \(excerpt.start)–\(excerpt.end)"
  }
}

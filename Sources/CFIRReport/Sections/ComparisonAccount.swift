import CFIRKit

/// One distinguishing construct told from the records: the ratings, how sure they are, and words from both sides.
struct ComparisonAccount {
  let facts: Facts
  let comparison: Comparison
  let row: Comparison.Row

  private static let mostQuotations = 3

  var node: HTML {
    let verdict =
      "\(row.verdict.words)\(row.direction == .low ? ", rated higher where implementation went less well" : "")"
    return HTML(
      "article", ["class": "account", "id": facts.anchors.paragraph("compare", row.construct.id)],
      [
        HTML(
          "h3", [:], .text(facts.names.construct(row.construct)), " ",
          HTML("span", ["class": "tag"], .text(verdict))),
        HTML(
          "p", ["class": "verdict"],
          .text(ComparisonWords(comparison, naming: facts.names.short).sentence(row))),
        Prose.paragraph([ratings, distance] + sureness.map { Prose($0) }).asParagraph,
      ] + sides)
  }

  // MARK: Sentences

  private var ratings: Prose {
    var parts: [Prose] = []
    for group in OrganizationGroups.Group.allCases {
      let members = comparison.groups.members(group)
      guard !members.isEmpty else { continue }
      parts.append("\(place(group)) \(ratings(members))")
    }
    var prose = Prose("Ratings by \(comparison.groups.labels.isEmpty ? "group" : "outcome"): ")
    for (place, part) in parts.enumerated() {
      if place > 0 { prose += "; " }
      prose += part
    }
    return prose + "."
  }

  /// `+2 (HLR, SSR) and +1 (MSC)`: the highest first, what has no score last.
  private func ratings(_ members: [Organization.ID]) -> Prose {
    var groups: [(token: String, score: Int, members: [Organization.ID])] = []
    for member in members {
      let cell = facts.matrix[row.construct.id, member]
      let token = cell?.typographic ?? "no rating"
      if let place = groups.firstIndex(where: { $0.token == token }) {
        groups[place].members.append(member)
      } else {
        groups.append((token: token, score: cell?.score?.value ?? -9, members: [member]))
      }
    }
    let sorted = groups.enumerated().sorted {
      $0.element.score == $1.element.score ? $0.offset < $1.offset : $0.element.score > $1.element.score
    }.map(\.element)
    return .list(
      sorted.map { group in
        var links = Prose("")
        for (place, member) in group.members.enumerated() {
          if place > 0 { links += ", " }
          links += Prose([facts.link(member, row.construct.id, facts.names.short(member))])
        }
        return "\(group.token) (\(links))"
      })
  }

  private func place(_ group: OrganizationGroups.Group) -> String {
    comparison.groups.outcomeWords(group).map { "\(group.rawValue) (\($0))" } ?? group.rawValue
  }

  private var distance: Prose {
    guard let gap = row.gap, let diff = row.diff else { return "" }
    let means = "the means differ by \(NumberStyle.decimal(diff))"
    let apart: String
    switch gap {
    case 1...:
      apart =
        "the lowest rating of one group stands \(English.count(gap, "point")) above the highest of the other, and \(means)"
    case 0: apart = "the groups touch at one rating, and \(means)"
    default: apart = "the groups overlap by \(English.count(-gap, "point")), and \(means)"
    }
    guard let share = row.permutation else { return "\(English.opening(apart))." }
    return
      "\(English.opening(apart)); \(share.atLeast.description) of \(share.total.description) ways to divide the organizations with a score \("\(share.atLeast)" == "1" ? "sets" : "set") them at least as far apart."
  }

  private var sureness: [String] {
    var sentences = Stability(facts: facts, row: row).sentences
    let others = DistinguishingRule.allCases.filter { $0 != comparison.rule }
    let agreeing = others.filter { row.verdicts[$0] == row.verdict }
    if agreeing.count == others.count {
      sentences.append("The other \(English.count(others.count, "rule")) give the same verdict.")
    } else {
      let parts = Verdict.allCases.compactMap { verdict -> String? in
        let rules = others.filter { row.verdicts[$0] == verdict }.map { "“\($0.rawValue)”" }
        return rules.isEmpty
          ? nil : "\(verdict == .none ? "no distinction" : verdict.rawValue) by \(English.list(rules))"
      }
      sentences.append("Other rules call it \(English.list(parts)).")
    }
    if comparison.hasPublishedLabels {
      sentences.append(
        row.published.map { "The authors call it \($0.rawValue)." } ?? "The authors give it no label.")
    }
    return sentences
  }

  // MARK: Sides

  private var sides: [HTML] {
    let nodes = [OrganizationGroups.Group.high, .low].compactMap(side)
    return nodes.isEmpty ? [] : [HTML("div", ["class": "sides"], nodes)]
  }

  private func side(_ group: OrganizationGroups.Group) -> HTML? {
    let members = comparison.groups.members(group)
    let reasons = members.compactMap(reason)
    let quotations = facts.quotations(row.construct.id, in: members, atMost: Self.mostQuotations)
    guard !reasons.isEmpty || !quotations.isEmpty else { return nil }
    let heading = "\(group.title)\(comparison.groups.outcomeWords(group).map { ": \($0)" } ?? "")"
    return HTML(
      "div", ["class": "side"],
      [HTML("h4", [:], .text(heading))]
        + (reasons.isEmpty ? [] : [HTML("ul", ["class": "reasons"], reasons)])
        + quotations.map(ExcerptBlock(facts: facts).quoted))
  }

  /// Why an organization is rated as it is, in the words of who rated.
  private func reason(_ organization: Organization.ID) -> HTML? {
    guard let cell = facts.matrix[row.construct.id, organization], let rating = cell.settled.speaking else {
      return nil
    }
    let words = rating.rationale.isEmpty ? rating.summary : rating.rationale
    guard !words.isEmpty else { return nil }
    return HTML(
      "li", [:],
      HTML(
        "b", [:],
        facts.link(organization, row.construct.id, "\(facts.names.short(organization)) \(cell.typographic)")),
      .text(" " + English.sentence(Excerpting.cut(words, to: 240))))
  }
}

/// Long texts cut at a word.
enum Excerpting {
  /// The text, or its beginning with an ellipsis where it is longer.
  static func cut(_ text: String, to length: Int) -> String {
    guard text.count > length else { return text }
    let beginning = text.prefix(length)
    let end = beginning.lastIndex(of: " ") ?? beginning.endIndex
    return String(beginning[..<end]) + " …"
  }
}

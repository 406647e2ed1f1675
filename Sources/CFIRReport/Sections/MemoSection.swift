import CFIRKit

/// The case memos: for each organization every construct with its rating, its reasons and the words behind it.
struct MemoSection: ReportSection {
  let facts: Facts

  let id = "memos"
  var title: String { facts.isSingleCase ? "The case memo" : "The case memos" }

  var body: [HTML] {
    guard facts.hasMemos else {
      let text =
        facts.matrix.allCells.isEmpty
        ? "Nothing has been coded or rated yet."
        : "The study came as ratings alone, without excerpts, summaries or rationales, so that memos would only repeat the matrix."
      return [HTML("p", [:], .text(text))]
    }
    let how =
      facts.hasWords
      ? "An entry gives the rating and its basis, what was said in brief, why it was rated so, and the excerpts that the ratings cite. What else was coded can be opened on screen; it is left out in print and stands in excerpts.csv."
      : "An entry gives the rating and its basis, what was said in brief, and why it was rated so."
    return [HTML("p", [:], .text(how))] + facts.organizations.map(memo)
  }

  private func memo(_ organization: Organization) -> HTML {
    let entries = facts.memo(organization.id)
    let framework = entries.filter { $0.construct.kind != .code }
    let own = entries.filter { $0.construct.kind == .code }
    var content: [HTML] = [
      HTML("h3", [:], .text(organization.name)), HTML("p", ["class": "facts"], .text(standing(organization))),
    ]
    if entries.isEmpty { content.append(HTML("p", [:], "Nothing was coded or rated here.")) }
    let block = MemoEntryBlock(facts: facts)
    for domain in facts.byDomain(framework.map(\.construct)) {
      content.append(HTML("h4", [:], .text(domain.domain.ifEmpty("Without a domain"))))
      let ids = Set(domain.constructs.map(\.id))
      content += framework.filter { ids.contains($0.construct.id) }.map(block.node)
    }
    if !own.isEmpty {
      content.append(HTML("h4", [:], "The team’s own codes, which are not rated"))
      content += own.map(block.node)
    }
    content.append(HTML("p", ["class": "back"], .link("matrix", "Back to the ratings")))
    return HTML("section", ["class": "memo", "id": facts.anchors.memo(organization.id)], content)
  }

  /// The organization's outcome and evidence in a line or two.
  private func standing(_ organization: Organization) -> String {
    var parts: [String] = []
    if let groups = facts.study.groups, let group = groups.group(of: organization.id) {
      let label = groups.labels[organization.id]
      let column = facts.study.outcomeColumn ?? "outcome"
      parts.append(
        label.map { "\(English.opening(column)): \($0) (\(group.rawValue))." } ?? "Group: \(group.rawValue).")
    }
    let people = facts.study.participants.filter { $0.organization == organization.id }
    if !people.isEmpty {
      let list = people.map { $0.role.isEmpty ? $0.id.rawValue : "\($0.id) (\($0.role))" }
      parts.append("\(English.form(people.count, "Participant", "Participants")): \(English.list(list)).")
    }
    let informants = facts.study.tally.informants.filter { $0.organization == organization.id }
    let documents = Set(informants.filter { $0.participant == nil }.map(\.source)).sorted()
    if !documents.isEmpty && !people.isEmpty {
      parts.append(
        "\(English.form(documents.count, "Further source", "Further sources")): \(English.list(documents)).")
    } else if !documents.isEmpty {
      parts.append("\(English.form(documents.count, "Source", "Sources")): \(English.list(documents)).")
    }
    let cells = facts.memo(organization.id).compactMap(\.cell)
    if !cells.isEmpty {
      let scores = cells.compactMap { $0.score?.value }
      let (up, down) = (scores.count { $0 > 0 }, scores.count { $0 < 0 })
      parts.append(
        "\(English.opening(English.count(cells.count, "construct"))) rated: \(English.pronoun(up)) positive, \(English.pronoun(down)) negative, \(English.pronoun(scores.count - up - down)) at 0, \(English.pronoun(cells.count - scores.count)) without a score."
      )
    }
    return parts.joined(separator: " ")
  }
}

import CFIRKit

/// The leader's page: two sheets of paper, no term of the field.
struct LeaderPage {
  let facts: LeaderFacts

  private static let most = 5

  private var profile: ReadinessProfile { facts.profile }
  private var figures: LeaderFigures { LeaderFigures(facts: facts) }

  /// The page's text.
  var text: String {
    HTMLPage(
      title: "\(profile.organization.name): how ready are we?", style: LeaderStyle.sheet + Figure.style,
      body: [header, HTML("ul", ["class": "short"], LeaderSentences(facts: facts).brief.map(item))]
        + [figures.areas, figures.topics].compactMap { $0?.node } + [
          HTML("div", ["class": "second"], strengthsAndGaps + [differences, next, reading].compactMap { $0 })
        ]
    ).text
  }

  private func item(_ text: String) -> HTML { HTML("li", [:], .text(text)) }

  private var header: HTML {
    HTML(
      "header", [:], HTML("p", ["class": "kind"], .text(facts.study.title)),
      HTML("h1", [:], .text("\(profile.organization.name): how ready are we?")),
      HTML("p", ["class": "who"], .text(LeaderSentences(facts: facts).respondents)))
  }

  private func section(_ title: String, _ content: [HTML]) -> HTML {
    HTML("section", [:], [HTML("h2", [:], .text(title))] + content)
  }

  // MARK: Strengths and gaps

  private var strengthsAndGaps: [HTML] {
    let parts = [
      part("What we can build on", profile.strengths, none: "No topic reaches the mark of a strength."),
      part("Where it hurts", profile.gaps, none: "No topic is below the middle."),
    ]
    return profile.lines.contains { $0.position != nil } ? [HTML("div", ["class": "columns"], parts)] : []
  }

  private func part(_ title: String, _ lines: [ReadinessLine], none: String) -> HTML {
    var content: [HTML] = []
    if lines.isEmpty { content.append(HTML("p", [:], .text(none))) }
    content.append(HTML("ul", [:], lines.prefix(Self.most).map { item(LeaderSentences.line($0)) }))
    if lines.count > Self.most {
      let rest = lines.dropFirst(Self.most).map(\.words)
      content.append(HTML("p", ["class": "more"], .text("Also: \(LeaderSentences.some(rest)).")))
    }
    return section(title, content)
  }

  // MARK: Where people differ

  private var differences: HTML? {
    let sentences = LeaderSentences(facts: facts).differences
    return sentences.isEmpty
      ? nil : section("Where people see it differently", [HTML("ul", [:], sentences.map(item))])
  }

  // MARK: What to try first

  private var next: HTML? {
    guard !facts.strategies.isEmpty else { return nil }
    var table = Table(
      "", columns: [.init("What to try", isHeader: true), .init("It would help with"), .init("Decided")])
    for suggestion in facts.strategies.prefix(Self.most) {
      let topics = suggestion.matches.map { facts.words($0.barrier) }
      table.add([
        .text(suggestion.strategy.peerSupport.ifEmpty(suggestion.strategy.name)),
        .text(Self.shortened(topics)), .text(decision(on: suggestion.strategy.id).ifEmpty("not yet")),
      ])
    }
    let introduction =
      "Each of these was chosen by at least a fifth of the experts who were asked what helps with such a topic. That is experience, not proof: choose one or two, give each an owner and a date, and look again."
    return section(
      "What to try first", [HTML("p", [:], .text(introduction)), HTMLTable(table, class: "next").node])
  }

  private func decision(on strategy: Strategy.ID) -> String {
    facts.plan.filter { $0.strategy == strategy }.map { entry in
      ([entry.decision?.rawValue ?? "", entry.owner] + (entry.due.isEmpty ? [] : ["by \(entry.due)"]))
        .filter { !$0.isEmpty }.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  private static func shortened(_ topics: [String]) -> String {
    topics.count <= 3
      ? English.list(topics)
      : topics.prefix(3).joined(separator: ", ") + " and \(topics.count - 3) more"
  }

  // MARK: How to read it

  private var reading: HTML {
    section(
      "How to read this page",
      LeaderSentences(facts: facts).reading.map { HTML("p", ["class": "note"], .text($0)) })
  }
}

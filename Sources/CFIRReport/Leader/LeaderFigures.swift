import CFIRKit

/// The drawings of the leader's page.
struct LeaderFigures {
  let facts: LeaderFacts

  private var profile: ReadinessProfile { facts.profile }

  /// The instrument's areas as bars; nothing where none can be shown.
  var areas: Figure? {
    guard let ends = profile.ends else { return nil }
    let shown = profile.areas.map { area in
      (name: area.name, opinion: facts.isOwnView ? area.leaders.opinion : area.everybody.opinion)
    }
    guard shown.contains(where: { $0.opinion != nil }) else { return nil }
    let title = facts.isOwnView ? "Your own answers by area" : "Everybody’s answers by area"
    var table = Table(title, columns: [.init("Area", isHeader: true), .init("Mean", isNumeric: true)])
    for area in shown { table.add([.text(area.name), .number(area.opinion?.mean, places: 1)]) }
    var bars = BarFigure(
      shown.map { area in
        guard let opinion = area.opinion else {
          return BarFigure.Bar(area.name, nil, text: "too few answers to show")
        }
        return BarFigure.Bar(
          area.name, opinion.mean, text: NumberStyle.decimal(opinion.mean, places: 1),
          fill: Self.fill(opinion.position))
      }, domain: ends)
    bars.rowHeight = 18
    bars.guide = ((ends.lowerBound + ends.upperBound) / 2, "middle")
    return bars.figure(
      id: "areas", title: "\(title), from \(scale)",
      description: shown.map {
        "\($0.name): \($0.opinion.map { NumberStyle.decimal($0.mean, places: 1) } ?? "held back")"
      }.joined(separator: "; ") + ".", table: table)
  }

  /// All topics, the strongest first.
  var topics: Figure? {
    if facts.hasAnswers { return answers }
    return profile.lines.contains { $0.rating?.score != nil } ? ratings : nil
  }

  private var scale: String {
    let ends = profile.ends ?? 1...5
    let (low, high) = (NumberStyle.whole(Int(ends.lowerBound)), NumberStyle.whole(Int(ends.upperBound)))
    return profile.endWords.contains("")
      ? "\(low) to \(high)"
      : "\(low) (\(profile.endWords[0].lowercased())) to \(high) (\(profile.endWords[1].lowercased()))"
  }

  private var ordered: [ReadinessLine] {
    profile.lines.enumerated().filter { $0.element.position != nil }.sorted {
      let (first, second) = ($0.element.position ?? 0, $1.element.position ?? 0)
      return abs(first - second) < 1e-9 ? $0.offset < $1.offset : first > second
    }.map(\.element)
  }

  private var answers: Figure? {
    guard let ends = profile.ends else { return nil }
    let lines = ordered.filter { $0.opinion != nil }
    let leaderName = profile.respondents.hasSoleLeader ? "you" : "leaders"
    let rows = lines.map { line in
      var dots: [StripFigure.Dot] = []
      var text: [String] = []
      func add(_ view: ShownOpinion, _ shape: StripFigure.Shape, _ name: String) {
        guard let opinion = view.opinion else { return }
        dots.append(.init(opinion.mean, shape))
        text.append("\(name) \(NumberStyle.decimal(opinion.mean, places: 1))")
      }
      if line.difference != nil || line.everybody.opinion == nil {
        add(line.leaders, .ring, leaderName)
        add(line.staff, .disc, "staff")
      } else {
        add(line.everybody, .diamond, "all")
      }
      return StripFigure.Row(line.words, dots, text: text.joined(separator: " · "))
    }
    let shapes = Set(rows.flatMap(\.dots).map(\.shape))
    let names: [(shape: StripFigure.Shape, name: String)] = [
      (.ring, profile.respondents.hasSoleLeader ? "you, the leader" : "leaders, mean"),
      (.disc, "staff, mean"), (.diamond, "everybody, mean"),
    ]
    var strip = StripFigure(
      rows, domain: ends, key: names.filter { shapes.contains($0.shape) },
      ticks: (Int(ends.lowerBound)...Int(ends.upperBound)).map { (Double($0), String($0)) })
    strip.labelWidth = 225
    strip.textWidth = 120
    strip.rowHeight = 16.5
    let title = "Every topic, from \(scale); the strongest first"
    return strip.figure(
      id: "topics", title: title,
      description: "A row of dots for each of \(rows.count) topics. "
        + rows.map { "\($0.label): \($0.text)" }.joined(separator: "; ") + ".",
      table: LeaderTables(facts: facts).topics(lines, title))
  }

  private var ratings: Figure {
    let lines = ordered
    var bars = BarFigure(
      lines.map { line in
        let position = line.position ?? 0
        return BarFigure.Bar(
          line.words, position, text: line.rating?.typographic ?? "", fill: Self.fill(position))
      }, domain: -2...2)
    bars.rowHeight = 16.5
    bars.labelWidth = 225
    let title = "What helps (right) and what hinders (left), as the study team found"
    var figure = bars.figure(
      id: "topics", title: title,
      description: lines.map { "\($0.words): \($0.rating?.typographic ?? "")" }.joined(separator: "; ") + ".",
      table: LeaderTables(facts: facts).topics(lines, title))
    figure.notes = [
      "From \u{2212}2, hinders strongly, to +2, helps strongly; 0 (mixed) pulls both ways."
    ]
    return figure
  }

  private static func fill(_ position: Double) -> Fill {
    position < ReadinessRules.gap - 1e-9
      ? .striped : position > ReadinessRules.strength - 1e-9 ? .solid : .pale
  }
}

import CFIRStatistics

extension Survey {
  /// Scores, reliability, and whether respondents may be put together by organization.
  public func answer() -> Answer {
    Answer(title, blocks: blocks(), data: surveyTable(), json: surveyJSON())
  }

  private func blocks() -> [Answer.Block] {
    var blocks: [Answer.Block] = [.paragraph(opening)]
    if !facts.isEmpty { blocks.append(.table(factTable())) }
    if !tally.items.isEmpty {
      let reliability = reliabilityTable()
      if !reliability.rows.isEmpty { blocks += [.heading(2, "Reliability"), .table(reliability)] }
      let scores = scoreTable()
      if !scores.rows.isEmpty { blocks += [.heading(2, "Scores"), .table(scores)] }
      let aggregation = aggregationTable()
      if !aggregation.rows.isEmpty { blocks += [.heading(2, "Organizations"), .table(aggregation)] }
      let alone = itemsByOrganization()
      if !alone.rows.isEmpty { blocks += [.heading(2, "Organizations"), .table(alone)] }
      let roles = roleTable()
      if !roles.rows.isEmpty { blocks += [.heading(2, "Roles"), .table(roles)] }
      blocks += [.heading(2, "Items"), .table(itemTable())]
    }
    return blocks
  }

  private var opening: String {
    var text = NumberStyle.count(tally.respondents, "respondent")
    if !tally.organizations.isEmpty {
      text += " of \(NumberStyle.count(tally.organizations.count, "organization"))"
    }
    if let round { text += ", round \(round)" }
    text += "."
    if isProtected {
      text +=
        " Statistics over fewer than \(minimumCell) respondents are held back, and others where they could be worked out from the rest."
    }
    return text
  }

  // MARK: Tables

  private func factTable() -> Table {
    var table = Table(
      instrument.title,
      columns: [.init("Organization", isHeader: true), .init("Question"), .init("Answer")])
    let items = Dictionary(instrument.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for fact in facts {
      table.add([
        .text(fact.organization.map(name) ?? ""), .text(items[fact.item]?.text ?? fact.item.rawValue),
        .text(label(fact.answer, items[fact.item])),
      ])
    }
    return table
  }

  private func label(_ answer: String, _ item: Item?) -> String {
    answer.split(separator: ";").map { part in
      let code = part.trimmingWhitespace()
      return item?.answers.choices.first { $0.code == code }?.label ?? code
    }.joined(separator: "; ")
  }

  private func reliabilityTable() -> Table {
    var table = Table(
      "How far the items of a scale measure one thing",
      columns: [
        .init("Scale", isHeader: true), .init("Items", isNumeric: true), .init("n", isNumeric: true),
        .init("α", isNumeric: true), .init("95 %"), .init("ω total", isNumeric: true),
        .init("mean r", isNumeric: true), .init("Reliability"), .init("Weakest item"),
      ],
      notes: [
        "α: Cronbach, with Feldt's interval. ω total: one factor by minimum residuals. mean r: mean correlation of pairs of "
          + "items. Reliability is very high from α .90, high from .80, enough to compare groups from .70. Weakest item: the "
          + "lowest correlation with the rest of its scale, and α without it.",
        missing == .pairwise
          ? "Missing answers: each pair of items is seen by all who answered both; n is all who answered any."
          : "Missing answers: only those who answered every item of the scale count.",
      ])
    for scale in tally.reliability(missing)
    where scale.items.count > 1 && (!isProtected || scale.n >= minimumCell) {
      let weakest = scale.items.filter { $0.itemRest != nil }.min { ($0.itemRest ?? 0) < ($1.itemRest ?? 0) }
      let interval = scale.lower.map {
        "\(NumberStyle.decimal($0)) to \(NumberStyle.decimal(scale.upper))"
      }
      table.add([
        .text(scale.scale.name), .count(scale.items.count), .count(scale.n), .number(scale.alpha),
        .text(interval ?? "–"), .number(scale.omegaTotal), .number(scale.averageInterItem),
        .text(ScaleWords.reliability(scale.alpha)),
        .text(
          weakest.map {
            "\($0.item): \(NumberStyle.decimal($0.itemRest))"
              + ($0.alphaIfDropped.map { ", α \(NumberStyle.decimal($0)) without it" } ?? "")
          } ?? "–"),
      ])
    }
    return table
  }

  private func scoreTable() -> Table {
    var table = Table(
      "Scores of all respondents",
      columns: [
        .init("Scale", isHeader: true), .init("Kind"), .init("n", isNumeric: true),
        .init("mean", isNumeric: true), .init("SD", isNumeric: true), .init("median", isNumeric: true),
      ],
      notes: [
        "A score is the mean of the answered items (or their sum, where the instrument says so); it is made where as many are "
          + "answered as the instrument asks for, by default half of them."
      ])
    for (place, scale) in tally.scales.enumerated() where scale.kind != .item {
      let scores = tally.scores[place]
      let isShown = showsWhole(place)
      table.add(
        [.text(scale.name), .text(scale.kind.rawValue)]
          + (isShown
            ? [
              .count(scores.count), .number(scores.mean), .number(scores.standardDeviation),
              .number(scores.median),
            ] : Self.held(4)))
    }
    return table
  }

  private func aggregationTable() -> Table {
    var table = Table(
      "Whether the organization's mean may stand for its respondents",
      columns: [
        .init("Organization", isHeader: true), .init("n", isNumeric: true), .init("mean", isNumeric: true),
        .init("SD", isNumeric: true), .init("median", isNumeric: true), .init("r_wg", isNumeric: true),
        .init("r_wg(j)", isNumeric: true), .init("AD", isNumeric: true), .init("Agreement"),
        .init("Reading"),
      ],
      notes: [
        "r_wg: of the scores; r_wg(j) and AD: of those who answered every item; uniform null. Agreement is very strong from .91, "
          + "strong from .71, moderate from .51, weak from .31. ICC(1): the share of an answer that the organization accounts "
          + "for; ICC(2): the reliability of the organizations' means; group size is the mean size."
      ])
    for (place, aggregation) in tally.aggregation().enumerated() where aggregation.scale.kind != .item {
      table.rows.append(.heading(aggregation.scale.name + correlationWords(place)))
      let hidden = hiddenOrganizations(place)
      for (number, group) in aggregation.groups.enumerated() where group.scores.count > 0 {
        guard !hidden.contains(number) else {
          table.add([.text(name(group.id))] + Self.held(7) + [.text("held back"), .text("–")])
          continue
        }
        let itemAgreement = showsComplete(group) ? group.rwgj : nil
        let agreement = aggregation.scale.items.count > 1 ? itemAgreement : group.rwg
        table.add([
          .text(name(group.id)), .count(group.scores.count), .number(group.scores.mean),
          .number(group.scores.standardDeviation), .number(group.scores.median), .number(group.rwg),
          .number(itemAgreement), .number(showsComplete(group) ? group.averageDeviation : nil),
          .text(ScaleWords.agreement(agreement)),
          .text(ScaleWords.standing(agreement)),
        ])
      }
    }
    return table
  }

  private func correlationWords(_ scale: Int) -> String {
    guard let correlation = shownCorrelation(scale) else { return "" }
    let difference = correlation.p.map {
      $0 < 0.05 ? "organizations differ" : "organizations do not clearly differ"
    }
    return
      ": ICC(1) \(NumberStyle.decimal(correlation.single)), ICC(2) \(NumberStyle.decimal(correlation.average))"
      + (difference.map { "; \($0) (p \(NumberStyle.decimal(correlation.p, places: 3)))" } ?? "")
  }
}

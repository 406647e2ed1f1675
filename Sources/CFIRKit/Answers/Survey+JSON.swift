import CFIRStatistics

extension Survey {
  /// The survey as programs take it.
  func surveyJSON() -> JSON {
    .object([
      ("schema", "cfir.survey/1"), ("study", .string(title)), ("framework", JSON(edition?.rawValue)),
      ("instrument", JSON(instrument.id)), ("round", JSON(round)), ("respondents", JSON(tally.respondents)),
      ("missing", .string(missing.rawValue)), ("minimumCell", JSON(isProtected ? minimumCell : nil)),
      ("reliability", .array(reliabilities.map(json))),
      ("aggregation", .array(tally.aggregation().enumerated().map { json($0.element, scale: $0.offset) })),
      ("items", .array(tally.items.indices.map(itemJSON))),
      ("facts", .array(facts.map(json))),
      ("scores", .array(isProtected ? [] : rows.flatMap(json))),
    ])
  }

  private var reliabilities: [ScaleReliability] {
    tally.reliability(missing).filter { !isProtected || $0.n >= minimumCell }
  }

  private func json(_ reliability: ScaleReliability) -> JSON {
    [
      "scale": .string(reliability.scale.id), "name": .string(reliability.scale.name),
      "items": JSON(reliability.items.count), "n": JSON(reliability.n), "alpha": JSON(reliability.alpha),
      "lower": JSON(reliability.lower), "upper": JSON(reliability.upper),
      "omegaTotal": JSON(reliability.omegaTotal), "averageInterItem": JSON(reliability.averageInterItem),
      "itemStatistics": .array(
        reliability.items.map { item in
          [
            "item": JSON(item.item), "n": JSON(item.n), "mean": JSON(item.mean),
            "sd": JSON(item.standardDeviation), "itemRest": JSON(item.itemRest),
            "alphaIfDropped": JSON(item.alphaIfDropped),
          ]
        }),
    ]
  }

  private func json(_ aggregation: ScaleAggregation, scale: Int) -> JSON {
    let correlation = shownCorrelation(scale)
    let hidden = hiddenOrganizations(scale)
    let scores = tally.scores[scale]
    let isShown = showsWhole(scale)
    return [
      "scale": .string(aggregation.scale.id), "name": .string(aggregation.scale.name),
      "kind": .string(aggregation.scale.kind.rawValue),
      "n": JSON(isShown ? scores.count : nil), "mean": JSON(isShown ? scores.mean : nil),
      "sd": JSON(isShown ? scores.standardDeviation : nil), "median": JSON(isShown ? scores.median : nil),
      "icc1": JSON(correlation?.single), "icc2": JSON(correlation?.average), "f": JSON(correlation?.f),
      "df1": JSON(correlation?.betweenFreedom), "df2": JSON(correlation?.withinFreedom),
      "p": JSON(correlation?.p),
      "groups": .array(
        aggregation.groups.enumerated().map { number, group in
          json(group, scale: scale, organization: number, isHidden: hidden.contains(number))
        }),
    ]
  }

  private func json(
    _ group: ScaleAggregation.Group, scale: Int, organization: Int, isHidden: Bool
  ) -> JSON {
    func shown(_ value: Double?) -> JSON { JSON(isHidden ? nil : value) }
    func complete(_ value: Double?) -> JSON { shown(showsComplete(group) ? value : nil) }
    let hiddenRoles = hiddenRoles(scale, organization: organization)
    let roles = tally.organizations[organization].roles.enumerated().map { place, role -> JSON in
      let isHeld = hiddenRoles.contains(place)
      return [
        "role": .string(role.role), "n": JSON(isHeld ? nil : role.scores[scale].count),
        "mean": JSON(isHeld ? nil : role.scores[scale].mean),
      ]
    }
    return [
      "id": JSON(group.id), "n": JSON(isHidden ? nil : group.scores.count), "mean": shown(group.scores.mean),
      "sd": shown(group.scores.standardDeviation), "median": shown(group.scores.median),
      "rwg": shown(group.rwg), "rwgj": complete(group.rwgj), "ad": complete(group.averageDeviation),
      "rwgSkewed": shown(group.rwgSkewed), "rwgjSkewed": complete(group.rwgjSkewed),
      "distribution": Self.distribution(
        isHidden || tally.scales[scale].kind != .item ? ValueCounts() : group.scores),
      "complete": JSON(isHidden ? nil : group.complete), "suppressed": .bool(isHidden),
      "roles": .array(roles),
    ]
  }

  private func itemJSON(_ place: Int) -> JSON {
    let item = tally.items[place]
    let answers = tally.answers[place]
    let isShown = showsItem(place)
    let evidence = zip(Instrument.evidence, tally.evidence[place]).map { (key: $0.0, value: JSON($0.1)) }
    return .object(
      [
        ("item", JSON(item.id)), ("constructs", JSON(item.constructs)), ("reverse", .bool(item.isReverse)),
        ("n", JSON(isShown ? answers.count : nil)),
        ("cannotAnswer", JSON(isShown ? tally.unanswerable[place] : nil)),
        ("mean", JSON(isShown ? answers.mean : nil)), ("sd", JSON(isShown ? answers.standardDeviation : nil)),
        ("median", JSON(isShown ? answers.median : nil)),
        (
          "distribution",
          Self.distribution(isShown ? answers : ValueCounts())
        ),
      ] + (instrument.asksEvidence && isShown ? [("evidence", .object(evidence))] : []))
  }

  private static func distribution(_ answers: ValueCounts) -> JSON {
    .array(answers.ascending.map { ["value": JSON($0.value), "count": JSON($0.count)] })
  }

  private func json(_ fact: Fact) -> JSON {
    [
      "organization": JSON(fact.organization?.rawValue), "item": JSON(fact.item),
      "answer": .string(fact.answer),
    ]
  }

  private func json(_ row: Row) -> [JSON] {
    zip(tally.scales, row.scores).compactMap { scale, score in
      guard scale.kind != .item else { return nil }
      return [
        "respondent": .string(row.respondent), "organization": JSON(row.organization?.rawValue),
        "scale": .string(scale.id), "score": JSON(score.score), "answered": JSON(score.answered),
      ]
    }
  }
}

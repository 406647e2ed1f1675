extension Study {
  /// Which strategies answer the barriers.
  ///
  /// - Parameters:
  ///   - table: How many experts chose which strategy for which construct.
  ///   - organization: Only the barriers of this one.
  ///   - isShipped: Whether the table is the one that travels with the program, whose coverage is then stated.
  /// - Returns: Strategies, the barriers that they answer, and what was decided about them.
  public func strategyAnswer(
    _ table: EndorsementTable = .shipped, organization: Organization.ID? = nil, isShipped: Bool = true
  ) -> Answer {
    let barriers = barriers(in: organization)
    let (suggestions, unanswered) = table.suggestions(for: barriers, by: codebook)
    let place = organization.map { " in \(name($0))" } ?? ""
    return Answer(
      "\(title): strategies for what stands in the way\(place)",
      blocks: blocks(barriers, suggestions, unanswered, table, isShipped: isShipped),
      data: data(suggestions),
      json: json(
        "strategies",
        [
          ("organization", JSON(organization?.rawValue)),
          (
            "coverage",
            [
              "constructs": JSON(table.constructs), "pairs": JSON(table.endorsements.count),
              "shipped": .bool(isShipped),
            ]
          ), ("barriers", .array(barriers.map(json))), ("strategies", .array(suggestions.map(json))),
          ("unanswered", .array(unanswered.map(json))),
        ]))
  }

  private func blocks(
    _ barriers: [Barrier], _ suggestions: [StrategySuggestion], _ unanswered: [Barrier],
    _ table: EndorsementTable,
    isShipped: Bool
  ) -> [Answer.Block] {
    guard !barriers.isEmpty else {
      return [
        .paragraph(
          "No rating is below 0, and no survey mean below the middle of its scale: nothing stands in the way."
        )
      ]
    }
    var blocks: [Answer.Block] = [
      .paragraph(
        "\(NumberStyle.count(barriers.count, "barrier")), \(NumberStyle.count(suggestions.count, "strategy", "strategies")). "
          + "A barrier is a rating below 0, or a survey mean below the middle of its scale. A strategy answers it where at "
          + "least a fifth of the experts asked by Waltz and others (2019) chose it for the construct; that is opinion, not proof."
      ),
      .table(strategyTable(suggestions)),
    ]
    if !plan.entries.isEmpty { blocks += [.heading(2, "Plan"), .table(planTable())] }
    blocks += [.heading(2, "Barriers"), .table(barrierTable(barriers, suggestions, unanswered))]
    if isShipped {
      blocks.append(
        .paragraph(
          "The table that travels with this program covers \(table.constructs) constructs of CFIR 2009 in \(table.endorsements.count) "
            + "pairs, collected from published papers; that a strategy is not listed says nothing. --table loads a whole one."
        ))
    }
    return blocks
  }

  private func strategyTable(_ suggestions: [StrategySuggestion]) -> Table {
    var table = Table(
      "Strategies, those that answer most barriers first",
      columns: [
        .init("No.", isNumeric: true), .init("Strategy", isHeader: true), .init("Barriers", isNumeric: true),
        .init("Most experts"), .init("In a peer-support program"), .init("Decision"),
      ])
    for suggestion in suggestions {
      let decisions = plan.entries(on: suggestion.strategy.id).compactMap { $0.decision?.rawValue }
      table.add([
        .count(suggestion.strategy.number), .text(suggestion.strategy.name), .count(suggestion.matches.count),
        .text(
          suggestion.strongest.map { "\($0.words) (\(constructName($0.construct)))" } ?? ""),
        .text(suggestion.strategy.peerSupport), .text(decisions.joined(separator: ", ")),
      ])
    }
    return table
  }

  private func planTable() -> Table {
    var table = Table(
      "What was decided",
      columns: [
        .init("Strategy", isHeader: true), .init("Organization"), .init("Decision"), .init("Owner"),
        .init("Due"),
        .init("Review"), .init("Outcome"),
      ])
    for entry in plan.entries {
      table.add([
        .text(Strategy.named(entry.strategy.rawValue)?.name ?? entry.strategy.rawValue),
        .text(entry.organization.map(name) ?? "all"), .text(entry.decision?.rawValue ?? "open"),
        .text(entry.owner),
        .text(entry.due), .text(entry.review), .text(entry.outcome),
      ])
    }
    return table
  }

  private func barrierTable(
    _ barriers: [Barrier], _ suggestions: [StrategySuggestion], _ unanswered: [Barrier]
  ) -> Table {
    var table = Table(
      "What stands in the way",
      columns: [
        .init("Construct", isHeader: true), .init("Organization"), .init("Ground"),
        .init("Strategies", isNumeric: true),
      ])
    for barrier in barriers {
      let count = suggestions.count { $0.matches.contains { $0.barrier == barrier } }
      table.add([
        .text(constructName(barrier.construct)), .text(name(barrier.organization)),
        .text(words(barrier.ground)),
        unanswered.contains(barrier) ? .text("none listed") : .count(count),
      ])
    }
    return table
  }

  private func words(_ ground: Barrier.Ground) -> String {
    switch ground {
    case .rating(let token): "rated \(token.replacing("-", with: "\u{2212}"))"
    case .survey(let mean, let instrument): "\(instrument): mean \(NumberStyle.decimal(mean))"
    }
  }

  private func constructName(_ id: Construct.ID) -> String {
    (codebook.printed(id) ?? Codebook(.cfir2009).printed(id))?.name ?? id.rawValue
  }

  private func data(_ suggestions: [StrategySuggestion]) -> Table {
    var table = Table(
      "strategies",
      columns: [
        "number", "strategy", "cluster", "organization", "construct", "endorsedFor", "percent", "level",
        "source",
        "certainty",
      ].map { Table.Column($0) })
    for suggestion in suggestions {
      for match in suggestion.matches {
        table.add([
          .count(suggestion.strategy.number), .text(suggestion.strategy.name),
          .text(suggestion.strategy.cluster),
          .text(match.barrier.organization.rawValue), .text(match.barrier.construct.rawValue),
          .text(match.endorsement.construct.rawValue), .number(match.endorsement.percent),
          .text(match.endorsement.level?.rawValue ?? ""), .text(match.endorsement.source),
          .text(match.certainty),
        ])
      }
    }
    return table
  }

  private func json(_ barrier: Barrier) -> JSON {
    var members: [(key: String, value: JSON)] = [
      ("organization", JSON(barrier.organization)), ("construct", JSON(barrier.construct)),
    ]
    switch barrier.ground {
    case .rating(let token): members += [("rating", .string(token)), ("mean", .null)]
    case .survey(let mean, _): members += [("rating", .null), ("mean", JSON(mean))]
    }
    return .object(members)
  }

  private func json(_ suggestion: StrategySuggestion) -> JSON {
    [
      "number": JSON(suggestion.strategy.number), "id": JSON(suggestion.strategy.id),
      "name": .string(suggestion.strategy.name), "cluster": .string(suggestion.strategy.cluster),
      "peerSupport": .string(suggestion.strategy.peerSupport), "barriers": JSON(suggestion.matches.count),
      "matches": .array(
        suggestion.matches.map { match in
          [
            "organization": JSON(match.barrier.organization), "construct": JSON(match.barrier.construct),
            "endorsedFor": JSON(match.endorsement.construct), "percent": JSON(match.endorsement.percent),
            "level": JSON(match.endorsement.level?.rawValue), "source": .string(match.endorsement.source),
            "certainty": .string(match.certainty),
          ]
        }),
      "plan": .array(
        plan.entries(on: suggestion.strategy.id).map { entry in
          [
            "organization": JSON(entry.organization?.rawValue), "decision": JSON(entry.decision?.rawValue),
            "owner": .string(entry.owner), "due": .string(entry.due), "review": .string(entry.review),
            "outcome": .string(entry.outcome),
          ]
        }),
    ]
  }
}

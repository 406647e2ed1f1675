extension Study {
  /// What the survey and the interviews say of the same constructs.
  ///
  /// - Parameters:
  ///   - survey: The survey, protected as it may be shown.
  ///   - onlyCleared: Whether only quotations are shown that are cleared for sharing.
  /// - Returns: The two side by side, how they stand to each other, and what to look into.
  public func jointAnswer(_ survey: Survey, onlyCleared: Bool = true) -> Answer {
    let matrix = matrix()
    let display = JointDisplay(survey, matrix, codebook: codebook)
    let shelf = ExcerptShelf(excerpts)
    let quotations = display.rows.map { row in
      shelf.ranked(row.construct.id, row.organization, by: row.cell).first { !onlyCleared || $0.isCleared }
    }
    var blocks: [Answer.Block] = [.paragraph(display.words), .table(lookInto(display))]
    blocks += [.heading(2, "Side by side"), .table(sideBySide(display, quotations))]
    return Answer(
      "\(title): survey and interviews", blocks: blocks, data: data(display, quotations),
      json: json(
        "joint",
        [
          ("instrument", JSON(survey.instrument.id)), ("round", JSON(survey.round)),
          ("minimumCell", JSON(survey.isProtected ? survey.minimumCell : nil)),
          (
            "counts",
            .object(JointDisplay.Relation.allCases.map { ($0.rawValue, JSON(display.count($0))) })
          ),
          ("rows", .array(zip(display.rows, quotations).map(json))),
          (
            "lookInto",
            .array(
              display.toLookInto.map {
                ["construct": JSON($0.construct.id), "organization": JSON($0.organization)]
              })
          ),
        ]))
  }

  private func sideBySide(_ display: JointDisplay, _ quotations: [Excerpt?]) -> Table {
    var table = Table(
      "Survey from −2 to +2, and rating",
      columns: [
        .init("Organization", isHeader: true), .init("Survey", isNumeric: true), .init("n", isNumeric: true),
        .init("Rating"), .init("They"), .init("Quotation"),
      ])
    var previous: Construct.ID?
    for (row, quotation) in zip(display.rows, quotations) {
      if row.construct.id != previous { table.rows.append(.heading(row.construct.name)) }
      previous = row.construct.id
      table.add([
        .text(name(row.organization)), .text(row.surveyWords), .count(row.survey.opinion?.respondents),
        .rating(row.cell), .text(row.relation?.rawValue ?? ""),
        .text(quotation.map { "“\($0.text.prefix(160))\($0.text.count > 160 ? " …" : "")” \($0.id)" } ?? ""),
      ])
    }
    return table
  }

  private func lookInto(_ display: JointDisplay) -> Table {
    var table = Table(
      "What to look into",
      columns: [
        .init("Construct", isHeader: true), .init("Organization"), .init("Survey", isNumeric: true),
        .init("Rating"), .init("They"),
      ])
    for row in display.toLookInto {
      table.add([
        .text(row.construct.name), .text(name(row.organization)), .text(row.surveyWords), .rating(row.cell),
        .text(row.relation?.rawValue ?? ""),
      ])
    }
    return table
  }

  private func data(_ display: JointDisplay, _ quotations: [Excerpt?]) -> Table {
    var table = Table(
      "joint",
      columns: [
        "construct", "organization", "n", "mean", "position", "rating", "distance", "relation", "excerpt",
        "quotation",
      ].map { Table.Column($0) })
    for (row, quotation) in zip(display.rows, quotations) {
      let opinion = row.survey.opinion
      table.add([
        .text(row.construct.id.rawValue), .text(row.organization.rawValue),
        .text(opinion.map { String($0.respondents) } ?? ""), .number(opinion?.mean),
        .number(opinion?.position), .text(row.cell?.token ?? ""), .number(row.distance),
        .text(row.relation?.rawValue ?? ""), .text(quotation?.id.rawValue ?? ""),
        .text(quotation?.text ?? ""),
      ])
    }
    return table
  }

  private func json(_ row: JointDisplay.Row, _ quotation: Excerpt?) -> JSON {
    let opinion = row.survey.opinion
    return [
      "construct": JSON(row.construct.id), "organization": JSON(row.organization),
      "n": JSON(opinion?.respondents), "mean": JSON(opinion?.mean), "position": JSON(opinion?.position),
      "rating": JSON(row.cell?.token), "score": JSON(row.cell?.score?.value), "distance": JSON(row.distance),
      "relation": JSON(row.relation?.rawValue), "suppressed": .bool(row.survey == .heldBack),
      "excerpt": JSON(quotation?.id.rawValue), "quotation": JSON(quotation?.text),
    ]
  }
}

extension JointDisplay.Row {
  /// What the survey says, or why it says nothing: `+0.8`, `held back`.
  public var surveyWords: String {
    switch survey {
    case .opinion(let opinion): NumberStyle.signed(opinion.position, places: 1)
    case .heldBack: "held back"
    case .unanswered: "nobody could answer"
    case .none: "not asked"
    }
  }
}

extension JointDisplay {
  /// How many agree and differ, and the rule.
  public var words: String {
    let parts = Relation.allCases.map { "\(count($0)) \($0.rawValue)" }
    return
      "\(NumberStyle.count(rows.count, "pair")) of construct and organization: \(NumberStyle.list(parts)). "
      + "Survey means are placed from −2 (lowest answer) to +2 (highest), evenly between. The two agree where they lie at "
      + "most one step apart; else they differ, in direction where they lie on either side of 0, in strength where not."
  }
}

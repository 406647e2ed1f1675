import CFIRStatistics

extension Study {
  /// How far coders mark the same stretches with the same constructs.
  public func codingAgreementAnswer() -> Answer {
    let agreement = codingAgreement()
    return Answer(
      "\(title): agreement between coders", blocks: agreement.blocks, data: agreement.data,
      json: json("agreement", agreement.members))
  }
}

extension CodingAgreement {
  fileprivate var blocks: [Answer.Block] {
    var table = Table(
      "Agreement on marked stretches",
      columns: [
        .init("Construct", isHeader: true), .init("Spans", isNumeric: true),
        .init("Sources", isNumeric: true),
        .init("|uα", isNumeric: true), .init("uα", isNumeric: true), .init("cuα", isNumeric: true),
      ])
    for part in [overall] + constructs { table.add(cells(part)) }
    if !coderPairs.isEmpty { table.rows.append(.heading("Pairs of coders")) }
    for part in coderPairs { table.add(cells(part)) }
    table.notes = [
      "|uα: marked or not, whatever else is marked; uα: stretches and their constructs, gaps included; cuα: the constructs of stretches that "
        + "two coders marked. Krippendorff, Mathet, Bouvry & Widlöcher, Quality & Quantity 2016;50:2347–2364.",
      "A coder has worked on a source where any coding there is hers. A source is taken to end with its last coding: text after that, which "
        + "nobody coded, would raise all three.",
    ]
    let reasons = overall.results.compactMap { form, result -> String? in
      guard case .failure(let problem) = result else { return nil }
      return "\(form.label) over all constructs is not defined: \(problem.reason)."
    }
    return [.paragraph(opening), .table(table)] + (reasons.isEmpty ? [] : [.list(reasons)])
  }

  private var opening: String {
    var sentences = [
      "\(NumberStyle.count(coders.count, "coder")) marked \(NumberStyle.count(overall.spans, "span")) in "
        + "\(NumberStyle.count(overall.sources, "source")) that two or more of them coded."
    ]
    if leftOut > 0 {
      sentences.append(
        "\(NumberStyle.count(leftOut, "coding is", "codings are")) left out: without a coder, or without character positions "
          + "(start and end as whole numbers that lie as far apart as the text is long; paragraph numbers are none)."
      )
    }
    return sentences.joined(separator: " ")
  }

  private func cells(_ part: Part) -> [Table.Cell] {
    [.text(part.name), .count(part.spans), .count(part.sources)]
      + [UnitizingAlpha.Form.relevance, .unitizing, .coding].map { form in
        .number(part.value(form)?.value)
      }
  }

  fileprivate var data: Table {
    var data = Table(
      "agreement",
      columns: ["level", "id", "name", "spans", "sources", "coefficient", "estimate", "coverage", "reason"]
        .map {
          Table.Column($0)
        })
    func add(_ level: String, _ part: Part) {
      for (form, result) in part.results {
        data.add([
          .text(level), .text(part.id), .text(part.name), .count(part.spans), .count(part.sources),
          .text(form.rawValue), .number(part.value(form)?.value), .number(part.value(form)?.coverage),
          .text(result.reason ?? ""),
        ])
      }
    }
    add("all", overall)
    for part in constructs { add("construct", part) }
    for part in coderPairs { add("rater pair", part) }
    return data
  }

  fileprivate var members: [(key: String, value: JSON)] {
    [
      ("units", JSON(overall.spans)), ("raters", JSON(coders.count)),
      ("raterNames", .array(coders.map(JSON.string))), ("sources", JSON(overall.sources)),
      ("leftOut", JSON(leftOut)), ("coefficients", json(overall)),
      (
        "constructs",
        .array(
          constructs.map {
            [
              "id": .string($0.id), "name": .string($0.name), "units": JSON($0.spans),
              "sources": JSON($0.sources), "coefficients": json($0),
            ]
          })
      ),
      (
        "raterPairs",
        .array(
          coderPairs.map {
            [
              "raters": .array($0.coders.map(JSON.string)), "units": JSON($0.spans),
              "sources": JSON($0.sources), "coefficients": json($0),
            ]
          })
      ),
    ]
  }

  private func json(_ part: Part) -> JSON {
    .array(
      part.results.map { form, result in
        var members: [(key: String, value: JSON)] = [
          ("name", .string(form.rawValue)), ("weights", "unweighted"),
          ("estimate", JSON(part.value(form)?.value)), ("standardError", nil), ("lower", nil), ("upper", nil),
          ("intervalMethod", nil), ("p", nil),
        ]
        if let alpha = part.value(form) { members.append(("coverage", JSON(alpha.coverage))) }
        if let reason = result.reason { members.append(("reason", .string(reason))) }
        return .object(members)
      })
  }
}

extension CodingAgreement.Part {
  fileprivate func value(_ form: UnitizingAlpha.Form) -> UnitizingAlpha? {
    results.first { $0.form == form }.flatMap { try? $0.result.get() }
  }
}

extension Result where Failure == NotComputable {
  fileprivate var reason: String? {
    if case .failure(let problem) = self { problem.reason } else { nil }
  }
}

extension UnitizingAlpha.Form {
  fileprivate var label: String {
    switch self {
    case .unitizing: "uα"
    case .relevance: "|uα"
    case .coding: "cuα"
    }
  }
}

import CFIRKit

/// The leader's page for programs: `cfir.readiness/1`.
struct LeaderJSON {
  let facts: LeaderFacts

  var value: JSON {
    let profile = facts.profile
    return .object([
      ("schema", "cfir.readiness/1"), ("study", .string(facts.study.title)),
      ("framework", .string(facts.study.codebook.framework.edition.rawValue)),
      ("organization", JSON(profile.organization.id)), ("name", .string(profile.organization.name)),
      ("instrument", JSON(profile.instrument)), ("round", JSON(profile.round)),
      ("earlierRound", JSON(profile.earlierRound)), ("minimumCell", JSON(facts.study.minimumCell)),
      (
        "respondents",
        [
          "all": JSON(profile.respondents.all), "leaders": JSON(profile.respondents.leaders),
          "staff": JSON(profile.respondents.staff),
        ]
      ),
      (
        "areas",
        .array(
          profile.areas.map {
            ["name": .string($0.name), "everybody": opinion($0.everybody), "leaders": opinion($0.leaders)]
          })
      ),
      ("constructs", .array(profile.lines.map(line))),
      ("strengths", JSON(profile.strengths.map(\.construct.id))),
      ("gaps", JSON(profile.gaps.map(\.construct.id))),
      ("seenDifferently", JSON(profile.differences.map(\.construct.id))),
      ("unanswered", JSON(profile.unanswered.map(\.construct.id))),
      (
        "strategies",
        .array(
          facts.strategies.map {
            [
              "number": JSON($0.strategy.number), "name": .string($0.strategy.name),
              "constructs": JSON($0.matches.map(\.barrier.construct)),
            ]
          })
      ),
    ])
  }

  private func line(_ line: ReadinessLine) -> JSON {
    [
      "id": JSON(line.construct.id), "words": .string(line.words),
      "standing": .string(line.standing.rawValue),
      "basis": .string(line.basis.rawValue), "everybody": opinion(line.everybody),
      "leaders": opinion(line.leaders), "staff": opinion(line.staff), "difference": JSON(line.difference),
      "earlier": opinion(line.earlier), "change": JSON(line.change?.rawValue),
      "rating": JSON(line.rating?.token),
    ]
  }

  /// An opinion; null where there is none, or it is held back.
  private func opinion(_ view: ShownOpinion) -> JSON {
    guard let opinion = view.opinion else { return .null }
    return [
      "n": JSON(opinion.respondents), "mean": JSON(opinion.mean), "position": JSON(opinion.position),
      "divided": .bool(opinion.isDivided),
    ]
  }
}

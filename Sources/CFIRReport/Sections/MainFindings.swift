import CFIRKit

/// What stands out, in a few sentences made from the records.
struct MainFindings {
  let facts: Facts

  var sentences: [Prose] {
    if facts.matrix.allCells.isEmpty {
      return ["No rating has been given yet, so nothing can be said across constructs."]
    }
    if facts.isSingleCase { return single }
    return comparison + influence + open
  }

  // MARK: Comparison

  private var comparison: [Prose] {
    guard let comparison = facts.comparison else {
      return [
        "There is \(HTML.link("compare", "no comparison of high and low implementers")): \(NoComparison(facts: facts).reason)."
      ]
    }
    let strong = rows(comparison, .strong)
    let weak = rows(comparison, .weak)
    var sentences = [verdicts(strong, weak)]
    let chosen = strong + weak
    let reversed = chosen.filter { $0.direction == .low }
    if !reversed.isEmpty {
      let names = Prose.list(reversed.map(link))
      sentences.append(
        "\(names) \(English.form(reversed.count, "is", "are")) rated higher where implementation went less well."
      )
    }
    if !chosen.isEmpty { sentences.append(stability(chosen)) }
    if let widest = comparison.rows.compactMap(\.permutation).max(by: { $0.total < $1.total }) {
      let sites = English.count(comparison.groups.high.count + comparison.groups.low.count, "organization")
      sentences.append(
        "\(sites) can be divided into groups of these sizes in \("\(widest.total)" == "1" ? "only one way" : "no more than \(widest.total) ways"), so the comparison can point to constructs but not test them."
      )
    }
    return sentences
  }

  private func rows(_ comparison: Comparison, _ verdict: Verdict) -> [Comparison.Row] {
    ComparisonSection.ordered(comparison.rows.filter { $0.verdict == verdict })
  }

  private func link(_ row: Comparison.Row) -> Prose {
    Prose([.link(facts.anchors.paragraph("compare", row.construct.id), facts.names.construct(row.construct))])
  }

  private func verdicts(_ strong: [Comparison.Row], _ weak: [Comparison.Row]) -> Prose {
    let rule = facts.study.rule.rawValue
    func part(_ rows: [Comparison.Row], _ adverb: String, isFirst: Bool) -> Prose {
      let number = English.number(rows.count)
      let noun = isFirst ? " \(English.form(rows.count, "construct"))" : ""
      let verb =
        isFirst ? " \(English.form(rows.count, "separates", "separate")) high from low implementers" : ""
      return "\(number)\(noun)\(verb) \(adverb) (\(Prose.list(rows.map(link))))"
    }
    switch (strong.isEmpty, weak.isEmpty) {
    case (true, true): return "By the rule “\(rule)”, no construct separates high from low implementers."
    case (false, true):
      return "By the rule “\(rule)”, \(part(strong, "strongly", isFirst: true)); none does so weakly."
    case (true, false):
      return "By the rule “\(rule)”, \(part(weak, "weakly", isFirst: true)); none does so strongly."
    case (false, false):
      return
        "By the rule “\(rule)”, \(part(strong, "strongly", isFirst: true)) and \(part(weak, "weakly", isFirst: false))."
    }
  }

  private func stability(_ rows: [Comparison.Row]) -> Prose {
    let stable = rows.filter(\.isStable)
    let robust = rows.count { row in row.leaveOneOut.allSatisfy { $0.verdict == row.verdict } }
    let middle =
      facts.study.groups?.middle.isEmpty == false ? ", the middle group counted as high or as low" : ""
    let checks = "every check (each organization left out in turn, mixed ratings left out\(middle))"
    let alone = "whichever single organization is left out"
    let names =
      stable.count == rows.count
      ? "" : stable.isEmpty ? "" : " (\(English.list(stable.map { facts.names.construct($0.construct) })))"
    switch (rows.count, stable.count, robust) {
    case (1, 1, _): return "This verdict survives \(checks)."
    case (1, _, 1): return "This verdict does not survive \(checks), but it stands \(alone)."
    case (1, _, _): return "This verdict does not survive \(checks); it changes with single organizations."
    case (let all, let held, _) where all == held:
      return
        "\(English.opening(all == 2 ? "both" : "all \(English.number(all))")) verdicts survive \(checks)."
    case (let all, let held, let robust):
      let first =
        "Of these \(English.number(all)) verdicts, \(held == 0 ? "none" : English.number(held))\(names) \(held == 0 ? "survives" : English.form(held, "survives", "survive")) \(checks)"
      let rest =
        robust == 0 ? "none stands" : "\(English.number(robust)) \(English.form(robust, "stands", "stand"))"
      return "\(first); \(rest) \(alone)."
    }
  }

  // MARK: Influence

  private var influence: [Prose] {
    let everywhere = facts.organizations.count
    let helping = facts.influences.filter { $0.facilitates.count == everywhere }
    let hindering = facts.influences.filter { $0.hinders.count == everywhere }
    let all = English.all(everywhere, "organization")
    var sentences: [Prose] = []
    for (found, verb, end) in [(helping, "help", ", whatever the outcome"), (hindering, "hinder", "")]
    where !found.isEmpty {
      let strongly = found.allSatisfy { $0.strength == .strong } ? ", and strongly in most" : ""
      sentences.append(
        "\(Prose.list(found.map(link))) \(found.count == 1 ? verb + "s" : verb) in \(all)\(end)\(strongly).")
    }
    if helping.isEmpty && hindering.isEmpty {
      sentences.append("No construct helps in \(all), and none hinders in \(all).")
    }
    // Those of which it has been said that they work strongly are not named again.
    let told = Set(
      [helping, hindering].filter { $0.allSatisfy { $0.strength == .strong } }.joined().map(\.construct.id))
    let strong = facts.influences.filter { $0.strength == .strong && !told.contains($0.construct.id) }
    let parts: [Prose] = [Influence.Kind.facilitator, .barrier].compactMap { kind in
      let found = strong.filter { $0.kind == kind }
      return found.isEmpty
        ? nil
        : "\(Prose.list(found.map(link))) as \(found.count == 1 ? "a strong \(kind.rawValue)" : "strong \(kind.rawValue)s")"
    }
    if !parts.isEmpty {
      sentences.append(
        "\(told.isEmpty ? "Across" : "Beside these, across") the organizations the ratings show \(Prose.list(parts))."
      )
    }
    return sentences
  }

  private func link(_ influence: Influence) -> Prose {
    let name = facts.names.construct(influence.construct)
    guard influence.strength == .strong else { return Prose([.link("influence", name)]) }
    return Prose([.link(facts.anchors.paragraph("influence", influence.construct.id), name)])
  }

  /// What the reader should know is still open.
  private var open: [Prose] {
    let unresolved = Gaps(facts).unresolved.count
    guard unresolved > 0 else { return [] }
    return [
      "\(HTML.link("gaps", English.opening(English.count(unresolved, "cell")))) \(English.form(unresolved, "is", "are")) unresolved and \(English.form(unresolved, "counts", "count")) in no analysis."
    ]
  }

  // MARK: One organization

  private var single: [Prose] {
    let cells = facts.matrix.allCells
    let scored = cells.filter { $0.score != nil }
    guard !scored.isEmpty else { return ["No construct has a score yet."] }
    func count(_ matches: (Int) -> Bool) -> Int { scored.count { matches($0.score?.value ?? 0) } }
    let (helps, hinders, neither) = (count { $0 > 0 }, count { $0 < 0 }, count { $0 == 0 })
    let total = English.count(scored.count, "construct with a score", "constructs with a score")
    var sentences: [Prose] = [
      "Of \(total), \(English.each(helps, "helps", "help")), \(English.each(hinders, "hinders", "hinder")) and \(English.each(neither, "does", "do")) neither or both."
    ]
    for (value, word) in [(2, "help"), (-2, "hinder")] {
      let strong = scored.filter { $0.score?.value == value }
      guard !strong.isEmpty else { continue }
      let names = strong.compactMap { cell in
        facts.study.codebook.construct(cell.construct).map {
          Prose([facts.link(cell.organization, cell.construct, facts.names.construct($0))])
        }
      }
      sentences.append("\(Prose.list(names)) \(strong.count == 1 ? word + "s" : word) strongly.")
    }
    sentences.append("With one organization there is \(HTML.link("compare", "nothing to compare")) it with.")
    return sentences + open
  }
}

import CFIRKit

/// How the ratings came about.
struct MethodsOfRating {
  let facts: Facts
  let counts: Counts

  var text: String {
    guard counts.ratedCells > 0 else { return "No construct had been rated when this report was made." }
    return [scale, raters, settling, coverage].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var scale: String {
    let unit = counts.organizations == 1 ? "" : " in each organization"
    var text =
      "Constructs were rated\(unit) from \u{2212}2 to +2 by valence (hindering or helping) and strength [2]; a rating could be mixed, and what was missing, not asked or not applicable was kept apart from 0."
    let reversed = facts.matrix.constructs.filter(\.isReverseRated).map(facts.names.construct)
    if !reversed.isEmpty {
      text +=
        " \(English.list(reversed)) \(English.form(reversed.count, "was", "were")) reverse rated, so that a positive rating always means help."
    }
    if let round = facts.study.round {
      let rounds = facts.study.allRatings.rounds.count
      text += " The analysis used round \(round) of \(English.count(rounds, "round"))."
    }
    if let rater = facts.study.rater { text += " It used the ratings of \(rater) alone." }
    return text
  }

  private var raters: String {
    guard counts.individualRatings > 0 else { return "" }
    let who =
      "\(English.opening(English.count(counts.raters.count, "rater"))) (\(English.list(counts.raters)))"
    var text = "\(who) gave \(English.count(counts.individualRatings, "rating"))."
    if counts.doublyRated > 0 {
      let (cells, equal) = (counts.doublyRated, counts.equallyRated)
      let subject = English.opening(English.count(cells, "cell"))
      let by = counts.raters.count == 2 ? "both" : "two or more of them"
      let same: String
      switch (cells, equal) {
      case (1, 1): same = "who gave the same rating"
      case (1, _): same = "who gave different ratings"
      case (_, 0): same = "who gave the same rating in none"
      case (let all, let equal) where all == equal: same = "who gave the same rating in all"
      case (_, let equal) where !counts.unscored.isEmpty:
        same = "who gave the same rating, or the same reason for none, in \(English.number(equal)) of these"
      case (_, let equal): same = "who gave the same rating in \(English.number(equal)) of these"
      }
      text += " \(subject) \(English.form(cells, "was", "were")) rated by \(by), \(same)."
    }
    return text
  }

  private var settling: String {
    var parts: [String] = []
    let consensus = counts.basis(.consensus)
    if consensus == counts.ratedCells {
      return counts.individualRatings > 0
        ? "The team settled every cell by consensus."
        : "All ratings were recorded as the consensus of the team."
    }
    if consensus > 0 { parts.append("the team settled \(English.count(consensus, "cell")) by consensus") }
    let agreed = counts.basis(.agreed)
    if agreed > 0 {
      parts.append(
        "\(English.count(agreed, "cell")) \(English.form(agreed, "was", "were")) taken over because all raters agreed"
      )
    }
    let single = counts.basis(.single)
    if single > 0 {
      parts.append("\(English.count(single, "cell")) \(English.form(single, "rests", "rest")) on one rater")
    }
    let derived = counts.basis(.derived)
    if derived > 0 {
      parts.append(
        "\(English.count(derived, "cell")) \(English.form(derived, "was", "were")) derived by fixed criteria from the judged excerpts"
      )
    }
    let unresolved = counts.basis(.unresolved)
    if unresolved > 0 {
      parts.append(
        "\(English.count(unresolved, "cell")) stayed unresolved and \(English.form(unresolved, "was", "were")) treated as having no score"
      )
    }
    return English.sentence(parts.joined(separator: "; "))
  }

  private var coverage: String {
    let rated =
      counts.ratedCells == counts.cells && counts.cells > 1
      ? "\(English.opening(English.all(counts.cells, "combination"))) of construct and organization were rated, and \(English.pronoun(counts.scoredCells)) had a score"
      : "Of \(English.count(counts.cells, "combination")) of construct and organization, \(English.each(counts.ratedCells, "was", "were")) rated and \(English.pronoun(counts.scoredCells)) had a score"
    let reasons = counts.unscored.map {
      "\(English.number($0.cells)) \(English.form($0.cells, "was", "were")) \(BriefSection.reason($0.reason))"
    }
    return reasons.isEmpty ? rated + "." : "\(rated); \(English.list(reasons))."
  }
}

/// The rating that the criteria suggest for the evidence of one construct in one organization, with the reason.
///
/// The criteria are those of Damschroder & Lowery (Implementation Science 2013;8:51, table 2) made explicit. Of the informants
/// with at least one judged excerpt, each leans by the sign of the sum of its judgements. A ±2 needs at least two informants, and
/// more than half of all, with explicit, concrete examples, and none that pulls the other way.
public struct Suggestion: Hashable, Sendable {
  /// What is suggested; never a rating until somebody takes it over.
  public let score: RatingValue.Score
  /// Why, in words.
  public let reason: String
}

extension CellEvidence {
  /// What the criteria suggest; nothing where no excerpt was judged.
  public var suggestion: Suggestion? {
    guard !voices.isEmpty else { return nil }
    let informants = voices.count
    let positive = voices.count { $0.sum > 0 }
    let negative = voices.count { $0.sum < 0 }
    let tornInside = voices.contains { $0.holdsPositive && $0.holdsNegative }
    if positive == negative {
      let isTorn = tornInside || positive > 0
      guard let score = RatingValue.Score(0, isMixed: isTorn) else { return nil }
      if positive > 0 {
        return Suggestion(
          score: score,
          reason:
            "\(positive) of \(informants) \(unit(informants)) \(verb("lean", positive)) to help and as many to hinder"
        )
      }
      return Suggestion(
        score: score,
        reason: isTorn
          ? "what helps and what hinders balance within \(informants == 1 ? "the one \(unit(1))" : "the \(informants) \(unit(informants))")"
          : "\(informants) \(unit(informants)) \(verb("describe", informants)) it, without valence")
    }
    let helps = positive > negative
    let leaning = helps ? positive : negative
    let against = helps ? negative : positive
    let concrete = voices.count { helps ? $0.holdsStrongPositive : $0.holdsStrongNegative }
    let isTorn = against > 0 || tornInside
    let isStrong = !isTorn && concrete >= 2 && 2 * concrete > informants
    let sign = helps ? 1 : -1
    guard let score = RatingValue.Score(sign * (isStrong ? 2 : 1), isMixed: isTorn) else { return nil }
    return Suggestion(
      score: score,
      reason: [
        leadingReason(helps: helps, isStrong: isStrong, leaning: leaning, concrete: concrete),
        opposingReason(against: against, tornInside: tornInside, helps: helps),
      ].joined(separator: "; "))
  }

  private func leadingReason(helps: Bool, isStrong: Bool, leaning: Int, concrete: Int) -> String {
    let side = helps ? "positive" : "negative"
    let all = voices.count
    if isStrong {
      return "\(concrete) of \(all) \(unit(all)) \(verb("give", concrete)) concrete \(side) examples"
    }
    let lean = "\(leaning) of \(all) \(unit(all)) \(verb("lean", leaning)) \(side)"
    switch concrete {
    case 0: return "\(lean), with no concrete example"
    case 1: return "\(lean), one with a concrete example"
    default: return "\(lean), \(concrete) with concrete examples"
    }
  }

  private func opposingReason(against: Int, tornInside: Bool, helps: Bool) -> String {
    if against > 0 { return "\(against) \(verb("lean", against)) the other way" }
    if tornInside { return "the other side is heard too" }
    return "none disagrees"
  }

  private func unit(_ count: Int) -> String {
    participants > 0 ? (count == 1 ? "participant" : "participants") : (count == 1 ? "source" : "sources")
  }

  private func verb(_ plural: String, _ count: Int) -> String { count == 1 ? plural + "s" : plural }
}

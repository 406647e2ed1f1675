/// How far a verdict depends on who is in, on what mixed ratings count for, and on where the outcome is cut.
public struct Sensitivity: Sendable {
  /// A change of the verdict when two organizations are left out.
  public struct PairChange: Sendable, Equatable {
    /// The two, in the order of the groups.
    public let organizations: [Organization.ID]
    /// What the verdict becomes.
    public let verdict: Verdict
  }

  /// How many pairs there are to leave out.
  public let pairs: Int
  /// The pairs without which the verdict is another, those that leave a group without a score included.
  public let changingPairs: [PairChange]
  /// The verdict by what mixed ratings count for, everything else as chosen.
  public let mixed: [MixedRule: Verdict]
  /// The verdict at every cut of the outcome, in the order of the comparison's cuts.
  public let cuts: [Verdict]

  /// How many pairs leave both groups a score and change the verdict.
  public var changed: Int { changingPairs.count - emptied }
  /// How many pairs leave a group without a score, so that nothing is left to compare.
  public var emptied: Int { changingPairs.count { $0.verdict == .insufficient } }
  /// How many pairs leave both groups a score.
  public var comparablePairs: Int { pairs - emptied }
}

/// The scores of one construct where they are looked up, group by group.
struct ScoredSites {
  let score: (Organization.ID) -> Int?

  /// The scores of some organizations, counted.
  func counts(_ ids: [Organization.ID]) -> ScoreCounts { ScoreCounts(ids.compactMap(score)) }

  /// The verdicts without each pair of organizations that differ from the verdict with all.
  func changes(
    leavingOutTwoOf high: [Organization.ID], _ low: [Organization.ID], rule: DistinguishingRule,
    verdict: Verdict
  ) -> [Sensitivity.PairChange] {
    let (whole, rest) = (counts(high), counts(low))
    let sites =
      high.map { (id: $0, isHigh: true, counts: counts([$0])) }
      + low.map { (id: $0, isHigh: false, counts: counts([$0])) }
    var changes: [Sensitivity.PairChange] = []
    for (place, first) in sites.enumerated() {
      for second in sites[(place + 1)...] {
        var (upper, lower) = (whole, rest)
        for site in [first, second] {
          if site.isHigh { upper -= site.counts } else { lower -= site.counts }
        }
        let left = rule.verdict(high: upper, low: lower)
        if left != verdict { changes.append(.init(organizations: [first.id, second.id], verdict: left)) }
      }
    }
    return changes
  }
}

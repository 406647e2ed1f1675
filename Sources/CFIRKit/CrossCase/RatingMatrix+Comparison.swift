import CFIRStatistics

extension RatingMatrix {
  /// Compares the high and low groups on every construct.
  ///
  /// - Parameters:
  ///   - groups: Who stands where.
  ///   - rule: The rule whose verdict is printed first; all are computed.
  ///   - mixed: What mixed ratings count for.
  ///   - labels: The authors' or analysts' own labels; a construct without one is unlabelled. Empty: there are none at all.
  /// - Returns: A row for each construct.
  public func compared(
    by groups: OrganizationGroups, rule: DistinguishingRule = .separation, mixed: MixedRule = .number,
    labels: [Construct.ID: Verdict?] = [:]
  ) -> Comparison {
    let comparing = Comparing(
      matrix: self, groups: groups, cuts: groups.cuts(among: organizations), rule: rule, mixed: mixed)
    var rows = constructs.map { comparing.row($0, label: labels[$0.id] ?? nil) }
    let permutationQ = benjaminiHochberg(rows.map { $0.permutation?.share })
    let associationQ = benjaminiHochberg(rows.map { $0.association?.p })
    let trendQ = benjaminiHochberg(rows.map { $0.trend?.p })
    for place in rows.indices {
      rows[place].permutationQ = permutationQ[place]
      rows[place].associationQ = associationQ[place]
      rows[place].trendQ = trendQ[place]
    }
    let sites = groups.high + groups.low
    return Comparison(
      rule: rule, mixed: mixed, groups: groups, cuts: comparing.cuts, rows: rows,
      reference: TableReference(
        constructs.map { sites.map(comparing.scores($0, mixed).score) }, high: groups.high.count, rule: rule),
      hasPublishedLabels: !labels.isEmpty)
  }
}

/// A comparison on its way, construct by construct.
private struct Comparing {
  let matrix: RatingMatrix
  let groups: OrganizationGroups
  let cuts: [OutcomeCut]
  let rule: DistinguishingRule
  let mixed: MixedRule

  func scores(_ construct: Construct, _ mixed: MixedRule) -> ScoredSites {
    ScoredSites { mixed.number(of: matrix[construct.id, $0]?.score) }
  }

  func row(_ construct: Construct, label: Verdict?) -> Comparison.Row {
    let (high, low, middle) = (groups.high, groups.low, groups.middle)
    let sites = scores(construct, mixed)
    func verdict(_ high: [Organization.ID], _ low: [Organization.ID], _ mixed: MixedRule) -> Verdict {
      let sites = scores(construct, mixed)
      return rule.verdict(high: sites.counts(high), low: sites.counts(low))
    }
    let (upper, lower) = (high.compactMap(sites.score), low.compactMap(sites.score))
    let contrast = Contrast(high: ScoreCounts(upper), low: ScoreCounts(lower))
    var verdicts: [DistinguishingRule: Verdict] = [:]
    for rule in DistinguishingRule.allCases { verdicts[rule] = contrast.map(rule.verdict) ?? .insufficient }
    let chosen = verdicts[rule] ?? .insufficient
    let pairs = matrix.organizations.compactMap { organization -> (rating: Double, outcome: Double)? in
      guard let score = sites.score(organization.id), let outcome = groups.outcomes[organization.id]
      else { return nil }
      return (Double(score), outcome)
    }
    let (ratings, outcomes) = (pairs.map(\.rating), pairs.map(\.outcome))
    let count = high.count + low.count
    return Comparison.Row(
      construct: construct, verdict: chosen, direction: contrast.map { $0.isExchanged ? .low : .high },
      scoredHigh: upper.count, scoredLow: lower.count, gap: contrast?.gap, diff: contrast?.diff,
      verdicts: verdicts, permutation: PermutationShare(upper, lower),
      association: ConcordanceTest(ratings, outcomes), spearman: spearmanRho(ratings, outcomes),
      trend: middle.isEmpty
        ? nil
        : JonckheereTerpstra([low, middle, high].map { $0.compactMap { sites.score($0).map(Double.init) } }),
      leaveOneOut: (high + low).map { left in
        (left, verdict(high.filter { $0 != left }, low.filter { $0 != left }, mixed))
      },
      mixedUnscored: verdict(high, low, .unscored),
      middleWithHigh: middle.isEmpty ? nil : verdict(high + middle, low, mixed),
      middleWithLow: middle.isEmpty ? nil : verdict(high, low + middle, mixed),
      sensitivity: Sensitivity(
        pairs: count * (count - 1) / 2,
        changingPairs: sites.changes(leavingOutTwoOf: high, low, rule: rule, verdict: chosen),
        mixed: Dictionary(
          uniqueKeysWithValues: MixedRule.allCases.map { ($0, verdict(high, low, $0)) }),
        cuts: cuts.map { verdict($0.high, $0.low, mixed) }),
      published: label)
  }
}

import CFIRStatistics

/// How far each construct is rated apart where implementation went well and where it did not.
public struct Comparison: Sendable {
  /// One construct.
  public struct Row: Sendable {
    /// The construct.
    public let construct: Construct
    /// What the chosen rule says.
    public let verdict: Verdict
    /// Which group is rated higher; nothing where a group has no score.
    public let direction: OrganizationGroups.Group?
    /// The lowest rating of the higher group less the highest of the other, −4 … +4.
    public let gap: Int?
    /// The mean of the higher group less that of the other, 0 … 4.
    public let diff: Double?
    /// What every rule says.
    public let verdicts: [DistinguishingRule: Verdict]
    /// How many splits of the same sites set the means at least as far apart.
    public let permutation: PermutationShare?
    /// Kendall's τ-b of rating and outcome over all scored organizations; nothing where either is constant.
    public let kendallTauB: Double?
    /// Spearman's ρ of the same.
    public let spearman: Double?
    /// The verdict without each organization of the two groups in turn.
    public let leaveOneOut: [(organization: Organization.ID, verdict: Verdict)]
    /// The verdict when mixed ratings are left out.
    public let mixedUnscored: Verdict
    /// The verdict when the middle organizations join the high group; nothing where there are none.
    public let middleWithHigh: Verdict?
    /// The verdict when they join the low group.
    public let middleWithLow: Verdict?
    /// What the authors or analysts call it themselves; it stands beside the verdict and never replaces it.
    public let published: Verdict?

    /// Whether no single organization, no reading of mixed ratings and no other cut changes the verdict.
    public var isStable: Bool {
      leaveOneOut.allSatisfy { $0.verdict == verdict } && mixedUnscored == verdict
        && (middleWithHigh ?? verdict) == verdict && (middleWithLow ?? verdict) == verdict
    }
  }

  /// The rule whose verdict is printed first.
  public let rule: DistinguishingRule
  /// What mixed ratings count for.
  public let mixed: MixedRule
  /// The groups that are compared.
  public let groups: OrganizationGroups
  /// Construct by construct, in framework order.
  public let rows: [Row]
  /// Whether the table came with labels of its own.
  public let hasPublishedLabels: Bool

  /// How many constructs got a verdict.
  public func count(_ verdict: Verdict) -> Int { rows.count { $0.verdict == verdict } }

  /// How many of the labels that came with the table each rule agrees with.
  public var agreementWithPublished: [(rule: DistinguishingRule, agreeing: Int)] {
    DistinguishingRule.allCases.map { rule in
      (rule, rows.count { $0.verdicts[rule]?.agrees(withPublished: $0.published) ?? false })
    }
  }
}

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
    Comparison(
      rule: rule, mixed: mixed, groups: groups,
      rows: constructs.map { row($0, by: groups, rule: rule, mixed: mixed, label: labels[$0.id] ?? nil) },
      hasPublishedLabels: !labels.isEmpty)
  }

  private func row(
    _ construct: Construct, by groups: OrganizationGroups, rule: DistinguishingRule, mixed: MixedRule,
    label: Verdict?
  ) -> Comparison.Row {
    func scores(_ ids: [Organization.ID], _ mixed: MixedRule) -> [Int] {
      ids.compactMap { mixed.number(of: self[construct.id, $0]?.score) }
    }
    func verdict(
      _ high: [Organization.ID], _ low: [Organization.ID], _ rule: DistinguishingRule, _ mixed: MixedRule
    ) -> Verdict {
      Contrast(high: scores(high, mixed), low: scores(low, mixed)).map(rule.verdict) ?? .insufficient
    }
    let (high, low) = (groups.high, groups.low)
    let contrast = Contrast(high: scores(high, mixed), low: scores(low, mixed))
    var verdicts: [DistinguishingRule: Verdict] = [:]
    for rule in DistinguishingRule.allCases { verdicts[rule] = contrast.map(rule.verdict) ?? .insufficient }
    let pairs = organizations.compactMap { organization -> (rating: Double, outcome: Double)? in
      guard let score = mixed.number(of: self[construct.id, organization.id]?.score),
        let outcome = groups.outcomes[organization.id]
      else { return nil }
      return (Double(score), outcome)
    }
    let hasMiddle = !groups.middle.isEmpty
    return Comparison.Row(
      construct: construct, verdict: verdicts[rule] ?? .insufficient,
      direction: contrast.map { $0.isExchanged ? .low : .high }, gap: contrast?.gap, diff: contrast?.diff,
      verdicts: verdicts, permutation: contrast.flatMap { PermutationShare($0.upper, $0.lower) },
      kendallTauB: kendallTauB(pairs.map(\.rating), pairs.map(\.outcome)),
      spearman: spearmanRho(pairs.map(\.rating), pairs.map(\.outcome)),
      leaveOneOut: (high + low).map { left in
        (left, verdict(high.filter { $0 != left }, low.filter { $0 != left }, rule, mixed))
      },
      mixedUnscored: verdict(high, low, rule, .unscored),
      middleWithHigh: hasMiddle ? verdict(high + groups.middle, low, rule, mixed) : nil,
      middleWithLow: hasMiddle ? verdict(high, low + groups.middle, rule, mixed) : nil,
      published: label)
  }
}

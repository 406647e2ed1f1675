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
    /// How many organizations of the high group have a score.
    public let scoredHigh: Int
    /// How many of the low group have one.
    public let scoredLow: Int
    /// The lowest rating of the higher group less the highest of the other, −4 … +4.
    public let gap: Int?
    /// The mean of the higher group less that of the other, 0 … 4.
    public let diff: Double?
    /// What every rule says.
    public let verdicts: [DistinguishingRule: Verdict]
    /// How many splits of the same sites set the means at least as far apart.
    public let permutation: PermutationShare?
    /// The q-value of that share among the constructs that have one (Benjamini & Hochberg).
    public internal(set) var permutationQ: Double?
    /// Kendall's τ-b of rating and outcome over all scored organizations; nothing where either is constant.
    public var kendallTauB: Double? { association?.tauB }
    /// The same as a test.
    public let association: ConcordanceTest?
    /// The q-value of its p among the constructs that have one.
    public internal(set) var associationQ: Double?
    /// Spearman's ρ of the same.
    public let spearman: Double?
    /// Whether ratings rise from low over middle to high; nothing without a middle group.
    public let trend: JonckheereTerpstra?
    /// The q-value of its p among the constructs that have one.
    public internal(set) var trendQ: Double?
    /// The verdict without each organization of the two groups in turn.
    public let leaveOneOut: [(organization: Organization.ID, verdict: Verdict)]
    /// The verdict when mixed ratings are left out.
    public let mixedUnscored: Verdict
    /// The verdict when the middle organizations join the high group; nothing where there are none.
    public let middleWithHigh: Verdict?
    /// The verdict when they join the low group.
    public let middleWithLow: Verdict?
    /// What two organizations, mixed ratings and the cut of the outcome do to the verdict.
    public let sensitivity: Sensitivity
    /// What the authors or analysts call it themselves; it stands beside the verdict and never replaces it.
    public let published: Verdict?

    /// Whether no single organization, no reading of mixed ratings and no other cut changes the verdict.
    public var isStable: Bool {
      leaveOneOut.allSatisfy { $0.verdict == verdict } && mixedUnscored == verdict
        && (middleWithHigh ?? verdict) == verdict && (middleWithLow ?? verdict) == verdict
    }

    /// How many organizations of the two groups have a score.
    public var scored: Int { scoredHigh + scoredLow }

    /// The fewest splits that could set the means at least as far apart, whatever the ratings: groups of one size can change places.
    public var leastSplits: Int { scoredHigh == scoredLow ? 2 : 1 }
  }

  /// The rule whose verdict is printed first.
  public let rule: DistinguishingRule
  /// What mixed ratings count for.
  public let mixed: MixedRule
  /// The groups that are compared.
  public let groups: OrganizationGroups
  /// Every cut of the outcome, the strictest first.
  public let cuts: [OutcomeCut]
  /// Construct by construct, in framework order.
  public let rows: [Row]
  /// The labels that other splits of the same sites would give; nothing where there are no constructs.
  public let reference: TableReference?
  /// Whether the table came with labels of its own.
  public let hasPublishedLabels: Bool

  /// How many constructs got a verdict.
  public func count(_ verdict: Verdict) -> Int { rows.count { $0.verdict == verdict } }

  /// The places of the cuts that are not the comparison's own.
  public var otherCuts: [Int] {
    let (high, low) = (Set(groups.high), Set(groups.low))
    return cuts.indices.filter { Set(cuts[$0].high) != high || Set(cuts[$0].low) != low }
  }

  /// How many of the labels that came with the table each rule agrees with.
  public var agreementWithPublished: [(rule: DistinguishingRule, agreeing: Int)] {
    DistinguishingRule.allCases.map { rule in
      (rule, rows.count { $0.verdicts[rule]?.agrees(withPublished: $0.published) ?? false })
    }
  }
}

import CFIRStatistics

/// Whether the scores of respondents may stand together as their organization's score.
public struct ScaleAggregation: Sendable {
  /// One organization's respondents on one scale.
  public struct Group: Sendable {
    /// Which organization.
    public let id: Organization.ID
    /// Its scores.
    public let scores: ValueCounts
    /// How many answered every item.
    public let complete: Int
    /// r_wg of the scores, uniform null.
    public let rwg: Double?
    /// r_wg of the scores, slightly skewed null.
    public let rwgSkewed: Double?
    /// r_wg(j) of the items, uniform null.
    public let rwgj: Double?
    /// r_wg(j) of the items, slightly skewed null.
    public let rwgjSkewed: Double?
    /// AD(M): the mean over items of the mean distance from the item's mean.
    public let averageDeviation: Double?
  }

  /// Which scale.
  public let scale: ScoredScale
  /// How many answers its items offer; nothing where that is not known, and r_wg with it.
  public let answers: Int?
  /// ICC(1), ICC(2) and F; nothing for fewer than two organizations.
  public let correlation: GroupCorrelation?
  /// Each organization.
  public let groups: [Group]
}

extension SurveyTally {
  /// Each scale's agreement within and between organizations; empty where no response names one.
  ///
  /// n, mean, standard deviation, r_wg and ICC are of respondents with a score; r_wg(j) and AD(M) of those who answered
  /// every item, as R's `multilevel` has it.
  public func aggregation() -> [ScaleAggregation] {
    guard !organizations.isEmpty else { return [] }
    return scales.enumerated().map { place, scale in
      let steps = Set(scale.items.map { items[$0].answers.steps })
      let answers = steps.count == 1 ? steps.first ?? nil : nil
      let width = scale.rule == .sum ? Double(scale.items.count) : 1
      return ScaleAggregation(
        scale: scale, answers: answers,
        correlation: GroupCorrelation(organizations.map { $0.scores[place] }),
        groups: organizations.map { group($0, scale: place, answers: answers, width: width) })
    }
  }

  private func group(
    _ organization: OrganizationTally, scale: Int, answers: Int?, width: Double
  ) -> ScaleAggregation.Group {
    let scores = organization.scores[scale]
    let complete = organization.complete[scale]
    let variances = complete.compactMap(\.variance)
    let deviations = complete.compactMap(\.averageDeviation)
    func null(_ distribution: NullDistribution) -> Double? {
      answers.flatMap { distribution.variance(answers: $0) }
    }
    func ofScores(_ distribution: NullDistribution) -> Double? {
      guard let null = null(distribution), let variance = scores.variance else { return nil }
      // A sum is the mean times the number of items, and its variance that number squared times the mean's.
      return withinGroupAgreement(variance: variance / (width * width), null: null)
    }
    func ofItems(_ distribution: NullDistribution) -> Double? {
      guard let null = null(distribution), variances.count == complete.count else { return nil }
      return withinGroupAgreement(variances: variances, null: null)
    }
    return ScaleAggregation.Group(
      id: organization.id, scores: scores, complete: complete.first?.count ?? 0, rwg: ofScores(.uniform),
      rwgSkewed: ofScores(.slightlySkewed), rwgj: ofItems(.uniform), rwgjSkewed: ofItems(.slightlySkewed),
      averageDeviation: deviations.count == complete.count && !deviations.isEmpty
        ? deviations.reduce(0, +) / Double(deviations.count) : nil)
  }
}

/// One study as one value: what was read, and the walk from it to answers.
public struct Study: Sendable {
  /// What it is called.
  public var title: String
  /// The framework as this study uses it.
  public var codebook: Codebook
  /// The constructs that the study asks about, in its order; empty: all that turn up.
  public var constructs: [Construct.ID] = []
  /// The cases, in the order of their file or of their first appearance.
  public var organizations: [Organization] = []
  /// Who spoke.
  public var participants: [Participant] = []
  /// The ratings of all rounds.
  public var allRatings: [Rating] = []
  /// The judgements that were written down, where the study has a ledger.
  public var ledger: Ledger?
  /// How findings name the ledger.
  public var ledgerName: String?
  /// The round that is analysed; nothing where there is but one.
  public var round: String?
  /// The rounds between which change is asked for.
  public var changeRounds: RoundChange.Rounds?
  /// The only rater whose ratings count; nothing: all, settled.
  public var rater: Rating.RaterID?
  /// The authors' or analysts' own labels; a construct whose label cell is empty stands here with `nil`.
  public var labels: [Construct.ID: Verdict?] = [:]
  /// How the organizations are grouped by outcome.
  public var groups: OrganizationGroups?
  /// The column that the outcome was taken from.
  public var outcomeColumn: String?
  /// The rule whose verdict is printed first.
  public var rule = DistinguishingRule.separation
  /// What mixed ratings count for.
  public var mixed = MixedRule.number
  /// How ratings and other numbers become sets.
  public var calibration = CalibrationRecipe()
  /// What is asked of configurations, where the study says so.
  public var configurations: ConfigurationalAnalysis.Question?
  /// Whether the criteria's suggestions fill cells that nobody rated.
  public var derives = false
  /// The evidence, counted.
  public var tally = EvidenceTally()
  /// The evidence with its words; read only for what prints words.
  public var excerpts: [Excerpt] = []
  /// What was asked in writing, and answered; read only for what prints it.
  public var surveys: [Survey] = []
  /// What the team decided to do about barriers.
  public var plan = ActionPlan()
  /// No statistic of an organization's survey answers leaves the team over fewer respondents.
  public var minimumCell = 5
  /// The files that excerpts came from.
  public var excerptFiles: [String] = []

  /// A study that nothing has been read of yet.
  public init(title: String, codebook: Codebook) {
    self.title = title
    self.codebook = codebook
  }

  /// The ratings of the analysed round, by the chosen rater where there is one.
  public var ratings: [Rating] {
    allRatings.filter { (round == nil || $0.round == round) && (rater == nil || $0.rater == rater) }
  }

  /// The rating matrix, its organizations ordered by outcome where there is one.
  public func matrix() -> RatingMatrix {
    let matrix = RatingMatrix(
      ratings, organizations: organizations, codebook: codebook, constructs: constructs, evidence: tally,
      derive: derives)
    return groups.map(matrix.arranged) ?? matrix
  }

  /// The comparison of high and low; nothing where there are no groups to compare.
  public func comparison() -> Comparison? {
    guard let groups, !groups.high.isEmpty, !groups.low.isEmpty else { return nil }
    return matrix().compared(by: groups, rule: rule, mixed: mixed, labels: labels)
  }

  /// The change of the ratings between the two rounds asked for; nothing where none are. What nobody rated is not derived: evidence
  /// has no rounds.
  public func roundChange() -> RoundChange? {
    guard let rounds = changeRounds else { return nil }
    let counted = allRatings.filter { rater == nil || $0.rater == rater }
    let (before, after) = (
      counted.filter { $0.round == rounds.from }, counted.filter { $0.round == rounds.to }
    )
    let rated = constructs + (before + after).map(\.construct)
    func matrix(_ ratings: [Rating]) -> RatingMatrix {
      let matrix = RatingMatrix(
        ratings, organizations: organizations, codebook: codebook, constructs: rated, evidence: tally)
      return groups.map(matrix.arranged) ?? matrix
    }
    return matrix(after).changes(since: matrix(before), rounds: rounds, mixed: mixed)
  }
}

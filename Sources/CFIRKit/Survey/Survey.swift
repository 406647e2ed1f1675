import CFIRStatistics

/// One round of answers to an instrument.
public struct Survey: Sendable {
  /// One respondent's scores, one for each scale.
  public struct Row: Sendable {
    /// Who answered.
    public var respondent: String
    /// For which organization.
    public var organization: Organization.ID?
    /// In which role.
    public var role: String
    /// The scores.
    public var scores: [ScaleScore]

    /// A respondent's scores.
    public init(respondent: String, organization: Organization.ID?, role: String, scores: [ScaleScore]) {
      self.respondent = respondent
      self.organization = organization
      self.role = role
      self.scores = scores
    }
  }

  /// One answer to a profile.
  public struct Fact: Sendable {
    /// The organization.
    public var organization: Organization.ID?
    /// The item.
    public var item: Item.ID
    /// The answer as written.
    public var answer: String

    /// An answer.
    public init(organization: Organization.ID?, item: Item.ID, answer: String) {
      self.organization = organization
      self.item = item
      self.answer = answer
    }
  }

  /// The round before, where it is asked for.
  public struct Earlier: Sendable {
    /// Which round it was.
    public var round: String
    /// Its answers, counted and scored.
    public var tally: SurveyTally

    /// A round.
    public init(round: String, tally: SurveyTally) {
      self.round = round
      self.tally = tally
    }
  }

  /// How it is printed.
  public var title: String
  /// What was asked.
  public var instrument: Instrument
  /// The answers, counted and scored.
  public var tally: SurveyTally
  /// Each respondent's scores, where they were kept.
  public var rows: [Row] = []
  /// What a profile says.
  public var facts: [Fact] = []
  /// Which round it is; nothing where there are no rounds.
  public var round: String?
  /// All rounds of its table, by number or else as they first appear.
  public var rounds: [String] = []
  /// The round before this one, where it was read.
  public var earlier: Earlier?
  /// The edition whose constructs it is scored on; nothing for a plain table.
  public var edition: Framework.Edition?
  /// How organizations are printed.
  public var names: [Organization.ID: String] = [:]
  /// No statistic of an organization is given over fewer respondents; 0: nothing is held back.
  public var minimumCell = 0
  /// Who a pair of items is seen by.
  public var missing = ItemMoments.MissingRule.pairwise

  /// A survey that nobody has answered yet.
  public init(title: String, instrument: Instrument, scales: [ScoredScale]) {
    self.title = title
    self.instrument = instrument
    tally = SurveyTally(items: instrument.ratedItems, scales: scales)
  }

  /// An organization's name for people.
  public func name(_ id: Organization.ID) -> String { names[id] ?? id.rawValue }
}

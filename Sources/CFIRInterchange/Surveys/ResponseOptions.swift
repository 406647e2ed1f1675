import CFIRKit

/// How a table of responses is to be read.
public struct ResponseOptions: Sendable {
  /// The column that names the organization; found by its name where nothing is said.
  public var organization: String?
  /// The column that names the respondent; found by its name where nothing is said.
  public var respondent: String?
  /// The round that is read, where the table has several; the last by default.
  public var round: String?
  /// The organizations that responses can be of; empty: any.
  public var organizations: [Organization] = []
  /// Whether every row must name an organization.
  public var needsOrganization = false
  /// Whether an item without a column is an error, as where the user names the items.
  public var needsEveryItem = false
  /// Further codes that mean that there is no answer, such as `99`.
  public var noAnswer: Set<String> = []
  /// Whether the round before is read too, to tell what has changed; of a study's surveys.
  public var readsEarlierRound = false
  /// Whether each respondent's scores are kept; they are what makes memory grow with respondents.
  public var keepsScores = true

  /// Nothing said.
  public init() {}
}

/// What a table of responses says, and what was found on the way.
public struct ResponseReading {
  /// The answers, counted and scored.
  public var survey: Survey
  /// What was found on the way.
  public var findings = Findings()
}

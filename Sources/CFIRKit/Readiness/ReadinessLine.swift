/// Where one organization stands on one construct: what its people say, and what the study team found.
public struct ReadinessLine: Sendable {
  /// What a line stands for.
  public enum Standing: String, Sendable, CaseIterable {
    /// At +1 or above.
    case strength
    /// From 0 to below +1.
    case between
    /// Below 0.
    case gap
    /// Nothing may or can be said.
    case unknown
  }

  /// Whose word the standing follows.
  public enum Basis: String, Sendable {
    /// All who answered the survey.
    case everybody
    /// The leader alone, where the others are too few.
    case leader
    /// The study team's rating, where no survey says anything.
    case rating
    /// Nobody's.
    case none
  }

  /// What has become of something since the round before.
  public enum Change: String, Sendable {
    case better, same, worse
  }

  /// The construct.
  public let construct: Construct
  /// The construct in a leader's words.
  public let words: String
  /// What leaders are asked about it; empty where the words are others', or no survey asks.
  public let statement: String
  /// What all respondents say.
  public let everybody: ShownOpinion
  /// What the leaders say; of a single leader, the leader's own answer.
  public let leaders: ShownOpinion
  /// What staff say.
  public let staff: ShownOpinion
  /// What all respondents said in the round before.
  public let earlier: ShownOpinion
  /// The study team's rating.
  public let rating: RatingValue?

  /// Whose word the standing follows: everybody's, else the leader's, else the study team's.
  public var basis: Basis {
    if everybody.opinion != nil { return .everybody }
    if leaders.opinion != nil { return .leader }
    return rating?.score == nil ? .none : .rating
  }

  /// The opinion that the standing follows, where it follows one.
  public var opinion: Opinion? { everybody.opinion ?? leaders.opinion }

  /// The place from −2 to +2; nothing where nothing can be said.
  public var position: Double? { opinion?.position ?? rating?.score.map { Double($0.value) } }

  /// Strength, gap, or between.
  public var standing: Standing {
    guard let position else { return .unknown }
    if ReadinessRules.reaches(position, ReadinessRules.strength) { return .strength }
    return ReadinessRules.reaches(position, ReadinessRules.gap) ? .between : .gap
  }

  /// How much higher leaders place it than staff do; nothing where either may not be shown.
  public var difference: Double? {
    guard let first = leaders.opinion, let second = staff.opinion else { return nil }
    return first.position - second.position
  }

  /// Whether leaders and staff see it differently.
  public var isSeenDifferently: Bool {
    difference.map { ReadinessRules.reaches(abs($0), ReadinessRules.spread) } ?? false
  }

  /// What has become of it; nothing where either round may not be shown.
  public var change: Change? {
    guard let now = everybody.opinion, let before = earlier.opinion else { return nil }
    let step = now.position - before.position
    guard ReadinessRules.reaches(abs(step), ReadinessRules.change) else { return .same }
    return step > 0 ? .better : .worse
  }

  /// Whether those who were asked could not answer.
  public var isUnanswered: Bool {
    everybody == .unanswered || (everybody == .heldBack && leaders == .unanswered)
  }
}

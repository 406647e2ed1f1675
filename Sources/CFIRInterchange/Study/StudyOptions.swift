import CFIRKit

/// What a user says beside the study folder; it overrides `study.yaml`.
public struct StudyOptions: Sendable {
  /// What is kept of the excerpts, beside their counts; what only counts keeps nothing, in far less memory.
  public enum Words: Sendable {
    /// Nothing.
    case none
    /// Which there are, where ratings cite any, without what they say.
    case ids
    /// All that they say.
    case all
  }

  /// What is kept of the excerpts.
  public var words = Words.none
  /// The edition, where the user names it.
  public var edition: Framework.Edition?
  /// The only rater whose ratings count.
  public var rater: String?
  /// The round that is analysed.
  public var round: String?
  /// The two rounds between which change is asked for, the earlier first; the second is then the round that is analysed.
  public var changeRounds: RoundChange.Rounds?
  /// The rule whose verdict is printed first.
  public var rule: DistinguishingRule?
  /// What mixed ratings count for.
  public var mixed: MixedRule?
  /// Whether suggestions fill cells that nobody rated.
  public var derives = false
  /// Whether each passage counts once for a construct, however often it was coded.
  public var countsPassagesOnce = false
  /// Whether it matters what codes mean and which organization a source belongs to; a conversion takes both as they are.
  var interprets = true
  /// Whether surveys are read, and how; nothing: they are not.
  public var surveys: ResponseOptions?
  /// Groups given by hand; they override the study's.
  public var high: [String] = []
  /// The middle group.
  public var middle: [String] = []
  /// The low group.
  public var low: [String] = []

  /// Nothing said.
  public init() {}

  /// Nothing said, but what is kept of the excerpts.
  public init(words: Words) { self.words = words }
}

import CFIRKit

/// What a user says beside the study folder; it overrides `study.yaml`.
public struct StudyOptions: Sendable {
  /// What is needed of a study, so that no more is read.
  public struct Parts: OptionSet, Sendable {
    /// The bits.
    public let rawValue: Int
    /// A set of bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// The ratings.
    public static let ratings = Parts(rawValue: 1)
    /// The evidence, counted.
    public static let tally = Parts(rawValue: 2)
    /// The evidence with its words.
    public static let words = Parts(rawValue: 4)
  }

  /// What is needed.
  public var parts: Parts = []
  /// The edition, where the user names it.
  public var edition: Framework.Edition?
  /// The only rater whose ratings count.
  public var rater: String?
  /// The round that is analysed.
  public var round: String?
  /// The rule whose verdict is printed first.
  public var rule: DistinguishingRule?
  /// What mixed ratings count for.
  public var mixed: MixedRule?
  /// Whether suggestions fill cells that nobody rated.
  public var derives = false
  /// Whether each passage counts once for a construct, however often it was coded.
  public var countsPassagesOnce = false
  /// Groups given by hand; they override the study's.
  public var high: [String] = []
  /// The middle group.
  public var middle: [String] = []
  /// The low group.
  public var low: [String] = []

  /// Nothing said.
  public init() {}

  /// Needs those parts.
  public init(_ parts: Parts) { self.parts = parts }
}

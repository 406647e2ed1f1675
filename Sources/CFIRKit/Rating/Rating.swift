/// One rater's judgement of one construct in one organization in one round.
public struct Rating: Hashable, Sendable {
  /// Somebody who rates.
  public enum Rater {}
  /// Which rater.
  public typealias RaterID = Identifier<Rater>

  /// The organization that is rated.
  public var organization: Organization.ID
  /// On what.
  public var construct: Construct.ID
  /// By whom; ``consensus`` for the team's decision.
  public var rater: RaterID
  /// In which round; empty where there is but one.
  public var round: String
  /// What it says.
  public var value: RatingValue
  /// What was said, in brief.
  public var summary: String
  /// The sentence that justifies it.
  public var rationale: String
  /// The excerpts that it rests on.
  public var excerpts: [Excerpt.ID]
  /// When it was given, as the file has it.
  public var date: String
  /// Where it was read.
  public var origin: Origin

  /// The rater that marks the team's decision.
  public static let consensus: RaterID = "consensus"

  /// A rating; it can stand without evidence.
  public init(
    organization: Organization.ID, construct: Construct.ID, rater: RaterID, round: String = "",
    value: RatingValue, summary: String = "", rationale: String = "", excerpts: [Excerpt.ID] = [],
    date: String = "", origin: Origin
  ) {
    self.organization = organization
    self.construct = construct
    self.rater = rater
    self.round = round
    self.value = value
    self.summary = summary
    self.rationale = rationale
    self.excerpts = excerpts
    self.date = date
    self.origin = origin
  }

  /// Whether this is the team's decision.
  public var isConsensus: Bool { rater == Rating.consensus }
}

extension Sequence<Rating> {
  /// The rounds: by number where all are numbers, else in the order in which they appear.
  public var rounds: [String] {
    var seen: Set<String> = []
    let rounds = map(\.round).filter { seen.insert($0).inserted }
    let numbered = rounds.compactMap { round in Double(round).map { (round, $0) } }
    guard numbered.count == rounds.count else { return rounds }
    return numbered.sorted { $0.1 < $1.1 }.map(\.0)
  }
}

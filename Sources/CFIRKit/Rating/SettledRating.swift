/// What several ratings of one construct in one organization come to, and on what ground.
public struct SettledRating: Hashable, Sendable {
  /// The ground that a cell of the matrix stands on.
  public enum Basis: String, Sendable {
    /// The team decided.
    case consensus
    /// All raters gave the same token, mixed included.
    case agreed
    /// One rater.
    case single
    /// The criteria's suggestion, taken over because the study derives its ratings.
    case derived
    /// The raters differ and the team has not decided: there is no score in analyses.
    case unresolved
  }

  /// What it comes to; nothing where it is unresolved.
  public let value: RatingValue?
  /// On what ground.
  public let basis: Basis
  /// The individual ratings, kept, in the order of their raters.
  public let ratings: [Rating]
  /// The team's decision, where there is one.
  public let consensus: Rating?

  /// Settles the ratings of one cell in one round.
  ///
  /// - Returns: `nil` where there is no rating.
  public init?(_ ratings: [Rating]) {
    consensus = ratings.first(where: \.isConsensus)
    self.ratings = ratings.filter { !$0.isConsensus }.sorted { $0.rater < $1.rater }
    if let consensus {
      value = consensus.value
      basis = .consensus
    } else if let first = self.ratings.first {
      let isUnanimous = self.ratings.allSatisfy { $0.value == first.value }
      value = isUnanimous ? first.value : nil
      basis = self.ratings.count == 1 ? .single : isUnanimous ? .agreed : .unresolved
    } else {
      return nil
    }
  }

  /// A suggestion of the criteria, taken over.
  public init(derived suggestion: Suggestion) {
    value = .score(suggestion.score)
    basis = .derived
    ratings = []
    consensus = nil
  }

  /// The rating whose words stand for the cell: the consensus, else the first rater's.
  public var speaking: Rating? { consensus ?? ratings.first }

  /// Every excerpt that a rating cites: the consensus' first, then the raters'.
  public var citedExcerpts: [Excerpt.ID] {
    var seen: Set<Excerpt.ID> = []
    return ([consensus].compactMap { $0 } + ratings).flatMap(\.excerpts).filter { seen.insert($0).inserted }
  }
}

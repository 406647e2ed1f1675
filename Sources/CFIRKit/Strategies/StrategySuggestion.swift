/// A strategy with the barriers that it would answer.
public struct StrategySuggestion: Sendable {
  /// One barrier, and how many experts chose the strategy for it.
  public struct Match: Sendable {
    /// The barrier.
    public let barrier: Barrier
    /// The endorsement, of the construct of the table from which the barrier's construct comes.
    public let endorsement: Endorsement
    /// How sure it is that the two constructs correspond; empty where they are one.
    public let certainty: String
  }

  /// The strategy.
  public let strategy: Strategy
  /// Its barriers, in the order in which they were given.
  public let matches: [Match]

  /// The strongest endorsement among them.
  public var strongest: Endorsement? { matches.map(\.endorsement).max { $0.rank < $1.rank } }
}

extension EndorsementTable {
  /// Strategies for barriers: those that answer most barriers first, then the more endorsed, then by number.
  ///
  /// A strategy answers a barrier where at least a fifth of the experts chose it for the barrier's construct.
  ///
  /// - Parameters:
  ///   - barriers: What stands in the way.
  ///   - codebook: The study's codebook; constructs of 2022 are taken to those of 2009 by the crosswalk.
  /// - Returns: The strategies, and the barriers for which the table has none.
  public func suggestions(for barriers: [Barrier], by codebook: Codebook) -> (
    strategies: [StrategySuggestion], unanswered: [Barrier]
  ) {
    let byConstruct = Dictionary(grouping: endorsements.filter(\.isAnswer), by: \.construct)
    var matches: [Strategy.ID: [StrategySuggestion.Match]] = [:]
    var unanswered: [Barrier] = []
    for barrier in barriers {
      // A table of one's own may be on the study's own constructs.
      var origins = [(construct: barrier.construct, certainty: "")]
      if byConstruct[barrier.construct] == nil {
        origins = Crosswalk.shipped.origins(of: barrier.construct, in: codebook)
      }
      var best: [Strategy.ID: StrategySuggestion.Match] = [:]
      for (construct, certainty) in origins {
        for endorsement in byConstruct[construct] ?? []
        where endorsement.rank > best[endorsement.strategy]?.endorsement.rank ?? -1 {
          best[endorsement.strategy] = .init(barrier: barrier, endorsement: endorsement, certainty: certainty)
        }
      }
      if best.isEmpty { unanswered.append(barrier) }
      for (strategy, match) in best { matches[strategy, default: []].append(match) }
    }
    let found = Strategy.all.compactMap { strategy in
      matches[strategy.id].map { StrategySuggestion(strategy: strategy, matches: $0) }
    }
    let sorted = found.sorted { first, second in
      if first.matches.count != second.matches.count { return first.matches.count > second.matches.count }
      let (a, b) = (first.strongest?.rank ?? 0, second.strongest?.rank ?? 0)
      return a == b ? first.strategy.number < second.strategy.number : a > b
    }
    return (sorted, unanswered)
  }
}

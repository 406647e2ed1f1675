import CFIRStatistics

/// How many constructs the rule would label if the same sites were split into groups of these sizes in any other way.
///
/// Every split keeps the ratings of a site together, so that constructs which go together stay so: the reference is for the table as
/// a whole. All ways are tried where they are at most `Splits.mostEnumerated`; else 20,000 are drawn, the observed one among them.
public struct TableReference: Sendable {
  /// How often a number of labels came about.
  public struct Level: Sendable, Equatable {
    /// How many constructs were labelled.
    public let labelled: Int
    /// In how many splits.
    public let splits: Int
  }

  /// The labels of one kind over all splits.
  public struct Labels: Sendable, Equatable {
    /// How many there are in the table as it is.
    public let observed: Int
    /// How often each number came about, the lowest first.
    public let distribution: [Level]

    /// How many splits were tried.
    public var total: Int { distribution.reduce(0) { $0 + $1.splits } }
    /// How many of them label at least as many constructs, the observed one included.
    public var atLeast: Int { distribution.reduce(0) { $0 + ($1.labelled >= observed ? $1.splits : 0) } }
    /// `atLeast` as a share of `total`, 0 … 1.
    public var share: Double { Double(atLeast) / Double(total) }
    /// How many constructs a split labels on average.
    public var mean: Double {
      Double(distribution.reduce(0) { $0 + $1.labelled * $1.splits }) / Double(total)
    }
    /// The standard error of `share` as a sample's.
    public var standardError: Double { (share * (1 - share) / Double(total)).squareRoot() }
  }

  /// The ways to split the sites.
  public let splits: Splits
  /// Labels that say strong.
  public let strong: Labels
  /// Labels that say strong or weak.
  public let strongOrWeak: Labels

  /// The smallest share that any table could have: the observed split, and its mirror image where the groups are of one size.
  public var leastShare: Double { Double(leastSplits) / Double(splits.considered) }
  /// The splits behind `leastShare`.
  public var leastSplits: Int { splits.isExact && 2 * splits.size == splits.units ? 2 : 1 }

  /// Tries the splits; `nil` where a group is empty.
  ///
  /// - Parameters:
  ///   - scores: Construct by construct, the score of each site; those of the high group first.
  ///   - high: How many sites are in the high group.
  ///   - rule: What labels a construct.
  init?(_ scores: [[Int?]], high: Int, rule: DistinguishingRule) {
    guard let sites = scores.first?.count, high > 0, high < sites else { return nil }
    let splits = Splits(units: sites, choosing: high)
    let units = scores.map { row in row.map { ScoreCounts($0.map { [$0] } ?? []) } }
    let wholes = scores.map { ScoreCounts($0.compactMap { $0 }) }
    var strong = [Int](repeating: 0, count: scores.count + 1)
    var labelled = strong
    var observed: (strong: Int, labelled: Int)?
    splits.forEach { chosen in
      var found = (strong: 0, labelled: 0)
      for (place, row) in units.enumerated() {
        var upper = ScoreCounts()
        for site in chosen { upper += row[site] }
        var lower = wholes[place]
        lower -= upper
        switch rule.verdict(high: upper, low: lower) {
        case .strong:
          found.strong += 1
          found.labelled += 1
        case .weak: found.labelled += 1
        case .none, .insufficient: break
        }
      }
      strong[found.strong] += 1
      labelled[found.labelled] += 1
      // The first split is the one that there is.
      if observed == nil { observed = found }
    }
    func labels(_ counts: [Int], _ observed: Int) -> Labels {
      Labels(
        observed: observed,
        distribution: counts.enumerated().filter { $0.element > 0 }.map {
          Level(labelled: $0.offset, splits: $0.element)
        })
    }
    self.splits = splits
    self.strong = labels(strong, observed?.strong ?? 0)
    strongOrWeak = labels(labelled, observed?.labelled ?? 0)
  }
}

import CFIRStatistics

/// How ratings changed from one round to another.
public struct RoundChange: Sendable {
  /// Two rounds.
  public struct Rounds: Sendable, Equatable {
    /// The earlier one.
    public let from: String
    /// The later one.
    public let to: String

    /// Two rounds by their names.
    public init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  /// One organization that has a score in both.
  public struct Site: Sendable {
    /// The organization.
    public let organization: Organization.ID
    /// Its cell in the earlier round.
    public let before: RatingMatrix.Cell
    /// Its cell in the later one.
    public let after: RatingMatrix.Cell
    /// The later score less the earlier, −4 … +4.
    public let change: Int
  }

  /// One construct.
  public struct Row: Sendable {
    /// The construct.
    public let construct: Construct
    /// The organizations with a score in both rounds.
    public let sites: [Site]
    /// Those with a score in one of them only.
    public let unpaired: [Organization.ID]
    /// Of all ways to turn the signs of the changes, how many give a mean change at least as large; nothing without sites.
    public let flips: SignFlipShare?
    /// The q-value of that share among the constructs that have one (Benjamini & Hochberg).
    public internal(set) var flipsQ: Double?

    /// How many organizations are rated higher than before.
    public var risen: Int { sites.count { $0.change > 0 } }
    /// How many are rated lower.
    public var fallen: Int { sites.count { $0.change < 0 } }
    /// How many are rated the same.
    public var unchanged: Int { sites.count - risen - fallen }
    /// The mean of the changes, −4 … +4.
    public var meanChange: Double? {
      sites.isEmpty ? nil : Double(sites.reduce(0) { $0 + $1.change }) / Double(sites.count)
    }
    /// The exact sign test of risen against fallen, two-sided; nothing without sites.
    public var signP: Double? { sites.isEmpty ? nil : signTest(risen: risen, fallen: fallen) }
  }

  /// The rounds.
  public let rounds: Rounds
  /// What mixed ratings count for.
  public let mixed: MixedRule
  /// Construct by construct, in framework order.
  public let rows: [Row]
}

extension RatingMatrix {
  /// How the ratings changed to this matrix.
  ///
  /// - Parameters:
  ///   - earlier: The matrix of the earlier round.
  ///   - rounds: What the rounds are called.
  ///   - mixed: What mixed ratings count for.
  /// - Returns: A row for each construct of this matrix.
  public func changes(
    since earlier: RatingMatrix, rounds: RoundChange.Rounds, mixed: MixedRule = .number
  ) -> RoundChange {
    var rows = constructs.map { construct -> RoundChange.Row in
      var sites: [RoundChange.Site] = []
      var unpaired: [Organization.ID] = []
      for organization in organizations {
        let (before, after) = (earlier[construct.id, organization.id], self[construct.id, organization.id])
        let scores = (mixed.number(of: before?.score), mixed.number(of: after?.score))
        if let before, let after, let first = scores.0, let second = scores.1 {
          sites.append(
            .init(organization: organization.id, before: before, after: after, change: second - first))
        } else if scores.0 != nil || scores.1 != nil {
          unpaired.append(organization.id)
        }
      }
      return .init(
        construct: construct, sites: sites, unpaired: unpaired, flips: SignFlipShare(sites.map(\.change)))
    }
    for (place, q) in benjaminiHochberg(rows.map { $0.flips?.share }).enumerated() { rows[place].flipsQ = q }
    return RoundChange(rounds: rounds, mixed: mixed, rows: rows)
  }
}

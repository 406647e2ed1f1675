/// How a construct works across organizations, whatever their outcome.
public struct Influence: Sendable {
  /// What more than half of the scored organizations show.
  public enum Kind: String, Sendable {
    /// More than half are positive.
    case facilitator
    /// More than half are negative.
    case barrier
    /// More than half are 0.
    case neutral
    /// None of these.
    case contested
    /// Fewer than two organizations have a score.
    case insufficient
  }

  /// How strongly a facilitator or barrier works.
  public enum Strength: String, Sendable {
    /// More than half of the scored organizations are at ±2.
    case strong
    /// They are not.
    case weak
  }

  /// The construct.
  public let construct: Construct
  /// How many organizations at each of −2 … +2.
  public let counts: [Int: Int]
  /// How many of the scores are mixed.
  public let mixed: Int
  /// How many organizations have no score, by reason.
  public let unscored: [Unscored: Int]
  /// The mean of the scores.
  public let mean: Double?
  /// Their median.
  public let median: Double?
  /// What more than half of them show.
  public let kind: Kind
  /// How strongly, for facilitators and barriers.
  public let strength: Strength?
  /// Where it helps.
  public let facilitates: [Organization.ID]
  /// Where it hinders.
  public let hinders: [Organization.ID]

  /// Why an organization has no score.
  public enum Unscored: String, Sendable, CaseIterable {
    /// Asked, but too little was said.
    case missing
    /// Nobody was asked.
    case notAsked = "not asked"
    /// It does not apply.
    case notApplicable = "n/a"
    /// A fact without valence.
    case descriptor
    /// The raters differ.
    case unresolved
    /// Mixed, and this analysis leaves mixed ratings out.
    case mixed
    /// Nobody rated.
    case none
  }

  /// How many organizations have a score.
  public var scored: Int { counts.values.reduce(0, +) }
}

extension RatingMatrix {
  /// How each construct works across the organizations.
  public func influences(mixed rule: MixedRule = .number) -> [Influence] {
    constructs.map { influence($0, mixed: rule) }
  }

  private func influence(_ construct: Construct, mixed rule: MixedRule) -> Influence {
    var counts: [Int: Int] = [:]
    var mixed = 0
    var unscored: [Influence.Unscored: Int] = [:]
    var facilitates: [Organization.ID] = []
    var hinders: [Organization.ID] = []
    var scores: [Int] = []
    for organization in organizations {
      let cell = self[construct.id, organization.id]
      guard let score = rule.number(of: cell?.score) else {
        unscored[Influence.Unscored(cell), default: 0] += 1
        continue
      }
      counts[score, default: 0] += 1
      scores.append(score)
      if cell?.score?.isMixed == true { mixed += 1 }
      if score > 0 { facilitates.append(organization.id) }
      if score < 0 { hinders.append(organization.id) }
    }
    let n = scores.count
    let kind: Influence.Kind =
      if n < 2 { .insufficient } else if 2 * facilitates.count > n {
        .facilitator
      } else if 2 * hinders.count > n {
        .barrier
      } else if 2 * (counts[0] ?? 0) > n { .neutral } else { .contested }
    let extreme =
      switch kind {
      case .facilitator: counts[2]
      case .barrier: counts[-2]
      default: nil as Int?
      }
    let strength: Influence.Strength? =
      kind == .facilitator || kind == .barrier ? (2 * (extreme ?? 0) > n ? .strong : .weak) : nil
    let sorted = scores.sorted()
    return Influence(
      construct: construct, counts: counts, mixed: mixed, unscored: unscored,
      mean: n > 0 ? Double(scores.reduce(0, +)) / Double(n) : nil,
      median: n > 0 ? Double(sorted[(n - 1) / 2] + sorted[n / 2]) / 2 : nil,
      kind: kind, strength: strength, facilitates: facilitates, hinders: hinders)
  }
}

extension Influence.Unscored {
  init(_ cell: RatingMatrix.Cell?) {
    guard let cell else {
      self = .none
      return
    }
    self =
      switch cell.settled.value {
      case .missing: .missing
      case .notAsked: .notAsked
      case .notApplicable: .notApplicable
      case .descriptor: .descriptor
      case .score: .mixed
      case nil: .unresolved
      }
  }
}

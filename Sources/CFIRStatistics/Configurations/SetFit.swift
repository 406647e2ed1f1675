/// How well a set stands for being sufficient for an outcome.
///
/// Source: Ragin, Political Analysis 2006;14:291–310 (inclusion, called consistency there, and coverage);
/// Schneider & Wagemann, Set-Theoretic Methods for the Social Sciences, 2012, section 9.2.1 (PRI).
public struct SufficiencyFit: Hashable, Sendable {
  /// Σmin(x, y) / Σx, 0 … 1; nothing where no case belongs to the set.
  public let inclusion: Double?
  /// Proportional reduction in inconsistency, 0 … 1: inclusion less what the set shares with outcome and its absence alike.
  public let pri: Double?
  /// Σmin(x, y) / Σy, 0 … 1; nothing where no case has the outcome.
  public let coverage: Double?

  /// Weighs a set against an outcome.
  ///
  /// - Parameters:
  ///   - set: How far each case belongs to the set, 0 … 1.
  ///   - outcome: How far each case has the outcome, 0 … 1.
  ///   - counts: How many cases each stands for.
  public init(_ set: [Double], _ outcome: [Double], counts: [Int]) {
    var (x, y, both, torn) = (0.0, 0.0, 0.0, 0.0)
    for place in set.indices {
      let count = Double(counts[place])
      let shared = min(set[place], outcome[place])
      x += count * set[place]
      y += count * outcome[place]
      both += count * shared
      torn += count * min(shared, 1 - outcome[place])
    }
    inclusion = x > 0 ? both / x : nil
    pri = x - torn > SetFit.tolerance ? (both - torn) / (x - torn) : x > 0 ? 0 : nil
    coverage = y > 0 ? both / y : nil
  }
}

/// How well a set stands for being necessary for an outcome.
///
/// Source: Ragin 2006 as above; Schneider & Wagemann 2012, section 9.2.1.2 (relevance of necessity, RoN).
public struct NecessityFit: Hashable, Sendable {
  /// Σmin(x, y) / Σy, 0 … 1; nothing where no case has the outcome.
  public let inclusion: Double?
  /// Relevance of necessity, Σ(1 − x) / Σ(1 − min(x, y)), 0 … 1; small where nearly all cases belong to the set.
  public let ron: Double?
  /// Σmin(x, y) / Σx, 0 … 1; nothing where no case belongs to the set.
  public let coverage: Double?

  /// Weighs a set against an outcome; the parameters are those of ``SufficiencyFit``.
  public init(_ set: [Double], _ outcome: [Double], counts: [Int]) {
    var (x, y, both, without, withoutBoth) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for place in set.indices {
      let count = Double(counts[place])
      let shared = min(set[place], outcome[place])
      x += count * set[place]
      y += count * outcome[place]
      both += count * shared
      without += count * (1 - set[place])
      withoutBoth += count * (1 - shared)
    }
    inclusion = y > 0 ? both / y : nil
    coverage = x > 0 ? both / x : nil
    ron = withoutBoth > 0 ? without / withoutBoth : nil
  }
}

/// What all measures share.
enum SetFit {
  /// How far below a cut-off a number may lie and still reach it: R `QCA` takes the square root of the machine's precision.
  static let tolerance = 0x1p-26

  /// Whether a number reaches a cut-off.
  static func reaches(_ number: Double?, _ cut: Double) -> Bool { (number ?? 0) >= cut - tolerance }
}

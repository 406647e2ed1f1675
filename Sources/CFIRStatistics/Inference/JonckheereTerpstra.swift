/// Whether a number rises (or falls) from one ordered group to the next.
///
/// J counts, over all pairs of units from different groups, those where the unit of the later group has the larger number, ties by
/// half. Chance is all ways to deal the same numbers out to groups of these sizes, so ties are handled exactly; J is Kendall's S of
/// number and group in other units (S = 2J − pairs), and shares its distribution. Sources: Terpstra, Indagationes Mathematicae
/// 1952;14:327–333; Jonckheere, Biometrika 1954;41:133–145; the variance with ties: Hollander, Wolfe & Chicken, Nonparametric
/// Statistical Methods, 3rd ed. 2014, equation 6.19.
public struct JonckheereTerpstra: Hashable, Sendable {
  /// J; half counts where numbers are tied.
  public let statistic: Double
  /// What chance gives on average: half of the pairs.
  public let expected: Double
  /// The sizes of the groups, in their order.
  public let sizes: [Int]
  /// The same as a test of concordance of number and group.
  public let concordance: ConcordanceTest

  /// The share of arrangements with J at least as far from its mean, 0 … 1.
  public var p: Double { concordance.p }

  /// Tests groups; those without units are passed over. `nil` with fewer than two that have units, or when all numbers are the same.
  ///
  /// - Parameter groups: The numbers of each group, in the order in which they should rise.
  public init?(_ groups: [[Double]]) {
    let filled = groups.filter { !$0.isEmpty }
    let places = filled.enumerated().flatMap { place, group in group.map { _ in Double(place) } }
    guard let concordance = ConcordanceTest(filled.flatMap { $0 }, places) else { return nil }
    let count = places.count
    let pairs = (count * count - filled.reduce(0) { $0 + $1.count * $1.count }) / 2
    self.concordance = concordance
    sizes = filled.map(\.count)
    expected = Double(pairs) / 2
    statistic = Double(concordance.score + pairs) / 2
  }
}

/// Where a p-value comes from.
public enum ReferenceDistribution: String, Sendable {
  /// Every arrangement counted.
  case exact
  /// The normal distribution, its variance corrected for ties, without a correction for continuity.
  case normal
}

/// Whether two ordered columns run alike: Kendall's S, and how often chance alone gives one as far from zero.
///
/// Chance is all ways to shuffle one column against the other, ties kept as they are. The count is exact where it takes at most
/// 10 million steps and its numbers fit a machine word (20 units at least, some 30 against five ratings where the other side is
/// untied, more in fewer groups); else it is approximated by the normal distribution. Sources: Kendall, Biometrika 1938;30:81–93 and
/// 1945;33:239–251; the variance with ties on both sides: Kendall, Rank Correlation Methods, 4th ed. 1970, equation 4.3.
public struct ConcordanceTest: Hashable, Sendable {
  /// Concordant less discordant pairs.
  public let score: Int
  /// Kendall's τ-b, −1 … +1.
  public let tauB: Double
  /// The score less what chance gives on average (nothing), in its standard deviations.
  public let z: Double
  /// The share of arrangements whose |S| is at least as large, 0 … 1; the observed one counts.
  public let p: Double
  /// The share whose S is at least as large: rising together.
  public let upper: Double
  /// The share whose S is at most as large: falling against each other.
  public let lower: Double
  /// Where the shares come from.
  public let distribution: ReferenceDistribution
  /// How many units there are.
  public let units: Int

  /// Tests two columns; `nil` for fewer than two units or when either side is constant.
  ///
  /// - Parameters:
  ///   - first: One number for each unit.
  ///   - second: As many, in the same order.
  public init?(_ first: [Double], _ second: [Double]) {
    guard first.count == second.count, first.count >= 2 else { return nil }
    guard let tau = kendallTauB(first, second) else { return nil }
    let score = Self.score(first, second)
    let (left, right) = (Self.ties(first), Self.ties(second))
    let deviation = Self.variance(left, right, units: first.count).squareRoot()
    tauB = tau
    units = first.count
    self.score = score
    z = deviation > 0 ? Double(score) / deviation : 0
    // S does not ask which column is shuffled: the one with fewer values is dealt out to.
    let exact =
      left.count < right.count
      ? ConcordanceDistribution(values: right, groups: left)
      : ConcordanceDistribution(values: left, groups: right)
    if let exact {
      distribution = .exact
      p = exact.share { abs($0) >= abs(score) }
      upper = exact.share { $0 >= score }
      lower = exact.share { $0 <= score }
    } else {
      distribution = .normal
      p = min(1, 2 * NormalDistribution.upperTail(abs(z)))
      upper = NormalDistribution.upperTail(z)
      lower = NormalDistribution.cumulative(z)
    }
  }

  private static func score(_ first: [Double], _ second: [Double]) -> Int {
    func sign(_ value: Double) -> Int { value > 0 ? 1 : value < 0 ? -1 : 0 }
    var score = 0
    for later in 1..<first.count {
      for earlier in 0..<later {
        score += sign(first[later] - first[earlier]) * sign(second[later] - second[earlier])
      }
    }
    return score
  }

  /// How many units share each value, the lowest value first.
  private static func ties(_ values: [Double]) -> [Int] {
    var sizes: [Int] = []
    var previous: Double?
    for value in values.sorted() {
      if value == previous { sizes[sizes.count - 1] += 1 } else { sizes.append(1) }
      previous = value
    }
    return sizes
  }

  private static func variance(_ first: [Int], _ second: [Int], units: Int) -> Double {
    let n = Double(units)
    func sum(_ sizes: [Int], _ term: (Double) -> Double) -> Double {
      sizes.reduce(0) { $0 + term(Double($1)) }
    }
    func spread(_ t: Double) -> Double { t * (t - 1) * (2 * t + 5) }
    func pairs(_ t: Double) -> Double { t * (t - 1) }
    func triples(_ t: Double) -> Double { t * (t - 1) * (t - 2) }
    var variance = (spread(n) - sum(first, spread) - sum(second, spread)) / 18
    variance += sum(first, pairs) * sum(second, pairs) / (2 * pairs(n))
    if units > 2 { variance += sum(first, triples) * sum(second, triples) / (9 * triples(n)) }
    return variance
  }
}

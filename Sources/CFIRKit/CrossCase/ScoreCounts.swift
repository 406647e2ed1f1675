/// How many scores of a group stand at each of −2 … +2: all that a rule asks of a group.
struct ScoreCounts: Hashable, Sendable {
  /// Lane 0 counts −2, lane 4 counts +2.
  private var lanes = SIMD8<Int32>()

  /// No score.
  init() {}

  /// Scores, each −2 … +2.
  init(_ scores: [Int]) {
    for score in scores { add(score) }
  }

  /// Counts one more; other numbers than −2 … +2 are no scores.
  mutating func add(_ score: Int) {
    if (-2...2).contains(score) { lanes[score + 2] &+= 1 }
  }

  static func += (first: inout Self, second: Self) { first.lanes &+= second.lanes }
  static func -= (first: inout Self, second: Self) { first.lanes &-= second.lanes }

  /// How many scores there are.
  var count: Int { Int(lanes.wrappedSum()) }

  /// Their sum.
  var sum: Int {
    2 * (Int(lanes[4]) - Int(lanes[0])) + Int(lanes[3]) - Int(lanes[1])
  }

  /// The lowest; 3 where there is none.
  var lowest: Int {
    for lane in 0..<5 where lanes[lane] > 0 { return lane - 2 }
    return 3
  }

  /// The highest; −3 where there is none.
  var highest: Int {
    for lane in stride(from: 4, through: 0, by: -1) where lanes[lane] > 0 { return lane - 2 }
    return -3
  }
}

/// The scores of two groups on one construct, the group with the higher mean first.
struct Contrast {
  let upper: ScoreCounts
  let lower: ScoreCounts
  let isExchanged: Bool

  /// `nil` where a group has no score.
  init?(high: ScoreCounts, low: ScoreCounts) {
    guard high.count > 0, low.count > 0 else { return nil }
    // Cross-multiplied: means of whole numbers compare exactly.
    isExchanged = high.sum * low.count < low.sum * high.count
    upper = isExchanged ? low : high
    lower = isExchanged ? high : low
  }

  /// The lowest rating of the upper group less the highest of the lower.
  var gap: Int { upper.lowest - lower.highest }

  /// The mean of the upper group less that of the lower.
  var diff: Double {
    Double(upper.sum) / Double(upper.count) - Double(lower.sum) / Double(lower.count)
  }

  /// Whether the means differ by at least so many halves; in whole numbers, so that 2.5 is 2.5.
  func isMeanApart(byHalves halves: Int) -> Bool {
    2 * (upper.sum * lower.count - lower.sum * upper.count) >= halves * upper.count * lower.count
  }
}

extension DistinguishingRule {
  /// What the rule says of two groups' scores.
  func verdict(high: ScoreCounts, low: ScoreCounts) -> Verdict {
    Contrast(high: high, low: low).map(verdict) ?? .insufficient
  }
}

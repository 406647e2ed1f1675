/// Finds the models of an outcome where cases are members of conditions by degrees.
///
/// What a condition adds to the overlap with the outcome can only shrink as others are added before it; so sets are built
/// from the conditions that add most, and dropped when as much again for each condition to come would be too little. A
/// condition that adds nothing is left out: without it the set would fit as well.
struct FuzzyModelSearch {
  private let limits: ModelLimits
  private let outcome: [Double]
  private let outcomeSum: Double
  private let lengths: [Int]
  private let memberships: [[Double]]
  /// How far each case is a member of a condition and of the outcome; in fours, what is over is 0.
  private let shared: [[SIMD4<Double>]]

  init(_ table: FactorTable, outcome: FactorValue, _ conditions: [Conjunction], _ limits: ModelLimits) {
    self.limits = limits
    self.outcome = table.membership(outcome)
    outcomeSum = self.outcome.reduce(0, +)
    lengths = conditions.map(\.values.count)
    memberships = conditions.map { table.membership($0) }
    let outcome = self.outcome
    shared = memberships.map { membership in
      var fours = [SIMD4<Double>](repeating: .zero, count: (membership.count + 3) / 4)
      for index in membership.indices { fours[index / 4][index % 4] = min(membership[index], outcome[index]) }
      return fours
    }
  }

  /// A set of conditions under way: how far each case is a member of it.
  private struct Draft {
    var chosen: [Int] = []
    var complexity = 0
    var membership: [Double]
    var shared: [SIMD4<Double>]
    var overlap: Overlap
  }

  /// Finds the models with so many alternatives, and hands each on; the search ends when it is told that this is enough.
  func models(of size: Int, _ pace: inout SearchPace, found: ([Int]) -> Bool) {
    let none = [Double](repeating: 0, count: outcome.count)
    let draft = Draft(
      membership: none, shared: [SIMD4<Double>](repeating: .zero, count: (none.count + 3) / 4),
      overlap: Overlap(none, outcome))
    search(draft, Array(lengths.indices), size, &pace, found)
  }

  private func search(
    _ draft: Draft, _ open: [Int], _ size: Int, _ pace: inout SearchPace, _ found: ([Int]) -> Bool
  ) {
    guard pace.goesOn() else { return }
    let fits = self.fits(draft.overlap)
    if draft.chosen.count == size {
      if fits && isMinimal(draft.chosen) && !found(draft.chosen.sorted()) { pace.stop() }
      return
    }
    if fits && !draft.chosen.isEmpty { return }
    let rest = size - draft.chosen.count
    var gains: [(condition: Int, gain: Double)] = []
    for condition in open where lengths[condition] <= limits.complexity - draft.complexity - (rest - 1) {
      let gain = self.gain(condition, draft)
      if gain > 0 { gains.append((condition, gain)) }
    }
    gains.sort { ($1.gain, $0.condition) < ($0.gain, $1.condition) }
    let order = gains.map(\.condition)
    for place in gains.indices.dropLast(rest - 1) {
      let reach = gains[place..<(place + rest)].reduce(0) { $0 + $1.gain }
      // Later ones add even less.
      guard isWithinReach(draft.overlap, reach) else { return }
      search(adding(order[place], to: draft), Array(order[(place + 1)...]), size, &pace, found)
      if pace.isStopped { return }
    }
  }

  /// What a condition adds to the overlap with the outcome.
  private func gain(_ condition: Int, _ draft: Draft) -> Double {
    var sum = SIMD4<Double>.zero
    shared[condition].withUnsafeBufferPointer { own in
      draft.shared.withUnsafeBufferPointer { before in
        for four in own.indices { sum += own[four].larger(before[four]) - before[four] }
      }
    }
    return sum.sum()
  }

  private func adding(_ condition: Int, to draft: Draft) -> Draft {
    var next = draft
    next.chosen.append(condition)
    next.complexity += lengths[condition]
    for index in outcome.indices {
      next.membership[index] = max(next.membership[index], memberships[condition][index])
    }
    for four in next.shared.indices {
      next.shared[four] = next.shared[four].larger(shared[condition][four])
    }
    next.overlap = Overlap(next.membership, outcome)
    return next
  }

  private func fits(_ overlap: Overlap) -> Bool {
    Thresholds.meets(overlap.both, of: outcomeSum, limits.thresholds.coverage)
      && Thresholds.meets(overlap.both, of: overlap.condition, limits.thresholds.consistency)
  }

  /// Whether so much more overlap, all of it right, would make the set fit.
  private func isWithinReach(_ overlap: Overlap, _ more: Double) -> Bool {
    // Sums in another order differ in their last digits; what is just out of reach is tried.
    let more = more + 1e-9 * outcomeSum
    return Thresholds.meets(overlap.both + more, of: outcomeSum, limits.thresholds.coverage)
      && Thresholds.meets(overlap.both + more, of: overlap.condition + more, limits.thresholds.consistency)
  }

  /// Whether no part of a set fits.
  private func isMinimal(_ chosen: [Int]) -> Bool {
    for part in 1..<max(1, (1 << chosen.count) - 1) {
      var membership = [Double](repeating: 0, count: outcome.count)
      for place in chosen.indices where part >> place & 1 == 1 {
        for index in membership.indices {
          membership[index] = max(membership[index], memberships[chosen[place]][index])
        }
      }
      if fits(Overlap(membership, outcome)) { return false }
    }
    return true
  }
}

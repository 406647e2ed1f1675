/// Finds the models of an outcome where every case either has a condition or has it not.
///
/// A model is a set of conditions that together cover enough of the cases with the outcome, and few enough without it. The
/// search takes the first case that is not covered, rarest first, and tries each condition that covers it, or gives the
/// case up for good; so it meets each set once. A set is dropped when the best that could be added is too little, and when
/// one of its conditions covers nothing by itself: without it the set would fit as well.
struct CrispModelSearch {
  private let limits: ModelLimits
  private let positives: Int
  private let positiveWords: Int
  private let negativeWords: Int
  private let lengths: [Int]
  /// The bits of each condition over the cases with the outcome, rarest first.
  private let covered: [[UInt64]]
  /// Its bits over the other cases.
  private let failed: [[UInt64]]

  init(_ table: FactorTable, outcome: FactorValue, _ conditions: [Conjunction], _ limits: ModelLimits) {
    let present = table.presence(outcome)
    let members = conditions.map { table.membership($0).map { $0 > 0 } }
    let rarity = present.indices.map { index in members.count { $0[index] } }
    let with = present.indices.filter { present[$0] }.sorted { (rarity[$0], $0) < (rarity[$1], $1) }
    let without = present.indices.filter { !present[$0] }
    self.limits = limits
    positives = with.count
    positiveWords = (with.count + 63) / 64
    negativeWords = (without.count + 63) / 64
    lengths = conditions.map(\.values.count)
    covered = members.map { members in Self.bits(with.map { members[$0] }) }
    failed = members.map { members in Self.bits(without.map { members[$0] }) }
  }

  private static func bits(_ flags: [Bool]) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: (flags.count + 63) / 64)
    for (place, flag) in flags.enumerated() where flag { words[place >> 6] |= 1 << UInt64(place & 63) }
    return words
  }

  /// A set of conditions under way.
  private struct Draft {
    var chosen: [Int] = []
    var complexity = 0
    /// Cases with the outcome that are covered, those covered by more than one condition, and those given up.
    var covered: [UInt64]
    var shared: [UInt64]
    var givenUp: [UInt64]
    var givenUpCount = 0
    /// Cases without the outcome that have a condition.
    var failed: [UInt64]
  }

  /// Finds the models with so many alternatives, and hands each on; the search ends when it is told that this is enough.
  func models(of size: Int, _ pace: inout SearchPace, found: ([Int]) -> Bool) {
    let none = [UInt64](repeating: 0, count: positiveWords)
    let draft = Draft(
      covered: none, shared: none, givenUp: none, failed: [UInt64](repeating: 0, count: negativeWords))
    search(draft, Array(lengths.indices), size, &pace, found)
  }

  private func search(
    _ draft: Draft, _ open: [Int], _ size: Int, _ pace: inout SearchPace, _ found: ([Int]) -> Bool
  ) {
    guard pace.goesOn() else { return }
    let fits = self.fits(count(draft.covered), count(draft.failed))
    if draft.chosen.count == size {
      if fits && isMinimal(draft.chosen) && !found(draft.chosen.sorted()) { pace.stop() }
      return
    }
    if fits && !draft.chosen.isEmpty { return }
    var draft = draft
    let rest = size - draft.chosen.count
    var open = open.filter { lengths[$0] <= limits.complexity - draft.complexity - (rest - 1) }
    while let target = firstUncovered(draft) {
      guard isWithinReach(draft, &open, rest) else { return }
      let (word, bit) = (target >> 6, UInt64(1) << UInt64(target & 63))
      let takers = open.filter { covered[$0][word] & bit != 0 }
      var later = open
      for taker in takers {
        later.removeAll { $0 == taker }
        if let next = adding(taker, to: draft) { search(next, later, size, &pace, found) }
        if pace.isStopped { return }
      }
      open = later
      draft.givenUp[word] |= bit
      draft.givenUpCount += 1
    }
  }

  private func adding(_ condition: Int, to draft: Draft) -> Draft? {
    var next = draft
    next.chosen.append(condition)
    next.complexity += lengths[condition]
    for word in 0..<positiveWords {
      next.shared[word] |= draft.covered[word] & covered[condition][word]
      next.covered[word] |= covered[condition][word]
    }
    for word in 0..<negativeWords { next.failed[word] |= failed[condition][word] }
    // Every condition must cover a case by itself.
    let isNeeded = next.chosen.allSatisfy { condition in
      (0..<positiveWords).contains { covered[condition][$0] & ~next.shared[$0] != 0 }
    }
    return isNeeded ? next : nil
  }

  private func firstUncovered(_ draft: Draft) -> Int? {
    for word in 0..<positiveWords {
      let last = word == positiveWords - 1 && positives & 63 != 0
      let valid: UInt64 = last ? (1 << UInt64(positives & 63)) - 1 : .max
      let left = valid & ~(draft.covered[word] | draft.givenUp[word])
      if left != 0 { return word << 6 + left.trailingZeroBitCount }
    }
    return nil
  }

  /// Whether the conditions that cover most of what is left could make the set fit; those that cover nothing are closed.
  private func isWithinReach(_ draft: Draft, _ open: inout [Int], _ rest: Int) -> Bool {
    var best = [Int](repeating: 0, count: rest)
    open.removeAll { condition in
      var gain = 0
      for word in 0..<positiveWords {
        gain += (covered[condition][word] & ~(draft.covered[word] | draft.givenUp[word])).nonzeroBitCount
      }
      var place = rest
      while place > 0 && best[place - 1] < gain { place -= 1 }
      if place < rest {
        best.insert(gain, at: place)
        best.removeLast()
      }
      return gain == 0
    }
    let reach = min(positives - draft.givenUpCount, count(draft.covered) + best.reduce(0, +))
    return fits(reach, count(draft.failed))
  }

  private func fits(_ positive: Int, _ negative: Int) -> Bool {
    Thresholds.meets(Double(positive), of: Double(positives), limits.thresholds.coverage)
      && Thresholds.meets(Double(positive), of: Double(positive + negative), limits.thresholds.consistency)
  }

  private func count(_ words: [UInt64]) -> Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether no part of a set fits.
  private func isMinimal(_ chosen: [Int]) -> Bool {
    for part in 1..<max(1, (1 << chosen.count) - 1) {
      let members = chosen.indices.filter { part >> $0 & 1 == 1 }.map { chosen[$0] }
      let positive = (0..<positiveWords).reduce(0) { sum, word in
        sum + members.reduce(0 as UInt64) { $0 | covered[$1][word] }.nonzeroBitCount
      }
      let negative = (0..<negativeWords).reduce(0) { sum, word in
        sum + members.reduce(0 as UInt64) { $0 | failed[$1][word] }.nonzeroBitCount
      }
      if fits(positive, negative) { return false }
    }
    return true
  }
}

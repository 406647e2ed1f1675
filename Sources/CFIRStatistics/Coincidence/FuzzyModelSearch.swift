/// Finds the models of an outcome where cases are members of conditions by degrees.
///
/// What a condition adds to the overlap with the outcome can only shrink as others are added before it, and what a set
/// holds beyond the outcome can only grow; so sets are built from the conditions that add most, and dropped when as much
/// again for each condition to come would be too little to reach the coverage, or to make good what is wrong already. A
/// condition that adds nothing is left out: without it the set would fit as well.
struct FuzzyModelSearch {
  private let limits: ModelLimits
  private let lengths: [Int]
  private let memberships: FuzzySets

  init(_ table: FactorTable, outcome: FactorValue, _ conditions: [Conjunction], _ limits: ModelLimits) {
    self.limits = limits
    lengths = conditions.map(\.values.count)
    memberships = FuzzySets(conditions.map { table.membership($0) }, outcome: table.membership(outcome))
  }

  /// A condition that may be added to a set.
  private struct Candidate {
    var condition: Int
    /// What it adds to the overlap of the set with the outcome, or to a part of it.
    var gain: Double
    /// The overlap of both together.
    var overlap: Overlap
  }

  /// The set under way, with the memberships in each of its beginnings.
  private struct Draft {
    var chosen: [Int] = []
    var complexity = 0
    var beginnings: [SIMD4<Double>]
  }

  /// Finds the models with so many alternatives, and hands each on; the search ends when it is told that this is enough.
  func models(of size: Int, _ pace: inout SearchPace, found: ([Int]) -> Bool) {
    var draft = Draft(beginnings: memberships.room(for: size))
    let open = lengths.indices.map { condition in
      Candidate(condition: condition, gain: .infinity, overlap: Overlap(both: 0, condition: 0))
    }
    search(&draft, Overlap(both: 0, condition: 0), open[...], size, &pace, found)
  }

  private func search(
    _ draft: inout Draft, _ overlap: Overlap, _ open: ArraySlice<Candidate>, _ size: Int,
    _ pace: inout SearchPace, _ found: ([Int]) -> Bool
  ) {
    guard pace.goesOn(1 + open.count / 64) else { return }
    if isWithinReach(overlap, 0) && fits(memberships.overlap(of: draft.chosen)) { return }
    if draft.chosen.count == size - 1 {
      complete(draft, overlap, open, &pace, found)
      return
    }
    let rest = size - draft.chosen.count
    let candidates = self.candidates(draft, overlap, open, rest)
    for place in candidates.indices.dropLast(rest - 1) {
      let next = candidates[place]
      let reach = candidates[(place + 1)..<(place + rest)].reduce(0) { $0 + $1.gain }
      // Later ones add even less.
      guard covers(next.overlap, reach) else { return }
      guard isWithinReach(next.overlap, reach) else { continue }
      memberships.join(next.condition, to: &draft.beginnings, depth: draft.chosen.count)
      draft.chosen.append(next.condition)
      draft.complexity += lengths[next.condition]
      search(&draft, next.overlap, candidates[(place + 1)...], size, &pace, found)
      draft.chosen.removeLast()
      draft.complexity -= lengths[next.condition]
      if pace.isStopped { return }
    }
  }

  /// What can be added to a set to which so many are to come, the most helpful first.
  private func candidates(
    _ draft: Draft, _ overlap: Overlap, _ open: ArraySlice<Candidate>, _ rest: Int
  ) -> [Candidate] {
    let room = limits.complexity - draft.complexity - (rest - 1)
    var candidates: [Candidate] = []
    var best = [Double](repeating: 0, count: rest - 1)
    for candidate in open where lengths[candidate.condition] <= room {
      // Neither this one nor a later one adds more than this one did; with the best so far, that must be enough.
      let most = best.reduce(candidate.gain) { $0 + max($1, candidate.gain) }
      guard covers(overlap, most) else { break }
      let joined = join(candidate.condition, to: draft, overlap)
      guard joined.gain > 0 else { continue }
      candidates.append(joined)
      guard let place = best.firstIndex(where: { $0 < joined.gain }) else { continue }
      best.insert(joined.gain, at: place)
      best.removeLast()
    }
    let reach = best.reduce(0, +)
    candidates.removeAll { !isWithinReach($0.overlap, reach) }
    return candidates.sorted(by: isMoreHelpful)
  }

  /// Tries what may make a set a model as its last alternative, the most helpful first.
  private func complete(
    _ draft: Draft, _ overlap: Overlap, _ open: ArraySlice<Candidate>, _ pace: inout SearchPace,
    _ found: ([Int]) -> Bool
  ) {
    let room = limits.complexity - draft.complexity
    var candidates: [Candidate] = []
    for candidate in open where lengths[candidate.condition] <= room {
      // Later ones add even less.
      guard covers(overlap, candidate.gain) else { break }
      let joined = join(candidate.condition, to: draft, overlap)
      if joined.gain > 0 && isWithinReach(joined.overlap, 0) { candidates.append(joined) }
    }
    for candidate in candidates.sorted(by: isMoreHelpful) {
      let chosen = draft.chosen + [candidate.condition]
      guard fits(memberships.overlap(of: chosen)), isMinimal(chosen) else { continue }
      if !found(chosen.sorted()) { return pace.stop() }
    }
  }

  private func join(_ condition: Int, to draft: Draft, _ overlap: Overlap) -> Candidate {
    let joined = memberships.overlap(of: draft.beginnings, depth: draft.chosen.count, and: condition)
    return Candidate(condition: condition, gain: joined.both - overlap.both, overlap: joined)
  }

  private func isMoreHelpful(_ first: Candidate, _ second: Candidate) -> Bool {
    (second.gain, first.condition) < (first.gain, second.condition)
  }

  private func fits(_ overlap: Overlap) -> Bool { covers(overlap) && isConsistent(overlap) }

  private func covers(_ overlap: Overlap) -> Bool {
    Thresholds.meets(overlap.both, of: memberships.outcomeSum, limits.thresholds.coverage)
  }

  private func isConsistent(_ overlap: Overlap) -> Bool {
    Thresholds.meets(overlap.both, of: overlap.condition, limits.thresholds.consistency)
  }

  /// Sums in another order differ in their last digits; what is just out of reach is tried.
  private var slack: Double { 1e-9 * memberships.outcomeSum }

  /// Whether so much more overlap would make a set cover enough.
  private func covers(_ overlap: Overlap, _ more: Double) -> Bool {
    covers(Overlap(both: overlap.both + more + slack, condition: overlap.condition))
  }

  /// Whether so much more overlap, all of it right, would make a set fit.
  private func isWithinReach(_ overlap: Overlap, _ more: Double) -> Bool {
    let more = more + slack
    return fits(Overlap(both: overlap.both + more, condition: overlap.condition + more))
  }

  /// Whether no part of a set fits.
  private func isMinimal(_ chosen: [Int]) -> Bool {
    // Parts of a part that covers too little cover no more; a part comes after all that contain it.
    var short: [Int] = []
    for part in stride(from: (1 << chosen.count) - 2, to: 0, by: -1) {
      if short.contains(where: { part & ~$0 == 0 }) { continue }
      let overlap = memberships.overlap(
        of: chosen.indices.filter { part >> $0 & 1 == 1 }.map { chosen[$0] })
      if !covers(overlap) {
        short.append(part)
      } else if isConsistent(overlap) {
        return false
      }
    }
    return true
  }
}

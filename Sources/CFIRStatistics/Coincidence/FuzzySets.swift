/// How far cases are members of conditions, and how far the largest of some memberships overlaps with an outcome.
struct FuzzySets {
  /// The sum of memberships in the outcome.
  let outcomeSum: Double
  /// Memberships come in fours; what is over is 0.
  private let fours: Int
  private let outcome: [SIMD4<Double>]
  /// The memberships in each condition, one after the other.
  private let conditions: [SIMD4<Double>]

  init(_ conditions: [[Double]], outcome: [Double]) {
    func inFours(_ memberships: [Double]) -> [SIMD4<Double>] {
      stride(from: 0, to: memberships.count, by: 4).map { first in
        var four = SIMD4<Double>.zero
        for place in first..<min(first + 4, memberships.count) { four[place - first] = memberships[place] }
        return four
      }
    }
    outcomeSum = outcome.reduce(0, +)
    self.outcome = inFours(outcome)
    fours = self.outcome.count
    self.conditions = conditions.flatMap(inFours)
  }

  /// Room for the memberships in each beginning of a set of so many conditions; the empty one has no members.
  func room(for size: Int) -> [SIMD4<Double>] {
    [SIMD4<Double>](repeating: .zero, count: max(1, size) * fours)
  }

  /// Writes the memberships in a beginning of so many conditions and one more.
  func join(_ condition: Int, to beginnings: inout [SIMD4<Double>], depth: Int) {
    for four in 0..<fours {
      beginnings[(depth + 1) * fours + four] =
        beginnings[depth * fours + four].larger(conditions[condition * fours + four])
    }
  }

  /// The overlap of a beginning of so many conditions and one more: four sums side by side, added at the end.
  func overlap(of beginnings: [SIMD4<Double>], depth: Int, and condition: Int) -> Overlap {
    var both = SIMD4<Double>.zero
    var sum = SIMD4<Double>.zero
    beginnings.withUnsafeBufferPointer { beginnings in
      conditions.withUnsafeBufferPointer { conditions in
        outcome.withUnsafeBufferPointer { outcome in
          let (before, own) = (depth * fours, condition * fours)
          for four in 0..<fours {
            let member = beginnings[before + four].larger(conditions[own + four])
            sum += member
            both += member.smaller(outcome[four])
          }
        }
      }
    }
    return Overlap(both: both.sum(), condition: sum.sum())
  }

  /// The overlap of conditions, summed in the order of cases.
  func overlap(of chosen: [Int]) -> Overlap {
    var overlap = Overlap(both: 0, condition: 0)
    for four in 0..<fours {
      var member = SIMD4<Double>.zero
      for condition in chosen { member = member.larger(conditions[condition * fours + four]) }
      let both = member.smaller(outcome[four])
      for place in 0..<4 {
        overlap.both += both[place]
        overlap.condition += member[place]
      }
    }
    return overlap
  }
}

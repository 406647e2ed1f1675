/// Whether factors can take values so that formulas hold: found by narrowing, for each factor, the values left to it.
///
/// Nothing is known here of cases: any combination of the values that occur counts as possible.
struct Satisfiability {
  /// What is to hold.
  enum Demand {
    /// The factor takes the value, or another.
    case value(FactorValue, holds: Bool)
    /// One of the alternatives holds, or none does.
    case disjunction([Conjunction], holds: Bool)
    /// Alternatives and outcome hold together or fail together; or one of the two holds without the other.
    case equivalence(AtomicFormula, holds: Bool)
  }

  private let factors: [FactorTable.Factor]

  init(_ table: FactorTable) { factors = table.factors }

  /// Whether all demands can be met at once.
  func isPossible(_ demands: [Demand]) -> Bool {
    let all = factors.map { $0.values.count == 64 ? UInt64.max : (1 << UInt64($0.values.count)) - 1 }
    return meets(demands[...], all)
  }

  private func meets(_ demands: ArraySlice<Demand>, _ left: [UInt64]) -> Bool {
    guard let demand = demands.first else { return true }
    let rest = demands.dropFirst()
    switch demand {
    case .value(let value, let holds):
      return narrowed(left, value, holds).map { meets(rest, $0) } ?? false
    case .disjunction(let disjuncts, holds: true):
      return disjuncts.contains { conjunction in
        var values: [UInt64]? = left
        for value in conjunction.values { values = values.flatMap { narrowed($0, value, true) } }
        return values.map { meets(rest, $0) } ?? false
      }
    case .disjunction(let disjuncts, holds: false):
      guard let first = disjuncts.first else { return meets(rest, left) }
      let others = [.disjunction(Array(disjuncts.dropFirst()), holds: false)] + rest
      // Where a conjunct fails already, nothing more need fail.
      if first.values.contains(where: { narrowed(left, $0, true) == nil }) { return meets(others[...], left) }
      return first.values.contains { value in
        narrowed(left, value, false).map { meets(others[...], $0) } ?? false
      }
    case .equivalence(let formula, let holds):
      return [true, false].contains { side in
        meets(
          [
            .value(formula.outcome, holds: side == holds), .disjunction(formula.disjuncts, holds: side),
          ] + rest, left)
      }
    }
  }

  /// The values left when a factor takes a value, or another; nothing where none is left.
  private func narrowed(_ left: [UInt64], _ value: FactorValue, _ holds: Bool) -> [UInt64]? {
    guard let place = factors[value.factor].values.firstIndex(of: value.value) else {
      return holds ? nil : left
    }
    let bit: UInt64 = 1 << UInt64(place)
    let values = left[value.factor] & (holds ? bit : ~bit)
    if values == 0 { return nil }
    var narrowed = left
    narrowed[value.factor] = values
    return narrowed
  }
}

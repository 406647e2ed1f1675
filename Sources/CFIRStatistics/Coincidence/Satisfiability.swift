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
  private let all: [UInt64]

  init(_ table: FactorTable) {
    factors = table.factors
    all = factors.map { $0.values.count == 64 ? UInt64.max : (1 << UInt64($0.values.count)) - 1 }
  }

  /// Whether all demands can be met at once.
  func isPossible(_ demands: [Demand]) -> Bool {
    var narrowing = Narrowing(factors: factors, demands: demands, left: all)
    return narrowing.meetsRest(from: 0)
  }

  /// Values of the factors that meet all demands at once, where there are any.
  func witness(of demands: [Demand]) -> Witness? {
    var narrowing = Narrowing(factors: factors, demands: demands, left: all)
    return narrowing.meetsRest(from: 0) ? Witness(factors: factors, left: narrowing.found) : nil
  }

  /// A value for each factor.
  struct Witness {
    private let values: [Int]

    fileprivate init(factors: [FactorTable.Factor], left: [UInt64]) {
      values = zip(factors, left).map { $0.values[$1.trailingZeroBitCount] }
    }

    /// Whether a formula's alternatives and outcome hold together, or fail together.
    func meets(_ formula: AtomicFormula) -> Bool {
      formula.disjuncts.contains { $0.values.allSatisfy(meets) } == meets(formula.outcome)
    }

    private func meets(_ value: FactorValue) -> Bool { values[value.factor] == value.value }
  }

  /// Demands met one after the other; values that were ruled out come back where a choice leads nowhere.
  private struct Narrowing {
    let factors: [FactorTable.Factor]
    let demands: [Demand]
    /// The bits of the values left to each factor.
    var left: [UInt64]
    /// What was left where all demands were met; any of these values will do.
    var found: [UInt64] = []

    mutating func meetsRest(from place: Int) -> Bool {
      if place == demands.count {
        found = left
        return true
      }
      switch demands[place] {
      case .value(let value, let holds):
        guard let before = narrow(value, holds) else { return false }
        defer { left[value.factor] = before }
        return meetsRest(from: place + 1)
      case .disjunction(let disjuncts, let holds): return meets(disjuncts, holds, rest: place + 1)
      case .equivalence(let formula, let holds):
        for side in [true, false] {
          guard let before = narrow(formula.outcome, side == holds) else { continue }
          defer { left[formula.outcome.factor] = before }
          if meets(formula.disjuncts, side, rest: place + 1) { return true }
        }
        return false
      }
    }

    private mutating func meets(_ disjuncts: [Conjunction], _ holds: Bool, rest: Int) -> Bool {
      if !holds { return meetsNone(of: disjuncts, from: 0, rest: rest) }
      for disjunct in disjuncts where meetsAll(of: disjunct.values, from: 0, rest: rest) { return true }
      return false
    }

    private mutating func meetsAll(of values: [FactorValue], from place: Int, rest: Int) -> Bool {
      if place == values.count { return meetsRest(from: rest) }
      guard let before = narrow(values[place], true) else { return false }
      defer { left[values[place].factor] = before }
      return meetsAll(of: values, from: place + 1, rest: rest)
    }

    private mutating func meetsNone(of disjuncts: [Conjunction], from place: Int, rest: Int) -> Bool {
      if place == disjuncts.count { return meetsRest(from: rest) }
      // Where a conjunct fails already, nothing more need fail.
      for value in disjuncts[place].values where left[value.factor] & bit(value) == 0 {
        return meetsNone(of: disjuncts, from: place + 1, rest: rest)
      }
      for value in disjuncts[place].values {
        guard let before = narrow(value, false) else { continue }
        defer { left[value.factor] = before }
        if meetsNone(of: disjuncts, from: place + 1, rest: rest) { return true }
      }
      return false
    }

    private func bit(_ value: FactorValue) -> UInt64 {
      factors[value.factor].values.firstIndex(of: value.value).map { 1 << UInt64($0) } ?? 0
    }

    /// Rules values out; what was left before, or nothing where no value would be left.
    private mutating func narrow(_ value: FactorValue, _ holds: Bool) -> UInt64? {
      let before = left[value.factor]
      let after = before & (holds ? bit(value) : ~bit(value))
      if after == 0 { return nil }
      left[value.factor] = after
      return before
    }
  }
}

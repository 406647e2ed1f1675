/// Which formulas have parts that make no difference, whatever the cases: such formulas say nothing of causes.
///
/// Source: Baumgartner & Falk, British Journal for the Philosophy of Science 2023;74:171–197; Baumgartner & Ambühl,
/// Political Science Research and Methods 2020;8:526–542.
struct Redundancy {
  let logic: Satisfiability
  private let table: FactorTable

  init(_ table: FactorTable) {
    self.table = table
    logic = Satisfiability(table)
  }

  /// Whether alternatives can hold and fail, and none of their parts can be left out.
  func isIrredundant(_ disjuncts: [Conjunction]) -> Bool {
    logic.isPossible([.disjunction(disjuncts, holds: true)])
      && logic.isPossible([.disjunction(disjuncts, holds: false)]) && hasNoIdlePart(disjuncts, given: [])
  }

  /// Whether, given what holds, each alternative can hold alone, and each conjunct can be what an alternative lacks.
  private func hasNoIdlePart(_ disjuncts: [Conjunction], given: [Satisfiability.Demand]) -> Bool {
    for (place, disjunct) in disjuncts.enumerated() {
      var others = disjuncts
      others.remove(at: place)
      let own = disjunct.values.map { Satisfiability.Demand.value($0, holds: true) }
      if !others.isEmpty && !logic.isPossible(own + [.disjunction(others, holds: false)] + given) {
        return false
      }
      guard own.count > 1 else { continue }
      for (conjunct, value) in disjunct.values.enumerated() {
        var demands = own
        demands[conjunct] = .value(value, holds: false)
        if !logic.isPossible(demands + [.disjunction(others, holds: false)] + given) { return false }
      }
    }
    return true
  }

  /// Whether a model of several outcomes can be read causally: it can hold and fail; it holds no factor constant; and in no
  /// formula is a part idle where all formulas hold.
  func isCausal(_ formulas: [AtomicFormula]) -> Bool {
    if formulas.count < 2 { return true }
    let all = formulas.map { Satisfiability.Demand.equivalence($0, holds: true) }
    guard logic.isPossible(all),
      formulas.contains(where: { logic.isPossible([.equivalence($0, holds: false)]) })
    else { return false }
    let factors = Set(
      formulas.flatMap { [$0.outcome.factor] + $0.disjuncts.flatMap { $0.values.map(\.factor) } })
    for factor in factors.sorted() {
      let values = table.kind == .multiValue ? table.factors[factor].values : [1]
      for value in values {
        let value = FactorValue(factor: factor, value: value)
        for holds in [true, false] where !logic.isPossible([.value(value, holds: holds)] + all) {
          return false
        }
      }
    }
    return formulas.allSatisfy { hasNoIdlePart($0.disjuncts, given: all) }
  }
}

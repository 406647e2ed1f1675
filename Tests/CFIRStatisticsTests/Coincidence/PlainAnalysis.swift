import CFIRStatistics

/// Coincidence analysis by its definitions alone: everything is tried out.
struct PlainAnalysis {
  let table: FactorTable
  let options: CoincidenceAnalysis.Options

  private func membership(_ disjuncts: [Conjunction]) -> [Double] {
    let members = disjuncts.map { $0.values.map { table.membership($0) } }
    return (0..<table.caseCount).map { index in
      members.map { conjuncts in conjuncts.map { $0[index] }.min() ?? 1 }.max() ?? 0
    }
  }

  /// Shares compared as sums, with a tolerance of its own.
  private func meets(_ part: [Double], _ whole: [Double], _ threshold: Double) -> Bool {
    let both = zip(part, whole).map { min($0, $1) }.reduce(0, +)
    let sum = whole.reduce(0, +)
    return sum > 0 && both / sum >= threshold - 1e-9
  }

  private func isConsistent(_ disjuncts: [Conjunction], _ outcome: FactorValue) -> Bool {
    meets(table.membership(outcome), membership(disjuncts), options.consistency)
  }

  private func covers(_ disjuncts: [Conjunction], _ outcome: FactorValue) -> Bool {
    meets(membership(disjuncts), table.membership(outcome), options.coverage)
  }

  /// Conditions that some case has, no part of which is consistent, though they are.
  func sufficient(for outcome: FactorValue, among factors: [Int]) -> [Conjunction] {
    let values = table.factorValues.filter { factors.contains($0.factor) }
    let occurring = subsets(of: values, upTo: options.conjuncts).filter { values in
      Set(values.map(\.factor)).count == values.count
        && (0..<table.caseCount).contains { index in
          values.allSatisfy { value in
            table.kind == .fuzzy
              ? (table.columns[value.factor][index] >= 0.5) == (value.value == 1)
              : table.columns[value.factor][index] == Double(value.value)
          }
        }
    }
    let consistent = occurring.filter { isConsistent([Conjunction($0)], outcome) }.map(Set.init)
    return consistent.filter { condition in !consistent.contains { $0.isStrictSubset(of: condition) } }.map {
      condition in Conjunction(values.filter(condition.contains))
    }
  }

  /// Sets of conditions that fit, no part of which fits, that explain a difference and have no idle part.
  func atomic(for outcome: FactorValue, from conditions: [Conjunction]) -> [AtomicFormula] {
    let sets = subsets(of: conditions, upTo: options.disjuncts).filter {
      $0.reduce(0) { $0 + $1.values.count } <= options.complexity && isConsistent($0, outcome)
        && covers($0, outcome)
    }
    let fitting = sets.map(Set.init)
    return sets.filter { set in
      !fitting.contains { $0.isStrictSubset(of: Set(set)) } && varies(set, outcome) && isIrredundant(set)
    }.map { AtomicFormula($0, outcome: outcome) }
  }

  private func varies(_ disjuncts: [Conjunction], _ outcome: FactorValue) -> Bool {
    let pairs = zip(membership(disjuncts), table.membership(outcome)).map { ($0 >= 0.5, $1 >= 0.5) }
    return Set(pairs.filter { $0 == $1 }.map(\.1)).count == 2
  }

  // MARK: Logic

  /// Every combination of values that factors could have.
  private var worlds: [[Int]] {
    table.factors.reduce([[]]) { worlds, factor in
      worlds.flatMap { world in factor.values.map { world + [$0] } }
    }
  }

  private func holds(_ disjuncts: [Conjunction], _ world: [Int]) -> Bool {
    disjuncts.contains { $0.values.allSatisfy { world[$0.factor] == $0.value } }
  }

  private func holds(_ formula: AtomicFormula, _ world: [Int]) -> Bool {
    holds(formula.disjuncts, world) == (world[formula.outcome.factor] == formula.outcome.value)
  }

  private func isIrredundant(_ disjuncts: [Conjunction]) -> Bool {
    Set(worlds.map { holds(disjuncts, $0) }).count == 2 && hasNoIdlePart(disjuncts, in: worlds)
  }

  /// Whether leaving out any alternative, or any conjunct, changes what holds in some world.
  private func hasNoIdlePart(_ disjuncts: [Conjunction], in worlds: [[Int]]) -> Bool {
    func changes(_ other: [Conjunction]) -> Bool {
      worlds.contains { holds(disjuncts, $0) != holds(other, $0) }
    }
    for place in disjuncts.indices {
      var fewer = disjuncts
      fewer.remove(at: place)
      if !fewer.isEmpty && !changes(fewer) { return false }
      guard disjuncts[place].values.count > 1 else { continue }
      for conjunct in disjuncts[place].values.indices {
        var shorter = disjuncts
        shorter[place].values.remove(at: conjunct)
        if !changes(shorter) { return false }
      }
    }
    return true
  }

  /// One formula for each outcome, less what the others imply, in every way; then what can be read causally and is no part
  /// of another.
  func complex(from atomic: [AtomicFormula]) -> Set<Set<AtomicFormula>> {
    if atomic.isEmpty { return [] }
    let groups = Dictionary(grouping: atomic, by: \.outcome)
    var open = groups.values.reduce([[]]) { sets, group in sets.flatMap { set in group.map { set + [$0] } } }
    var reduced: Set<Set<AtomicFormula>> = []
    while let set = open.popLast() {
      let implied = set.indices.filter { place in
        set.count > 1
          && worlds.allSatisfy { world in
            holds(set[place], world)
              || !set.indices.filter { $0 != place }.allSatisfy { holds(set[$0], world) }
          }
      }
      if implied.isEmpty { reduced.insert(Set(set)) }
      for place in implied { open.append(set.indices.filter { $0 != place }.map { set[$0] }) }
    }
    let causal = reduced.filter { isCausal(Array($0)) }
    let kept = causal.filter { set in !causal.contains { set.isStrictSubset(of: $0) } }
    return kept.isEmpty ? Set(atomic.map { [$0] }) : kept
  }

  private func isCausal(_ formulas: [AtomicFormula]) -> Bool {
    let possible = worlds.filter { world in formulas.allSatisfy { holds($0, world) } }
    if formulas.count == 1 { return true }
    for factor in Set(
      formulas.flatMap { [$0.outcome] + $0.disjuncts.flatMap(\.values) }.map(\.factor))
    {
      for value in table.factors[factor].values
      where Set(possible.map { $0[factor] == value }).count != 2 { return false }
    }
    return formulas.allSatisfy { hasNoIdlePart($0.disjuncts, in: possible) }
  }

  private func subsets<Element>(of elements: [Element], upTo size: Int) -> [[Element]] {
    var result: [[Element]] = []
    func extend(_ subset: [Element], from start: Int) {
      if !subset.isEmpty { result.append(subset) }
      if subset.count == size { return }
      for place in start..<max(start, elements.count) { extend(subset + [elements[place]], from: place + 1) }
    }
    extend([], from: 0)
    return result
  }
}

extension FactorTable {
  /// Random cases, the same for the same seed.
  static func random(_ kind: Kind, factors: Int, cases: Int, seed: UInt64) throws -> FactorTable {
    var generator = SplitMix64(seed: seed)
    var columns = (0..<factors).map { _ in
      (0..<cases).map { _ in
        switch kind {
        case .crisp: Double(Int.random(in: 0...1, using: &generator))
        case .multiValue: Double(Int.random(in: 0...2, using: &generator))
        case .fuzzy: Double(Int.random(in: 0...20, using: &generator)) / 20
        }
      }
    }
    // The last factor follows the first two most of the time, so that there is something to find.
    for index in 0..<cases where Int.random(in: 0..<5, using: &generator) > 0 {
      columns[factors - 1][index] = max(columns[0][index], 1 - min(1, columns[1][index]))
    }
    if kind == .multiValue { columns[0][0] = 2 }
    if kind == .fuzzy { columns[0][0] = 0.35 }
    return try FactorTable(["A", "B", "C", "D", "E", "F", "G"].prefix(factors).map { $0 }, columns)
  }
}

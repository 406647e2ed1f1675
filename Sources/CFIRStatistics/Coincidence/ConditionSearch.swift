/// A sufficient condition as a search finds it.
struct SufficientFind: Hashable, Sendable {
  /// Which of the candidates come together.
  var candidates: [Int]
  var both: Double
  var condition: Double
}

/// Everything that is found.
struct AllFinds: SufficiencyBag {
  var finds: [SufficientFind] = []

  mutating func add(_ candidates: UnsafeBufferPointer<Int>, both: Double, condition: Double) {
    finds.append(SufficientFind(candidates: Array(candidates), both: both, condition: condition))
  }
}

extension FactorTable {
  /// The minimally sufficient conditions of an outcome with up to so many conjuncts, in the order in which cases show them.
  ///
  /// - Returns: The conditions, and up to how many conjuncts they are complete; nothing where all were found.
  func sufficientConditions(
    of outcome: FactorValue, among factors: [Int], consistency: Double, conjuncts: Int, threads: Int,
    watch: SearchMonitor
  ) -> (conditions: [Conjunction], completeTo: Int?) {
    let candidates = factorValues.filter { factors.contains($0.factor) }
    return kind == .fuzzy
      ? sufficientConditions(
        MembershipRows(self, outcome: outcome, consistency: consistency), of: outcome, candidates, conjuncts,
        threads, watch)
      : sufficientConditions(
        BitRows(self, outcome: outcome, consistency: consistency), of: outcome, candidates, conjuncts,
        threads, watch)
  }

  private func sufficientConditions<Rows: CaseRows>(
    _ rows: Rows, of outcome: FactorValue, _ candidates: [FactorValue], _ conjuncts: Int, _ threads: Int,
    _ watch: SearchMonitor
  ) -> (conditions: [Conjunction], completeTo: Int?) {
    let search = SufficiencySearch(rows, candidates: candidates)
    let factorCount = Set(candidates.map(\.factor)).count
    var conditions: [Conjunction] = []
    for size in 1...max(1, min(conjuncts, factorCount)) {
      watch.begins(.sufficient(outcome: outcome, conjuncts: size))
      let (bags, isComplete) = search.conditions(size: size, threads: threads, into: AllFinds(), watch: watch)
      let found = bags.flatMap(\.finds).map { find in Conjunction(find.candidates.map { candidates[$0] }) }
      conditions += inOrderOfCases(found)
      if !isComplete { return (conditions, size - 1) }
    }
    return (conditions, nil)
  }

  /// Conditions of one length by their factors, then by the first case that has them.
  private func inOrderOfCases(_ conditions: [Conjunction]) -> [Conjunction] {
    if conditions.first?.values.count ?? 0 < 2 { return conditions }
    let cases = Dictionary(
      factorValues.map { ($0, presence($0)) }, uniquingKeysWith: { first, _ in first })
    let keyed = conditions.map { condition in
      let rows = condition.values.compactMap { cases[$0] }
      let first = (0..<caseCount).first { index in rows.allSatisfy { $0[index] } } ?? caseCount
      return (key: condition.values.map(\.factor) + [first], condition: condition)
    }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.condition)
  }
}

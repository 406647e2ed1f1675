@testable import CFIRStatistics

/// Crisp or multi-value cases in which every combination is as likely, and the outcome as likely as not.
func randomTable(levels: [Int], cases: Int, seed: UInt64) -> (table: CaseTable, outcome: [Double]) {
  var generator = SplitMix64(seed: seed)
  let factors = levels.enumerated().map { place, count in
    CaseTable.Factor(
      String(Unicode.Scalar(UInt8(65 + place))),
      (0..<cases).map { _ in Double(Int.random(in: 0..<count, using: &generator)) })
  }
  let outcome = (0..<cases).map { _ in Double(Int.random(in: 0...1, using: &generator)) }
  return (CaseTable(cases: (1...cases).map { "case \($0)" }, factors: factors), outcome)
}

func randomTruthTable(levels: [Int], cases: Int, seed: UInt64) throws -> TruthTable {
  let (table, outcome) = randomTable(levels: levels, cases: cases, seed: seed)
  return try TruthTable(
    table, conditions: table.factors.map(\.name), outcome: outcome, cuts: .init(inclusion: 1))
}

/// All terms over some conditions, found by writing them down.
func everyTerm(_ conditions: [Condition]) -> [Term] {
  conditions.reduce([[Int?]()]) { terms, condition in
    terms.flatMap { term in [term + [nil]] + (0..<condition.levels).map { term + [$0] } }
  }.map(Term.init)
}

/// All configurations of some conditions.
func everyConfiguration(_ conditions: [Condition]) -> [[Int]] {
  conditions.reduce([[Int]()]) { rows, condition in
    rows.flatMap { row in (0..<condition.levels).map { row + [$0] } }
  }
}

/// The terms that hold for some positive and for none that is barred, and stop doing so when they name one condition less.
func primesByTrial(_ conditions: [Condition], positives: [[Int]], barred: [[Int]]) -> [Term] {
  let implicants = everyTerm(conditions).filter { term in !barred.contains(where: term.contains) }
  let known = Set(implicants)
  return implicants.filter { term in
    positives.contains(where: term.contains)
      && !term.values.indices.contains { place in
        guard term.values[place] != nil else { return false }
        var wider = term
        wider.values[place] = nil
        return known.contains(wider)
      }
  }
}

/// The sets of terms that cover every row and need each of their terms, found by trying all sets.
func irredundantByTrial(_ terms: [Term], covering rows: [[Int]]) -> Set<Set<Term>> {
  var found: Set<Set<Term>> = []
  for choice in 0..<(1 << terms.count) {
    let chosen = terms.indices.filter { choice >> $0 & 1 == 1 }.map { terms[$0] }
    func covers(_ some: [Term]) -> Bool { rows.allSatisfy { row in some.contains { $0.contains(row) } } }
    guard covers(chosen) else { continue }
    if !chosen.indices.contains(where: { place in covers(Array(chosen[..<place] + chosen[(place + 1)...])) })
    {
      found.insert(Set(chosen))
    }
  }
  return found
}

extension Solution {
  /// The models as sets of terms.
  var termSets: [Set<Term>] { models.map { Set($0.paths.map(\.term)) } }

  /// The models as they are written.
  func formulas(_ conditions: [Condition]) -> [String] {
    models.map { $0.paths.map { $0.term.text(conditions) }.joined(separator: " + ") }
  }
}

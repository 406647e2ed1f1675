@testable import CFIRStatistics
import Testing

struct CombinationTests {
  /// Models of an outcome with some lengths and fits; they need not come from cases.
  private func models(of outcome: Int, count: Int, _ generator: inout SplitMix64) -> [CoincidenceModel] {
    (0..<count).map { place in
      let values = (0...Int.random(in: 0...3, using: &generator)).map { FactorValue(factor: 9, value: $0) }
      return CoincidenceModel(
        formulas: [
          AtomicFormula(
            [Conjunction(values + [FactorValue(factor: 10, value: place)])],
            outcome: FactorValue(factor: outcome, value: 1))
        ], consistency: Double(Int.random(in: 7...10, using: &generator)) / 10,
        coverage: Double(Int.random(in: 7...10, using: &generator)) / 10)
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>, [3, 40])
  func `combines the simplest models, the better fit first`(seed: UInt64, limit: Int) {
    var generator = SplitMix64(seed: seed)
    let first = models(of: 0, count: 30, &generator)
    let second = models(of: 1, count: 25, &generator)
    // Each list that goes on has simple ones first, else its order.
    let simple = first.enumerated().sorted {
      ($0.element.complexity, $0.offset) < ($1.element.complexity, $1.offset)
    }.map(\.element)
    let pairs = simple.flatMap { before in
      second.map { model in
        CoincidenceModel(
          formulas: before.formulas + model.formulas,
          consistency: min(before.consistency, model.consistency),
          coverage: min(before.coverage, model.coverage))
      }
    }
    let best = pairs.inOrderOfFit().prefix(limit)
    #expect(SimplestCombinations.of([first, second], limit: limit) == Array(best))
  }

  /// Of formulas over four factors, taken at random, the least parts that imply all; looked for among all parts.
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `leaves out implied formulas in every way`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let table = try FactorTable(["A", "B", "C", "D"], [[0, 1], [0, 1], [0, 1], [0, 1]])
    let logic = Satisfiability(table)
    let formulas = (0..<6).map { _ in
      let outcome = Int.random(in: 0...3, using: &generator)
      let disjuncts = (0...1).map { _ in
        Conjunction([
          FactorValue(
            factor: (outcome + Int.random(in: 1...3, using: &generator)) % 4,
            value: Int.random(in: 0...1, using: &generator))
        ])
      }
      return AtomicFormula(disjuncts, outcome: FactorValue(factor: outcome, value: 1))
    }
    func implies(_ part: Int, _ place: Int) -> Bool {
      let held = formulas.indices.filter { part >> $0 & 1 == 1 }
      return !logic.isPossible(
        held.map { .equivalence(formulas[$0], holds: true) } + [.equivalence(formulas[place], holds: false)])
    }
    let enough = (0..<64).filter { part in formulas.indices.allSatisfy { implies(part, $0) } }
    let least = enough.filter { part in !enough.contains { $0 != part && $0 & ~part == 0 } }
    let left = { (part: Int) in formulas.indices.filter { part >> $0 & 1 == 0 } }
    let expected = least.sorted { left($0).lexicographicallyPrecedes(left($1)) }.map { part in
      formulas.indices.filter { part >> $0 & 1 == 1 }.map { formulas[$0] }
    }
    #expect(EssentialFormulas(formulas, logic).ways { true } == expected)
  }

  @Test func `ends where it is told to`() throws {
    let table = try FactorTable(["A", "B"], [[0, 1], [0, 1]])
    let formulas = [(0, 1), (1, 0)].map { cause, outcome in
      AtomicFormula(
        [Conjunction([FactorValue(factor: cause, value: 1)])],
        outcome: FactorValue(factor: outcome, value: 1))
    }
    // Either says the same.
    #expect(
      EssentialFormulas(formulas, Satisfiability(table)).ways { true } == [[formulas[1]], [formulas[0]]])
    #expect(EssentialFormulas(formulas, Satisfiability(table)).ways { false } == nil)
  }

  /// Each value of B comes about in its own way. Expected: R cna 4.0.0, `csf(cna(mvct(d), maxstep = c(2, 2, 4)))`.
  @Test func `all values of a factor may be outcomes of one model`() throws {
    let table = try FactorTable(["A", "B", "C"], [[2, 1, 2, 0, 0], [1, 0, 0, 1, 1], [1, 0, 0, 0, 1]])
    var options = CoincidenceAnalysis.Options()
    (options.conjuncts, options.disjuncts, options.complexity) = (2, 2, 4)
    let analysis = CoincidenceAnalysis(table, options: options)
    let notation = FormulaNotation(table)
    #expect(analysis.complex.map { notation.text($0) } == ["(A=1+A=2*C=0<->B=0)*(A=0+C=1<->B=1)"])
  }
}

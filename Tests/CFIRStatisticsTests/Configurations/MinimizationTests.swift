@testable import CFIRStatistics
import Testing

struct MinimizationTests {
  static let shapes: [[Int]] = [[2, 2, 2], [2, 2, 2, 2], [3, 2, 2], [3, 3, 2], [4, 2, 2]]

  @Test(arguments: shapes, 1...12 as ClosedRange<UInt64>)
  func `finds the prime implicants that trying every term finds`(levels: [Int], seed: UInt64) throws {
    let table = try randomTruthTable(levels: levels, cases: 10, seed: seed)
    let (positives, negatives) = (table.configurations(.present), table.configurations(.absent))
    let parsimonious = PrimeImplicants(of: positives, avoiding: negatives, in: table.space)
    #expect(
      Set(parsimonious.terms.indices.map(parsimonious.term))
        == Set(primesByTrial(table.conditions, positives: positives, barred: negatives)))
    let others = everyConfiguration(table.conditions).filter { !positives.contains($0) }
    let conservative = PrimeImplicants(of: positives, within: positives, in: table.space)
    #expect(
      Set(conservative.terms.indices.map(conservative.term))
        == Set(primesByTrial(table.conditions, positives: positives, barred: others)))
  }

  @Test(arguments: shapes, 1...12 as ClosedRange<UInt64>)
  func `finds every model that trying every set of terms finds`(levels: [Int], seed: UInt64) throws {
    let table = try randomTruthTable(levels: levels, cases: 9, seed: seed)
    let positives = table.configurations(.present)
    let negatives = table.configurations(.absent)
    let others = everyConfiguration(table.conditions).filter { !positives.contains($0) }
    for (kind, barred) in [(Solution.Kind.parsimonious, negatives), (.conservative, others)] {
      let terms = primesByTrial(table.conditions, positives: positives, barred: barred)
      guard !positives.isEmpty, terms.count <= 16 else { continue }
      let expected = irredundantByTrial(terms, covering: positives)
      let fewest = expected.map(\.count).min() ?? 0
      var budget = SearchBudget()
      let least = try table.minimized(kind, budget: &budget)
      #expect(Set(least.termSets) == expected.filter { $0.count == fewest })
      #expect(least.size == fewest...fewest)
      #expect(least.listsAll)
      let all = try table.minimized(kind, options: .init(allIrredundant: true), budget: &budget)
      #expect(Set(all.termSets) == expected)
      #expect(all.termSets.count == expected.count)
      #expect(all.listsAll)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `counts as many models as it lists, and no two alike`(seed: UInt64) throws {
    let table = try randomTruthTable(levels: [2, 2, 2, 2, 2], cases: 20, seed: seed)
    var budget = SearchBudget()
    let all = try table.minimized(.parsimonious, options: .init(limit: 1_000_000), budget: &budget)
    #expect(all.count == CoverCount(UInt64(all.models.count)))
    #expect(Set(all.termSets).count == all.models.count)
    let few = try table.minimized(.parsimonious, options: .init(limit: 2), budget: &budget)
    #expect(few.count == all.count)
    #expect(few.models.count == min(2, all.models.count))
    #expect(few.isComplete)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `puts intermediate models between the other two`(seed: UInt64) throws {
    let table = try randomTruthTable(levels: [2, 2, 2, 2], cases: 9, seed: seed)
    guard !table.configurations(.present).isEmpty else { return }
    var budget = SearchBudget()
    let expectations = [[1], [1], [], [0]]
    let solution = try table.minimized(
      .intermediate, options: .init(expectations: expectations), budget: &budget)
    #expect(!solution.models.isEmpty)
    let negatives = table.configurations(.absent)
    let shown = Set(table.rows.map(\.number))
    for model in solution.models {
      #expect(!model.paths.contains { path in negatives.contains(where: path.term.contains) })
      for configuration in table.configurations(.present) {
        #expect(model.paths.contains { $0.term.contains(configuration) })
      }
      #expect(shown.isDisjoint(with: model.counterfactuals))
      // What a model assumes is among its easy counterfactuals.
      let assumed = everyConfiguration(table.conditions).filter { row in
        model.paths.contains { $0.term.contains(row) } && !shown.contains(table.space.number(row) + 1)
      }
      #expect(Set(assumed.map { table.space.number($0) + 1 }).isSubset(of: model.counterfactuals))
    }
    let unexpected = try table.minimized(.intermediate, budget: &budget)
    let conservative = try table.minimized(.conservative, budget: &budget)
    #expect(Set(unexpected.termSets) == Set(conservative.termSets))
  }

  @Test func `says that a search was cut short`() throws {
    let table = try randomTruthTable(levels: [Int](repeating: 2, count: 7), cases: 40, seed: 7)
    var budget = SearchBudget(steps: 500)
    let cut = try table.minimized(.parsimonious, budget: &budget)
    #expect(!cut.isComplete)
    #expect(!cut.count.isExact)
    #expect(cut.size.lowerBound <= cut.size.upperBound)
    #expect(!cut.models.isEmpty)
    var whole = SearchBudget()
    let size = try table.minimized(.parsimonious, budget: &whole).size
    #expect(cut.size.contains(size.lowerBound))
  }

  @Test func `ends when it is told to`() throws {
    let table = try randomTruthTable(levels: [Int](repeating: 2, count: 7), cases: 40, seed: 8)
    var budget = SearchBudget(isStopped: { true })
    _ = budget.take(2_000_000)
    let stopped = try table.minimized(.parsimonious, options: .init(limit: .max), budget: &budget)
    #expect(budget.isSpent)
    #expect(!stopped.isComplete)
  }

  @Test func `has no model where no row has the outcome, and needs no condition where every row has it`()
    throws
  {
    let factor = CaseTable.Factor("A", [0, 1])
    let table = CaseTable(cases: ["p", "q"], factors: [factor])
    var budget = SearchBudget()
    let none = try TruthTable(table, conditions: ["A"], outcome: [0, 0])
    #expect(try none.minimized(.parsimonious, budget: &budget).models.isEmpty)
    let all = try TruthTable(table, conditions: ["A"], outcome: [1, 1])
    #expect(try all.minimized(.parsimonious, budget: &budget).formulas(all.conditions) == ["1"])
  }
}

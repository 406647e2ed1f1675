import CFIRStatistics
import Synchronization
import Testing

struct ReductionTests {
  @Test(arguments: FactorTable.Kind.allCases, [1.0, 0.75])
  func `ranks the same conditions as the analysis finds`(kind: FactorTable.Kind, consistency: Double) throws {
    let table = try FactorTable.random(kind, factors: 5, cases: 20, seed: 3)
    let outcome = FactorValue(factor: 4, value: 1)
    var options = CoincidenceAnalysis.Options()
    (options.consistency, options.outcomes) = (consistency, [outcome])
    let all = CoincidenceAnalysis(table, options: options).sufficient
    var asked = ConditionReduction.Options()
    (asked.consistency, asked.listed) = (consistency, 1000)
    let reduction = ConditionReduction(table, outcome: outcome, options: asked)
    #expect(Set(reduction.models) == Set(all))
    #expect(reduction.counts == (1...3).map { size in all.count { $0.complexity == size } })
    #expect(reduction.models.map(\.coverage) == reduction.models.map(\.coverage).sorted(by: >))

    asked.listed = 4
    #expect(
      ConditionReduction(table, outcome: outcome, options: asked).models == Array(reduction.models.prefix(4)))
    asked.listed = 1000
    asked.coverage = 0.3
    #expect(
      ConditionReduction(table, outcome: outcome, options: asked).models
        == reduction.models.filter { $0.coverage >= 0.3 })
  }

  @Test(arguments: FactorTable.Kind.allCases)
  func `says how far it came when it is stopped`(kind: FactorTable.Kind) throws {
    let table = try FactorTable.random(kind, factors: 7, cases: 30, seed: 8)
    let outcome = FactorValue(factor: 6, value: 1)
    // Stopped when conditions of three conjuncts begin.
    let isLate = Mutex(false)
    let watch = SearchMonitor(
      isCancelled: { isLate.withLock { $0 } },
      begins: { stage in
        if stage == .sufficient(outcome: outcome, conjuncts: 3) { isLate.withLock { $0 = true } }
      })
    var options = ConditionReduction.Options()
    (options.consistency, options.conjuncts) = (0.9, 4)
    let stopped = ConditionReduction(table, outcome: outcome, options: options, watch: watch)
    #expect(stopped.bound == .sufficient(outcome: outcome, conjuncts: 2))
    options.conjuncts = 2
    let short = ConditionReduction(table, outcome: outcome, options: options)
    #expect(short.bound == nil)
    #expect(Array(stopped.counts.prefix(2)) == short.counts)
    #expect(Set(short.models).isSubset(of: Set(stopped.models)))
  }
}

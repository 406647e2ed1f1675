import CFIRStatistics
import Testing

/// Small random tables, where everything can be tried out.
struct DefinitionTests {
  @Test(arguments: FactorTable.Kind.allCases, 1...25 as ClosedRange<UInt64>)
  func `finds exactly what the definitions say`(kind: FactorTable.Kind, seed: UInt64) throws {
    var generator = SplitMix64(seed: seed &* 977)
    let table = try FactorTable.random(
      kind, factors: 4, cases: Int.random(in: 5...12, using: &generator), seed: seed)
    var options = CoincidenceAnalysis.Options()
    options.consistency = [1, 0.9, 0.8, 0.7][Int.random(in: 0...3, using: &generator)]
    options.coverage = [1, 0.9, 0.8, 0.7][Int.random(in: 0...3, using: &generator)]
    (options.conjuncts, options.disjuncts, options.complexity) = (3, 3, 7)
    options.combinationLimit = 200
    options.outcomes = table.factorValues.filter {
      [0, 3].contains($0.factor) && (kind == .multiValue || $0.value == 1)
    }
    let analysis = CoincidenceAnalysis(table, options: options)

    let plain = PlainAnalysis(table: table, options: options)
    var (sufficient, atomic): ([AtomicFormula], [AtomicFormula]) = ([], [])
    var tried: Set<FactorValue> = []
    for outcome in options.outcomes ?? [] {
      let conditions = plain.sufficient(
        for: outcome, among: table.factors.indices.filter { $0 != outcome.factor })
      sufficient += conditions.map { AtomicFormula([$0], outcome: outcome) }
      // Where there are many conditions, trying out all sets of them takes too long.
      guard conditions.count <= 18 else { continue }
      tried.insert(outcome)
      atomic += plain.atomic(for: outcome, from: conditions)
    }
    #expect(Set(analysis.sufficient.flatMap(\.formulas)) == Set(sufficient))
    #expect(analysis.sufficient.count == sufficient.count)
    let found = analysis.atomic.flatMap(\.formulas).filter { tried.contains($0.outcome) }
    #expect(Set(found.map(Unordered.init)) == Set(atomic.map(Unordered.init)))
    #expect(found.count == atomic.count)
    if analysis.bounds.isEmpty {
      let complex = plain.complex(from: analysis.atomic.flatMap(\.formulas))
      #expect(Set(analysis.complex.map { Set($0.formulas) }) == complex)
      #expect(analysis.complex.count == complex.count)
    }
  }

  @Test(arguments: FactorTable.Kind.allCases, [1.0, 0.8])
  func `does not depend on the number of threads`(kind: FactorTable.Kind, threshold: Double) throws {
    let table = try FactorTable.random(kind, factors: 5, cases: 40, seed: 5)
    var options = CoincidenceAnalysis.Options()
    (options.consistency, options.coverage, options.threads) = (threshold, threshold, 1)
    let alone = CoincidenceAnalysis(table, options: options)
    options.threads = 4
    let together = CoincidenceAnalysis(table, options: options)
    #expect(alone.sufficient == together.sufficient)
    #expect(alone.atomic == together.atomic)
    #expect(alone.complex == together.complex)
    #expect(threshold == 1 || !alone.sufficient.isEmpty)
  }

  /// A formula, whatever the order of its alternatives.
  struct Unordered: Hashable {
    var disjuncts: Set<Conjunction>
    var outcome: FactorValue

    init(_ formula: AtomicFormula) {
      (disjuncts, outcome) = (Set(formula.disjuncts), formula.outcome)
    }
  }
}

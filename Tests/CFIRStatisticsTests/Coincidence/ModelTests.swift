import CFIRStatistics
import Synchronization
import Testing

struct ModelTests {
  @Test(
    arguments: [
      ("A<->E", "A+B<->E", true), ("A+B<->E", "A*c+B*D<->E", true), ("A<->E", "A*c+A*D<->E", true),
      ("A+B<->E", "A*B<->E", false), ("A*c<->E", "A+c<->E", false), ("A<->E", "A<->D", false),
      ("A+A*B<->E", "A*B+A*C<->E", true),
    ] as [(String, String, Bool)])
  func `knows which model tells the same in less detail`(first: String, second: String, isSubmodel: Bool)
    throws
  {
    let table = try FactorTable(["A", "B", "C", "D", "E"], [[Double]](repeating: [0, 1], count: 5))
    let notation = FormulaNotation(table)
    #expect(try notation.formula(first).isSubmodel(of: notation.formula(second)) == isSubmodel)
  }

  @Test func `measures fuzzy fit by the smaller memberships`() throws {
    // min(A, B) = .2 .6 .1, with Y: .2 .5 .1; sums .8 of .9 and .8 of 1.6.
    let table = try FactorTable(["A", "B", "Y"], [[0.2, 0.9, 0.7], [0.8, 0.6, 0.1], [0.3, 0.5, 0.8]])
    let model = table.model(try FormulaNotation(table).formula("A*B->Y"))
    #expect(abs(model.consistency - 0.8 / 0.9) < 1e-12)
    #expect(abs(model.coverage - 0.8 / 1.6) < 1e-12)
  }

  @Test func `explains absence where it is asked for`() throws {
    let table = try PublishedAnalysisTests.education()
    let notation = FormulaNotation(table)
    var options = CoincidenceAnalysis.Options()
    options.outcomes = [try notation.value("e")]
    let analysis = CoincidenceAnalysis(table, options: options)
    #expect(analysis.atomic.map { notation.text($0) } == ["l*g<->e", "u*d*g<->e"])
  }

  @Test func `finds nothing that explains a constant`() throws {
    let table = try FactorTable(["A", "Y"], [[0, 1, 1], [1, 1, 1]])
    var options = CoincidenceAnalysis.Options()
    options.outcomes = [FactorValue(factor: 1, value: 1)]
    let analysis = CoincidenceAnalysis(table, options: options)
    #expect(analysis.sufficient.count == 2)
    #expect(analysis.atomic.isEmpty && analysis.complex.isEmpty)
  }

  @Test func `keeps what was found when it is stopped`() throws {
    let table = try FactorTable.random(.crisp, factors: 7, cases: 40, seed: 2)
    var options = CoincidenceAnalysis.Options()
    (options.consistency, options.coverage) = (0.7, 0.7)
    let whole = CoincidenceAnalysis(table, options: options)
    let isLate = Mutex(false)
    let stopped = CoincidenceAnalysis(
      table, options: options,
      watch: SearchMonitor(
        isCancelled: { isLate.withLock { $0 } },
        begins: { if case .necessary(_, disjuncts: 2) = $0 { isLate.withLock { $0 = true } } }))
    #expect(stopped.sufficient == whole.sufficient)
    #expect(!stopped.bounds.isEmpty)
    #expect(Set(stopped.atomic).isSubset(of: Set(whole.atomic)))
    #expect(stopped.atomic.count < whole.atomic.count)
  }

  @Test func `ends after so many models and says so`() throws {
    let table = try FactorTable.random(.crisp, factors: 7, cases: 20, seed: 4)
    var options = CoincidenceAnalysis.Options()
    (options.consistency, options.coverage, options.modelLimit) = (0.6, 0.6, 5)
    let outcome = FactorValue(factor: 6, value: 1)
    options.outcomes = [outcome]
    let analysis = CoincidenceAnalysis(table, options: options)
    #expect(analysis.atomic.count <= 5)
    #expect(
      analysis.bounds.contains {
        if case .necessary(outcome, _) = $0 { true } else { false }
      })
  }

  @Test func `scores the first models alone where it is stopped at the scores, and says so`() throws {
    // Twenty cases on twelve factors drawn by chance can be explained in thousands of ways.
    var generator = SplitMix64(seed: 1)
    let columns = (0..<12).map { _ in (0..<20).map { _ in Double(Int.random(in: 0...1, using: &generator)) } }
    let table = try FactorTable((0..<12).map { "F\($0)" }, columns)
    var options = CoincidenceAnalysis.Options()
    options.outcomes = [FactorValue(factor: 11, value: 1)]
    options.disjuncts = 3
    let isLate = Mutex(false)
    let stopped = FitRobustness(
      table, options: options, thresholds: [0.8, 0.75],
      watch: SearchMonitor(
        isCancelled: { isLate.withLock { $0 } },
        begins: { stage in if stage == .scores { isLate.withLock { $0 = true } } }))
    guard case .scores(let compared, let models) = stopped.bounds.last else {
      Issue.record("not marked incomplete")
      return
    }
    #expect(stopped.analyses == 4)
    #expect(stopped.scores.count == compared && compared < models)
  }

  @Test func `tells how many pairs of thresholds it came to`() throws {
    let table = try FactorTable.random(.fuzzy, factors: 4, cases: 10, seed: 1)
    let stopped = FitRobustness(
      table, options: CoincidenceAnalysis.Options(), thresholds: [1, 0.9],
      watch: SearchMonitor(isCancelled: { true }))
    #expect(stopped.bounds == [.thresholds(analysed: 0, pairs: 4)])
    #expect(stopped.scores.isEmpty)
  }
}

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
    let pairs = first.flatMap { before in
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
}

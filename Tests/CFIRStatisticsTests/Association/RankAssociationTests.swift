import CFIRStatistics
import Testing

struct RankAssociationTests {
  /// A pair of columns and what two coefficients say of them.
  struct Example: Sendable {
    var first: [Double]
    var second: [Double]
    var tauB: Double
    var rho: Double
  }

  @Test(arguments: [
    // No ties: 5 pairs run alike and 1 against, so (5 − 1)/6; the ranks differ by 1 twice, so 1 − 6·2/(4·15).
    Example(first: [1, 2, 3, 4], second: [1, 3, 2, 4], tauB: 4.0 / 6, rho: 0.8),
    // One tie on the left: 5 of 5 untied pairs run alike, 5/√(5·6); mid-ranks 1, 2.5, 2.5, 4 give 4.5/√(4.5·5).
    Example(
      first: [1, 2, 2, 3], second: [1, 2, 3, 4], tauB: 5 / 30.0.squareRoot(), rho: 4.5 / 22.5.squareRoot()),
    // Two groups of two: all 4 pairs across run alike on both sides, the 2 within are tied on both.
    Example(first: [-2, -2, 1, 1], second: [1, 1, 3, 3], tauB: 1, rho: 1),
    // Turned round.
    Example(first: [-2, -2, 1, 1], second: [3, 3, 1, 1], tauB: -1, rho: -1),
    // Two by two, crossed: 1 pair alike, 1 against, the rest tied.
    Example(first: [0, 0, 1, 1], second: [1, 2, 1, 2], tauB: 0, rho: 0),
  ])
  func `matches examples worked by hand`(_ example: Example) throws {
    #expect(isClose(try #require(kendallTauB(example.first, example.second)), example.tauB))
    #expect(isClose(try #require(spearmanRho(example.first, example.second)), example.rho))
  }

  // Source: scipy 1.17.1, scipy.stats.kendalltau (variant b) and scipy.stats.spearmanr.
  @Test(arguments: [
    Example(
      first: [1, 2, 2, 3, 3, 3, 4, 5], second: [2, 1, 3, 3, 5, 4, 4, 6],
      tauB: 0.7205766921228922, rho: 0.8386549236063445),
    Example(
      first: [-2, -1, -1, 0, 1, 2, 2, 2, 1, 0], second: [1, 1, 2, 2, 2, 3, 3, 3, 1, 3],
      tauB: 0.6132441406718666, rho: 0.6922536412060426),
    Example(
      first: [0.5, -1.25, 3, 3, 7.5, 2], second: [10, 30, 20, 20, 5, 5],
      tauB: -0.3706246583305506, rho: -0.447811075519899),
  ])
  func `matches scipy on columns with ties`(_ example: Example) throws {
    #expect(isClose(try #require(kendallTauB(example.first, example.second)), example.tauB))
    #expect(isClose(try #require(spearmanRho(example.first, example.second)), example.rho))
  }

  @Test(
    arguments: [
      (first: [1, 1, 1], second: [1, 2, 3]),
      (first: [1, 2, 3], second: [0, 0, 0]),
      (first: [2, 2], second: [2, 2]),
      (first: [1], second: [2]),
      (first: [], second: []),
      (first: [1, 2, 3], second: [1, 2]),
    ] as [(first: [Double], second: [Double])])
  func `says nothing of constants, of fewer than two units, and of columns that do not match`(
    first: [Double], second: [Double]
  ) {
    #expect(kendallTauB(first, second) == nil)
    #expect(spearmanRho(first, second) == nil)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `does not depend on the order of units, nor on which column comes first`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var units = (0..<12).map { _ in
      (Double(Int.random(in: -2...2, using: &generator)), Double(Int.random(in: 1...3, using: &generator)))
    }
    let tau = try #require(kendallTauB(units.map(\.0), units.map(\.1)))
    let rho = try #require(spearmanRho(units.map(\.0), units.map(\.1)))
    #expect(abs(tau) <= 1 && abs(rho) <= 1)
    units.shuffle(using: &generator)
    #expect(kendallTauB(units.map(\.1), units.map(\.0)) == tau)
    #expect(spearmanRho(units.map(\.1), units.map(\.0)) == rho)
    #expect(kendallTauB(units.map { -$0.0 }, units.map(\.1)) == -tau)
  }

  private func isClose(_ first: Double, _ second: Double) -> Bool { abs(first - second) < 1e-12 }
}

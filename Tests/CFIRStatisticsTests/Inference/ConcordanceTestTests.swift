import CFIRStatistics
import Testing

struct ConcordanceTestTests {
  // Source: scipy 1.17.1, scipy.stats.kendalltau(method="exact"), two-sided; none of the columns has ties.
  @Test(
    arguments: [
      ([4, 1, 3, 2], -0.3333333333333334, 0.75),
      ([2, 1, 5, 4, 3], 0.19999999999999998, 0.8166666666666667),
      ([3, 5, 1, 4, 2, 7, 6], 0.33333333333333337, 0.3813492063492063),
      ([7, 2, 9, 5, 1, 3, 6, 4, 8], 0.05555555555555555, 0.919455467372134),
      ([3, 5, 2, 9, 4, 12, 7, 1, 10, 6, 11, 8], 0.303030303030303, 0.19694994338223504),
      (
        [13, 1, 12, 3, 2, 10, 6, 7, 5, 8, 9, 14, 15, 4, 17, 18, 16, 19, 11, 20], 0.5157894736842106,
        0.0010995222054334826
      ),
    ] as [([Double], Double, Double)])
  func `agrees with scipy where nothing is tied`(second: [Double], tau: Double, p: Double) throws {
    let test = try #require(ConcordanceTest(second.indices.map(Double.init), second))
    #expect(test.distribution == .exact)
    #expect(abs(test.tauB - tau) < 1e-12)
    #expect(abs(test.p - p) < 1e-12)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `agrees with trying out every arrangement, ties or not`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let count = Int.random(in: 2...7, using: &generator)
    let first = (0..<count).map { _ in Double(Int.random(in: -2...2, using: &generator)) }
    let second = (0..<count).map { _ in Double(Int.random(in: 1...4, using: &generator)) }
    guard let test = ConcordanceTest(first, second) else {
      #expect(Set(first).count == 1 || Set(second).count == 1)
      return
    }
    let scores = arrangements(of: first).map { score($0, second) }
    func share(_ holds: (Int) -> Bool) -> Double { Double(scores.count(where: holds)) / Double(scores.count) }
    #expect(test.distribution == .exact)
    #expect(test.score == score(first, second))
    #expect(abs(test.p - share { abs($0) >= abs(test.score) }) < 1e-12)
    #expect(abs(test.upper - share { $0 >= test.score }) < 1e-12)
    #expect(abs(test.lower - share { $0 <= test.score }) < 1e-12)
    // Over all arrangements the variance is that of the formula.
    let variance = Double(scores.reduce(0) { $0 + $1 * $1 }) / Double(scores.count)
    if variance > 0 { #expect(abs(test.z - Double(test.score) / variance.squareRoot()) < 1e-9) }
  }

  // Source: scipy 1.17.1, scipy.stats.kendalltau(method="asymptotic"), on the same columns.
  @Test func `falls back on the normal distribution where there is too much to count, and says so`() throws {
    let first = (0..<60).map { Double($0 * 7 % 60) }
    let second = (0..<60).map { Double($0 * $0 % 50) }
    let test = try #require(ConcordanceTest(first, second))
    #expect(test.distribution == .normal)
    #expect(abs(test.tauB - 0.012667801585019681) < 1e-12)
    #expect(abs(test.p - 0.8881899510110415) < 1e-12)
  }

  @Test func `counts the same whether the ties are dealt out or there are none to deal`() throws {
    // Against two groups without ties S is Mann and Whitney's 2U − mn. Source: scipy 1.17.1, mannwhitneyu(method="exact"), two-sided.
    let first = (0..<17).map(Double.init)
    let second: [Double] = [0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1]
    let test = try #require(ConcordanceTest(first, second))
    #expect(test.distribution == .exact)
    #expect(abs(test.p - 0.113944878650761) < 1e-12)
  }

  @Test func `counts exactly for many units in few groups`() throws {
    // {0 × 15 | 1 × 15} against the same split: of C(30, 15) = 155117520 arrangements this one and its mirror image are as far out.
    let column = [Double](repeating: 0, count: 15) + [Double](repeating: 1, count: 15)
    let test = try #require(ConcordanceTest(column, column))
    #expect(test.distribution == .exact)
    #expect(abs(test.p - 2 / 155_117_520.0) < 1e-20)
  }

  @Test func `says nothing of constant or single columns`() {
    #expect(ConcordanceTest([1, 1, 1], [1, 2, 3]) == nil)
    #expect(ConcordanceTest([1, 2, 3], [5, 5, 5]) == nil)
    #expect(ConcordanceTest([1], [2]) == nil)
    #expect(ConcordanceTest([1, 2], [1]) == nil)
  }

  private func score(_ first: [Double], _ second: [Double]) -> Int {
    var score = 0
    for (place, value) in first.enumerated() {
      for other in 0..<place {
        let product = (value - first[other]) * (second[place] - second[other])
        score += product > 0 ? 1 : product < 0 ? -1 : 0
      }
    }
    return score
  }

  /// All orders of some values, equal ones told apart. Heap's algorithm.
  private func arrangements(of values: [Double]) -> [[Double]] {
    var values = values
    var found: [[Double]] = []
    func permute(_ count: Int) {
      guard count > 1 else {
        found.append(values)
        return
      }
      for place in 0..<count {
        permute(count - 1)
        values.swapAt(count.isMultiple(of: 2) ? place : 0, count - 1)
      }
    }
    permute(values.count)
    return found
  }
}

import CFIRStatistics
import Testing

struct JonckheereTerpstraTests {
  // Hundal's pieces per worker without, with rough and with exact knowledge of performance: Hollander, Wolfe & Chicken 2014, example
  // 6.2, where J = 79. The exact shares were found by walking through all 18!/(6!)³ = 17,153,136 ways with numpy.
  @Test func `comes to the published statistic and the exact shares`() throws {
    let trend = try #require(
      JonckheereTerpstra([
        [40, 35, 38, 43, 44, 41], [38, 40, 47, 44, 40, 42], [48, 40, 45, 43, 46, 44],
      ]))
    #expect(trend.statistic == 79)
    #expect(trend.expected == 54)
    #expect(trend.sizes == [6, 6, 6])
    #expect(trend.concordance.distribution == .exact)
    #expect(abs(trend.concordance.upper - 359_641 / 17_153_136.0) < 1e-15)
    #expect(abs(trend.p - 719_282 / 17_153_136.0) < 1e-15)
    // The book's 2.02 leaves ties aside (25/√153). With them, by its equation 6.19:
    let variance = 10_758 / 72.0 + 10_800 / 176_256.0 + 1_980 / 2_448.0
    #expect(abs(trend.concordance.z - 25 / variance.squareRoot()) < 1e-12)
  }

  @Test func `counts a small example worked by hand`() throws {
    // {1 | 1, 2 | 2}: 1<2 ×3, ties ×2 … of the 5 pairs across groups: (1,1) ½, (1,2) 1, (1,2) 1, (1,2) 1, (2,2) ½ = 4.
    let trend = try #require(JonckheereTerpstra([[1], [1, 2], [2]]))
    #expect(trend.statistic == 4)
    #expect(trend.expected == 2.5)
    // Of the 6 ways to place the two 1s, J is 4 in two (first group and either place of the second), 1 in their two mirror images, else 2½.
    #expect(abs(trend.p - 4.0 / 6) < 1e-15)
  }

  @Test func `passes over empty groups and needs two`() {
    #expect(JonckheereTerpstra([[1, 2], [], [3]])?.sizes == [2, 1])
    #expect(JonckheereTerpstra([[1, 2], [], []]) == nil)
    #expect(JonckheereTerpstra([[2], [2], [2]]) == nil)
  }
}

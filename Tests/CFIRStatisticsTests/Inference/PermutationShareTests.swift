import CFIRStatistics
import Testing

struct PermutationShareTests {
  @Test func `counts the splits of four sites`() throws {
    // {2, 2 | −2, −2}: of the 6 splits, the observed one and its mirror image set the means 4 apart.
    let share = try #require(PermutationShare([2, 2], [-2, -2]))
    #expect(share.atLeast == Natural(2))
    #expect(share.total == Natural(6))
    #expect(share.share == 1.0 / 3)
  }

  @Test func `counts the splits of groups of different size`() throws {
    // {2 | 0, 0, 1}: 4 splits; the lone site is 2, 0, 0 or 1: differences 5/3, −1, −1, 1/3.
    let share = try #require(PermutationShare([2], [0, 0, 1]))
    #expect(share.atLeast == Natural(1))
    #expect(share.total == Natural(4))
    #expect(share.share == 0.25)
  }

  @Test func `counts every split where all sites are alike`() throws {
    let share = try #require(PermutationShare([1, 1], [1, 1, 1]))
    #expect(share.atLeast == share.total)
    #expect(share.total == Natural(10))
    #expect(share.share == 1)
  }

  @Test func `says nothing where a group is empty`() {
    #expect(PermutationShare([], [1, 2]) == nil)
    #expect(PermutationShare([1, 2], []) == nil)
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `agrees with trying out every split`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let count = Int.random(in: 2...11, using: &generator)
    let size = Int.random(in: 1..<count, using: &generator)
    let scores = (0..<count).map { _ in Int.random(in: -2...2, using: &generator) }
    let (first, second) = (Array(scores[..<size]), Array(scores[size...]))
    let share = try #require(PermutationShare(first, second))
    let tried = splitsAtLeastAsFarApart(scores, size: size)
    #expect(share.atLeast == Natural(tried.atLeast))
    #expect(share.total == Natural(tried.total))
    #expect(abs(share.share - Double(tried.atLeast) / Double(tried.total)) < 1e-15)
  }

  @Test func `stays exact for three hundred sites`() throws {
    // C(300, 150). Source: Python 3, math.comb(300, 150).
    let total = "93759702772827452793193754439064084879232655700081358920472352712975170021839591675861424"
    let ends = try #require(
      PermutationShare([Int](repeating: 2, count: 150), [Int](repeating: -2, count: 150)))
    #expect(ends.total.description == total)
    #expect(ends.atLeast == Natural(2))
    // 2 of 9.3759702772827452793…e88.
    #expect(abs(ends.share / (2 / 9.3759702772827452793e88) - 1) < 1e-12)
    let level = try #require(
      PermutationShare([Int](repeating: 1, count: 150), [Int](repeating: 1, count: 150)))
    #expect(level.atLeast.description == total)
    #expect(level.share == 1)
  }

  /// Walks through every split; the means are compared with the tolerance of 1e-9 that the rule names.
  private func splitsAtLeastAsFarApart(_ scores: [Int], size: Int) -> (atLeast: UInt64, total: UInt64) {
    func difference(_ members: UInt) -> Double {
      var sums = (inside: 0, outside: 0)
      for (index, score) in scores.enumerated() {
        if members >> UInt(index) & 1 == 1 { sums.inside += score } else { sums.outside += score }
      }
      return abs(Double(sums.inside) / Double(size) - Double(sums.outside) / Double(scores.count - size))
    }
    let observed = difference((1 << UInt(size)) - 1)
    let splits = (0..<(1 as UInt) << UInt(scores.count)).filter { $0.nonzeroBitCount == size }
    return (UInt64(splits.count { difference($0) >= observed - 1e-9 }), UInt64(splits.count))
  }
}

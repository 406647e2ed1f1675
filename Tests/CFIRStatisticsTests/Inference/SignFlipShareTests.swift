import CFIRStatistics
import Testing

struct SignFlipShareTests {
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `agrees with turning every sign`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let changes = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
      Int.random(in: -4...4, using: &generator)
    }
    let share = try #require(SignFlipShare(changes))
    let moved = changes.filter { $0 != 0 }
    let observed = abs(changes.reduce(0, +))
    let sums = (0..<(1 << moved.count)).map { turned in
      moved.enumerated().reduce(0) { $0 + (turned >> $1.offset & 1 == 1 ? -$1.element : $1.element) }
    }
    #expect(share.total == Natural(UInt64(sums.count)))
    #expect(share.atLeast == Natural(UInt64(sums.count { abs($0) >= observed })))
  }

  @Test func `is one where nothing changed, and nothing without units`() {
    #expect(SignFlipShare([0, 0])?.share == 1)
    #expect(SignFlipShare([]) == nil)
  }

  @Test func `stays exact beyond a machine word`() throws {
    let share = try #require(SignFlipShare([Int](repeating: 1, count: 80)))
    // 2⁸⁰.
    #expect(share.total.description == "1208925819614629174706176")
    #expect(share.atLeast == Natural(2))
  }

  // Source: R 4.2.2, binom.test(risen, risen + fallen)$p.value; its two-sided share is twice the tail, since coins are fair.
  @Test(arguments: [
    (5, 0, 0.0625), (4, 1, 0.375), (3, 3, 1), (9, 2, 0.0654296875), (0, 7, 0.015625), (0, 0, 1),
    (30, 15, 0.0356978035551947),
  ])
  func `the sign test agrees with R`(risen: Int, fallen: Int, p: Double) {
    #expect(abs(signTest(risen: risen, fallen: fallen) - p) < 1e-12)
    #expect(signTest(risen: fallen, fallen: risen) == signTest(risen: risen, fallen: fallen))
  }
}

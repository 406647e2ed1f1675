import CFIRKit
import Testing

struct SmallCellsTests {
  @Test(
    arguments: [
      // Nothing small, nothing held back.
      ([9, 7, 5], []),
      // One small part would be whole less the others: the smallest other goes with it.
      ([9, 3, 12], [0, 1]),
      // Two small parts with enough respondents between them hide each other.
      ([9, 3, 4], [1, 2]),
      // Two small parts with too few respondents between them do not.
      ([9, 1, 2, 30], [0, 1, 2]),
      // Parts of nobody say nothing.
      ([0, 4, 8, 0], [1, 2]),
      // A part alone has nothing to hide behind.
      ([3], [0]),
    ] as [([Int], Set<Int>)])
  func `holds back what is small, and what would show it`(counts: [Int], hidden: Set<Int>) {
    #expect(SmallCells.hidden(counts, minimum: 5) == hidden)
  }

  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func `whole less shown is never a lone part, nor fewer than the minimum`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    let counts = (0..<next(8) + 1).map { _ in next(12) }
    let hidden = SmallCells.hidden(counts, minimum: 5)
    for place in counts.indices where !hidden.contains(place) {
      #expect(counts[place] == 0 || counts[place] >= 5)
    }
    let everybody = counts.reduce(0, +)
    guard !hidden.isEmpty, everybody >= 5 else { return }
    #expect(hidden.reduce(0) { $0 + counts[$1] } >= 5)
    #expect(hidden.count >= 2 || counts.count { $0 > 0 } == 1)
  }

  @Test(arguments: [0, 1]) func `a minimum of one holds nothing back`(minimum: Int) {
    #expect(SmallCells.hidden([1, 2, 3], minimum: minimum).isEmpty)
  }
}

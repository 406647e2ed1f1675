import CFIRStatistics
import Testing

struct SplitsTests {
  private func all(_ splits: Splits) -> [[Int]] {
    var found: [[Int]] = []
    splits.forEach { found.append($0) }
    return found
  }

  @Test func `walks through every way once, the first places first`() {
    let splits = Splits(units: 4, choosing: 2)
    #expect(all(splits) == [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]])
    #expect(splits.ways == 6 && splits.isExact && splits.considered == 6)
    #expect(all(Splits(units: 3, choosing: 3)) == [[0, 1, 2]])
    #expect(all(Splits(units: 3, choosing: 0)) == [[]])
    #expect(all(Splits(units: 2, choosing: 3)) == [])
  }

  // Source: Python 3, math.comb.
  @Test(
    arguments: [
      (5, 3, 10, true), (20, 10, 184_756, true), (21, 10, 352_716, false), (61, 30, nil, false),
    ] as [(Int, Int, Int?, Bool)])
  func `counts the ways, and is exact up to its bound`(units: Int, size: Int, ways: Int?, isExact: Bool) {
    let splits = Splits(units: units, choosing: size)
    #expect(ways == nil || splits.ways == ways)
    #expect(splits.isExact == isExact)
    #expect(splits.considered == (isExact ? ways : Splits.drawn))
  }

  @Test func `draws the same sample every time, the observed way first, no unit favoured`() {
    let splits = Splits(units: 30, choosing: 12)
    let sample = all(splits)
    #expect(sample.count == 20_000 && sample[0] == Array(0..<12))
    #expect(sample.allSatisfy { $0.count == 12 && Set($0).count == 12 && $0.sorted() == $0 })
    #expect(all(splits) == sample)
    // Each unit should be in 12 of 30, with a standard deviation of 69 in 20,000.
    for unit in 0..<30 {
      let count = sample.count { $0.contains(unit) }
      #expect(abs(count - 8000) < 350, "\(unit): \(count)")
    }
  }
}

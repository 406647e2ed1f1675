import CFIRStatistics
import Testing

/// Expected orders follow from the geometry of the points; expected lengths from trying every order.
@Suite struct SeriationTests {
  private static func distances(_ points: [Int]) -> [[Int]] {
    points.map { first in points.map { abs(first - $0) } }
  }

  @Test(arguments: [[3, 1, 2], [50, 10, 40, 20, 30], [9, 2, 7, 1, 8, 4, 12, 30, 11, 5, 22, 17]])
  func `points on a line stand as on the line`(points: [Int]) {
    let seriation = Seriation(Self.distances(points))
    let placed = seriation.order.map { points[$0] }
    #expect(placed == points.sorted() || placed == points.sorted(by: >))
    #expect(seriation.length == (points.max() ?? 0) - (points.min() ?? 0))
    #expect(seriation.isExact)
  }

  @Test func `so do more points than are gone through exactly`() {
    let points = (0..<29).map { ($0 * 11) % 29 * 3 }
    let seriation = Seriation(Self.distances(points))
    #expect(seriation.length == 84)
    #expect(!seriation.isExact)
  }

  @Test(arguments: 1...6) func `no order of few objects has a shorter path`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = 6
    var distances = [[Int]](repeating: [Int](repeating: 0, count: count), count: count)
    for first in 0..<count {
      for second in 0..<first {
        let distance = Int(random.next() % 10)
        (distances[first][second], distances[second][first]) = (distance, distance)
      }
    }
    func best(_ path: [Int], _ left: Set<Int>) -> Int {
      left.map { next in
        (path.last.map { distances[$0][next] } ?? 0) + best(path + [next], left.subtracting([next]))
      }.min() ?? 0
    }
    #expect(Seriation(distances).length == best([], Set(0..<count)))
  }

  @Test func `ties fall to what comes first, and nothing has an order of nothing`() {
    let alike = [[Int]](repeating: [Int](repeating: 0, count: 5), count: 5)
    #expect(Seriation(alike).order == Seriation(alike).order)
    #expect(Set(Seriation(alike).order) == Set(0..<5))
    #expect(Seriation([]).order == [])
    #expect(Seriation([[0]]).order == [0])
  }
}

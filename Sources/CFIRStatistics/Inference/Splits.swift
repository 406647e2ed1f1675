/// The ways to choose some of many units: all of them where they are few, else a sample with the observed one in it.
public struct Splits: Hashable, Sendable {
  /// The most ways that are all walked through.
  public static let mostEnumerated = 200_000
  /// How many are drawn where there are more, the observed one included.
  public static let drawn = 20_000
  /// The seed of the draw.
  public static let seed: UInt64 = 1

  /// How many units there are.
  public let units: Int
  /// How many are chosen.
  public let size: Int
  /// How many ways there are; nothing where they outgrow a machine word.
  public let ways: Int?

  /// Splits of units into those chosen and the rest.
  ///
  /// - Parameters:
  ///   - units: How many units there are, none negative.
  ///   - size: How many are chosen; at most as many.
  public init(units: Int, choosing size: Int) {
    self.units = units
    self.size = size
    ways = Self.ways(units, size)
  }

  /// Whether every way is walked through.
  public var isExact: Bool { ways.map { $0 <= Self.mostEnumerated } ?? false }

  /// How many ways `forEach` walks through.
  public var considered: Int { isExact ? ways ?? 0 : Self.drawn }

  /// Calls with the places that are chosen, ascending.
  ///
  /// All ways in lexicographic order, the first `size` places first; or that one and random ones of the fixed seed.
  public func forEach(_ body: ([Int]) -> Void) {
    guard (0...units).contains(size) else { return }
    var chosen = Array(0..<size)
    if !isExact {
      body(chosen)
      var generator = SplitMix64(seed: Self.seed)
      for _ in 1..<Self.drawn { body(draw(&generator)) }
      return
    }
    while true {
      body(chosen)
      guard let place = chosen.indices.last(where: { chosen[$0] < units - size + $0 }) else { return }
      chosen[place] += 1
      for later in chosen.indices[(place + 1)...] { chosen[later] = chosen[later - 1] + 1 }
    }
  }

  /// Knuth's algorithm S: each unit is taken with the chance that is left for it.
  private func draw(_ generator: inout SplitMix64) -> [Int] {
    var chosen: [Int] = []
    chosen.reserveCapacity(size)
    for unit in 0..<units where Int.random(in: 0..<(units - unit), using: &generator) < size - chosen.count {
      chosen.append(unit)
    }
    return chosen
  }

  private static func ways(_ units: Int, _ size: Int) -> Int? {
    guard (0...max(units, 0)).contains(size) else { return 0 }
    var ways = 1
    for step in 0..<min(size, units - size) {
      let (product, isTooLarge) = ways.multipliedReportingOverflow(by: units - step)
      guard !isTooLarge else { return nil }
      ways = product / (step + 1)
    }
    return ways
  }
}

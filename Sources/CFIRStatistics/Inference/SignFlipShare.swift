/// Of all ways to turn the signs of paired changes, how many give a mean change at least as large either way.
///
/// If nothing had changed but by chance, each unit's change could as well have gone the other way. Units without a change are the
/// same either way and take no part. Source: Fisher, The Design of Experiments, 1935, section 21.
public struct SignFlipShare: Hashable, Sendable {
  /// How many ways give an absolute sum at least as large, the observed one included.
  public let atLeast: Natural
  /// How many ways there are: two to the number of units that changed.
  public let total: Natural

  /// `atLeast` as a share of `total`, 0 … 1.
  public var share: Double { atLeast.share(of: total) }

  /// Counts all ways exactly; `nil` without units.
  ///
  /// The changes are whole numbers, so ways are counted by their sum.
  ///
  /// - Parameter changes: The change of each unit.
  public init?(_ changes: [Int]) {
    guard !changes.isEmpty else { return nil }
    let sizes = changes.map { Int($0.magnitude) }.filter { $0 > 0 }
    // The sum of those that stay positive; the rest are turned.
    var ways = [Natural(1)]
    for size in sizes {
      var next = ways + [Natural](repeating: Natural(0), count: size)
      for sum in ways.indices { next[sum + size] += ways[sum] }
      ways = next
    }
    let whole = sizes.reduce(0, +)
    let observed = abs(changes.reduce(0, +))
    var atLeast = Natural(0)
    var total = Natural(0)
    for (sum, count) in ways.enumerated() {
      total += count
      if abs(2 * sum - whole) >= observed { atLeast += count }
    }
    self.atLeast = atLeast
    self.total = total
  }
}

/// The exact sign test: how often fair coins fall at least as unevenly, either way.
///
/// Source: Arbuthnott, Philosophical Transactions 1710;27:186–190; two-sided as twice the smaller tail, at most 1.
///
/// - Parameters:
///   - risen: How many units rose.
///   - fallen: How many fell; those that stayed take no part.
/// - Returns: 0 … 1; 1 where none changed.
public func signTest(risen: Int, fallen: Int) -> Double {
  let count = risen + fallen
  guard count > 0 else { return 1 }
  // Row `count` of Pascal's triangle, each entry divided on the way so that it never overflows.
  var chances = [1.0]
  for _ in 0..<count {
    chances = zip([0] + chances, chances + [0]).map { ($0 + $1) / 2 }
  }
  return min(1, 2 * chances[...min(risen, fallen)].reduce(0, +))
}

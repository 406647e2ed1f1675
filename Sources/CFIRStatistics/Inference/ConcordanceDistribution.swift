/// How often each concordance of two columns comes about when one of them is shuffled: Kendall's S under chance, ties and all.
///
/// Values are taken from the lowest up; what matters of those already dealt out is only how many fell to each group, so equal
/// situations are counted together: an enumeration of all arrangements without walking through them.
struct ConcordanceDistribution {
  /// The most steps that a count may take, and the most situations that it may tell apart.
  static let mostSteps = 10_000_000
  private static let mostStates = 1_000_000

  /// How many arrangements have twice the concordances plus the ties of each number, from 0 up.
  let ways: [UInt64]
  /// How many arrangements there are.
  let total: UInt64
  /// The pairs that lie in different groups.
  let pairs: Int

  /// `nil` where the arrangements fit no machine word or the count would take more than `mostSteps`.
  ///
  /// - Parameters:
  ///   - values: How many units are tied at each value, the lowest value first; none is zero.
  ///   - groups: How many units each group has, in its order; the same sum.
  init?(values: [Int], groups: [Int]) {
    guard let total = Self.arrangements(of: groups) else { return nil }
    let count = groups.reduce(0, +)
    let pairs = (count * count - groups.reduce(0) { $0 + $1 * $1 }) / 2
    let isUntied = values.allSatisfy { $0 == 1 }
    guard
      var ways = isUntied
        ? Self.untied(groups, pairs: pairs) : Self.dealt(values, to: groups)
    else { return nil }
    while ways.count < 2 * pairs + 1 { ways.append(0) }
    self.ways = ways
    self.total = total
    self.pairs = pairs
  }

  /// Counted value by value.
  private static func dealt(_ values: [Int], to groups: [Int]) -> [UInt64]? {
    var states = 1
    for size in groups {
      let (product, isTooLarge) = states.multipliedReportingOverflow(by: size + 1)
      guard !isTooLarge, product <= Self.mostStates else { return nil }
      states = product
    }
    var dealing = Dealing(groups: groups, states: states)
    for size in values {
      guard dealing.deal(size) else { return nil }
    }
    return dealing.last
  }

  /// Without ties the numbers of ways are the coefficients of a Gaussian multinomial, [N]!/Π[n]! with [n]! = Π (1 − qⁱ)/(1 − q).
  ///
  /// Source: Jonckheere, Biometrika 1954;41:133–145, section 3. Products on the way may outgrow a machine word; sums and differences
  /// that wrap around still end at the right number, since that fits.
  private static func untied(_ groups: [Int], pairs: Int) -> [UInt64] {
    var ways = [UInt64](repeating: 0, count: pairs + 1)
    ways[0] = 1
    var before = 0
    for size in groups {
      for member in 1...size {
        for place in stride(from: pairs, through: before + member, by: -1) {
          ways[place] &-= ways[place - before - member]
        }
        for place in stride(from: member, through: pairs, by: 1) { ways[place] &+= ways[place - member] }
      }
      before += size
    }
    var doubled = [UInt64](repeating: 0, count: 2 * pairs + 1)
    for (place, count) in ways.enumerated() { doubled[2 * place] = count }
    return doubled
  }

  /// The share of arrangements whose S = concordant − discordant pairs the test holds for.
  func share(where holds: (Int) -> Bool) -> Double {
    var sum: UInt64 = 0
    for (doubled, count) in ways.enumerated() where holds(doubled - pairs) { sum += count }
    return Double(sum) / Double(total)
  }

  private static func arrangements(of groups: [Int]) -> UInt64? {
    var total: UInt64 = 1
    var placed = 0
    for size in groups {
      for member in 0..<size {
        // Every partial product is a number of ways itself, so that the division leaves nothing.
        placed += 1
        let (product, isTooLarge) = total.multipliedReportingOverflow(by: UInt64(placed))
        guard !isTooLarge else { return nil }
        total = product / UInt64(member + 1)
      }
    }
    return total
  }
}

/// Ties of one value after the other dealt out to the groups.
private struct Dealing {
  private let groups: [Int]
  private let strides: [Int]
  private var layer: [[UInt64]]
  private var next: [[UInt64]]
  private var steps = 0
  /// The way to deal that is being tried: to which situation it leads, how far it moves the count, how many ways there are.
  private var move = (state: 0, shift: 0, dealt: 0)

  init(groups: [Int], states: Int) {
    self.groups = groups
    var strides: [Int] = []
    var stride = 1
    for size in groups {
      strides.append(stride)
      stride *= size + 1
    }
    self.strides = strides
    layer = [[UInt64]](repeating: [], count: states)
    next = layer
    layer[0] = [1]
  }

  /// The counts where all are dealt out.
  var last: [UInt64] { layer.last ?? [] }

  /// Deals out one value's ties; false where that takes too many steps.
  mutating func deal(_ size: Int) -> Bool {
    for state in layer.indices where !layer[state].isEmpty {
      move = (state, 0, 0)
      guard deal(size, from: state, to: 0, below: 0, ways: 1) else { return false }
    }
    swap(&layer, &next)
    for state in next.indices where !next[state].isEmpty { next[state] = [] }
    return true
  }

  private mutating func deal(
    _ left: Int, from state: Int, to group: Int, below: Int, ways: UInt64
  ) -> Bool {
    if group == groups.count { return left == 0 ? add(from: state, ways: ways) : true }
    let here = state / strides[group] % (groups[group] + 1)
    let before = move
    var chosen: UInt64 = 1
    for count in 0...min(left, groups[group] - here) {
      // `chosen` of the ties that are left fall to this group.
      if count > 0 { chosen = chosen * UInt64(left - count + 1) / UInt64(count) }
      move.state = before.state + count * strides[group]
      move.shift = before.shift + count * (2 * below + before.dealt)
      move.dealt = before.dealt + count
      guard
        deal(left - count, from: state, to: group + 1, below: below + here, ways: ways &* chosen)
      else { return false }
    }
    move = before
    return true
  }

  private mutating func add(from state: Int, ways: UInt64) -> Bool {
    let (target, shift) = (move.state, move.shift)
    let count = layer[state].count
    steps += count
    guard steps <= ConcordanceDistribution.mostSteps else { return false }
    if next[target].count < count + shift {
      next[target] += [UInt64](repeating: 0, count: count + shift - next[target].count)
    }
    for place in 0..<count { next[target][place + shift] += ways &* layer[state][place] }
    return true
  }
}

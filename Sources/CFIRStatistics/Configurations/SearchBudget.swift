/// A number of covers that may be too large to know.
public struct CoverCount: Hashable, Sendable {
  /// The number, or as many as there are at least.
  public internal(set) var value: UInt64
  /// Whether the number is exact.
  public internal(set) var isExact: Bool

  init(_ value: UInt64, isExact: Bool = true) {
    self.value = value
    self.isExact = isExact
  }

  /// Adds a product of some numbers, as of two.
  mutating func add(product: [Int]) {
    var product = product
    let last = product.popLast() ?? 1
    let (rest, isTooLarge) = product.reduce((1, false)) { part, factor in
      let (next, overflow) = part.0.multipliedReportingOverflow(by: factor)
      return (next, part.1 || overflow)
    }
    add(isTooLarge ? .max : rest, times: last)
  }

  /// Adds a product of two numbers; beyond a machine word the sum stays at the largest and is no longer exact.
  mutating func add(_ first: Int, times second: Int) {
    let (product, isTooLarge) = UInt64(first).multipliedReportingOverflow(by: UInt64(second))
    let (sum, isAgain) = value.addingReportingOverflow(product)
    if isTooLarge || isAgain || first == .max { isExact = false }
    value = isTooLarge || isAgain ? .max : sum
  }
}

/// How long a search may go on: a number of steps, so that it ends at the same place on every machine, and somebody who may stop it.
public struct SearchBudget {
  /// How many steps are left; a step looks at one column of a chart, some nanoseconds.
  public private(set) var steps: Int
  /// How many steps more a count may take once as many covers are listed as were asked for.
  public let countingSteps: Int
  /// Whether the search was ended before its end.
  public private(set) var isSpent = false
  private let isStopped: () -> Bool
  private var sincePoll = 0

  /// A budget.
  ///
  /// - Parameters:
  ///   - steps: How many columns may be looked at.
  ///   - countingSteps: How many more once the listing is full.
  ///   - isStopped: Polled some hundred times a second; `true` ends the search.
  public init(
    steps: Int = 4_000_000_000, countingSteps: Int = 200_000_000, isStopped: @escaping () -> Bool = { false }
  ) {
    self.steps = steps
    self.countingSteps = countingSteps
    self.isStopped = isStopped
  }

  /// Takes steps; `false` where there are none left.
  mutating func take(_ count: Int) -> Bool {
    steps -= count
    sincePoll += count
    if steps < 0 { isSpent = true }
    if sincePoll > 1_000_000 {
      sincePoll = 0
      if isStopped() { isSpent = true }
    }
    return !isSpent
  }

  /// Leaves no more than so many steps.
  mutating func limit(to most: Int) { steps = min(steps, most) }
}

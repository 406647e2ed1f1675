/// How often each value was given: everything that a group's answers to one item can say, whatever their number.
public struct ValueCounts: Sendable, Hashable {
  /// Whole numbers 0 … 31 by place: answers to most scales.
  private var small = [Int](repeating: 0, count: 32)
  private var others: [Double: Int] = [:]
  /// How many values there are.
  public private(set) var count = 0

  /// None yet.
  public init() {}

  /// Those given.
  public init(_ values: some Sequence<Double>) {
    for value in values { add(value) }
  }

  /// Adds a value; NaN is no value.
  public mutating func add(_ value: Double) {
    guard !value.isNaN else { return }
    count += 1
    if value >= 0, value < 32, value == value.rounded(.down) {
      small[Int(value)] += 1
    } else {
      others[value, default: 0] += 1
    }
  }

  /// The values with their counts, the lowest first.
  public var ascending: [(value: Double, count: Int)] {
    let all =
      others.map { (value: $0.key, count: $0.value) }
      + small.enumerated().filter { $0.element > 0 }.map { (value: Double($0.offset), count: $0.element) }
    return all.sorted { $0.value < $1.value }
  }

  /// The mean; `nil` where there is no value.
  public var mean: Double? {
    guard count > 0 else { return nil }
    return ascending.reduce(0) { $0 + $1.value * Double($1.count) } / Double(count)
  }

  /// The variance with divisor *n* − 1; `nil` for fewer than two values.
  public var variance: Double? {
    guard count > 1, let mean else { return nil }
    return squares(about: mean) / Double(count - 1)
  }

  /// The standard deviation with divisor *n* − 1; `nil` for fewer than two values.
  public var standardDeviation: Double? { variance?.squareRoot() }

  /// The middle value, or the mean of the two in the middle; `nil` where there is no value.
  public var median: Double? {
    guard count > 0 else { return nil }
    let ascending = ascending
    func value(at rank: Int) -> Double {
      var passed = 0
      for entry in ascending {
        passed += entry.count
        if rank < passed { return entry.value }
      }
      return .nan
    }
    return (value(at: (count - 1) / 2) + value(at: count / 2)) / 2
  }

  /// AD(M), the mean absolute deviation from the mean, in units of the answers; `nil` for fewer than two values.
  ///
  /// Source: Burke, Finkelstein & Dusig, Organizational Research Methods 1999;2:49–68.
  public var averageDeviation: Double? {
    guard count > 1, let mean else { return nil }
    return ascending.reduce(0) { $0 + abs($1.value - mean) * Double($1.count) } / Double(count)
  }

  /// The sum of squared distances from a point.
  func squares(about point: Double) -> Double {
    ascending.reduce(0) { $0 + ($1.value - point) * ($1.value - point) * Double($1.count) }
  }
}

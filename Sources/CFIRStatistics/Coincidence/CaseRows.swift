/// What a condition says of an outcome.
enum Sufficiency {
  /// No case has the condition, or too few to matter; with more conjuncts there are no more.
  case absent
  /// Cases have it, but too many of them lack the outcome.
  case insufficient
  /// It is consistent: the sums of the smaller membership and of membership in the condition.
  case sufficient(both: Double, condition: Double)
}

/// One row of memory for each condition, by which conditions are joined and judged fast for one outcome.
///
/// Rows of crisp and multi-value factors are bits over cases, those of fuzzy ones memberships.
protocol CaseRows: Sendable {
  /// How much memory a row takes.
  var rowBytes: Int { get }
  /// The sum of memberships in the outcome.
  var outcomeSum: Double { get }
  /// Whether whatever has a sufficient part is sufficient itself.
  var isMonotone: Bool { get }

  /// Writes the row of a factor value.
  func write(_ value: FactorValue, to row: UnsafeMutableRawPointer)
  /// Writes the row of two conditions together.
  func join(_ first: UnsafeRawPointer, _ second: UnsafeRawPointer, into row: UnsafeMutableRawPointer)
  /// Judges a condition.
  func judge(_ row: UnsafeRawPointer) -> Sufficiency
  /// Judges two conditions together.
  func judge(_ first: UnsafeRawPointer, _ second: UnsafeRawPointer) -> Sufficiency
}

/// Rows of bits: first the cases that have the outcome, from the next word on those that lack it.
struct BitRows: CaseRows {
  let table: FactorTable
  let positiveWords: Int
  let words: Int
  let outcomeSum: Double
  let isMonotone: Bool
  private let consistency: Double
  private let leastBoth: Double
  /// The bit of each case.
  private let places: [Int]

  /// - Parameters:
  ///   - table: The cases.
  ///   - outcome: What is to come about.
  ///   - consistency: The least consistency.
  ///   - leastCoverage: The coverage below which a condition is left out, with all that contain it.
  init(_ table: FactorTable, outcome: FactorValue, consistency: Double, leastCoverage: Double = 0) {
    let present = table.presence(outcome)
    let positives = present.count { $0 }
    positiveWords = (positives + 63) / 64
    words = positiveWords + (present.count - positives + 63) / 64
    var next = (positive: 0, negative: positiveWords * 64)
    places = present.map { isPresent in
      defer { if isPresent { next.positive += 1 } else { next.negative += 1 } }
      return isPresent ? next.positive : next.negative
    }
    self.table = table
    self.consistency = consistency
    leastBoth = (leastCoverage - Thresholds.tolerance) * Double(positives)
    outcomeSum = Double(positives)
    isMonotone = consistency >= 1
  }

  var rowBytes: Int { words * 8 }

  func write(_ value: FactorValue, to row: UnsafeMutableRawPointer) {
    let bits = row.assumingMemoryBound(to: UInt64.self)
    for word in 0..<words { bits[word] = 0 }
    for (index, isPresent) in table.presence(value).enumerated() where isPresent {
      bits[places[index] >> 6] |= 1 << UInt64(places[index] & 63)
    }
  }

  @inline(__always)
  func join(_ first: UnsafeRawPointer, _ second: UnsafeRawPointer, into row: UnsafeMutableRawPointer) {
    let (a, b) = (first.assumingMemoryBound(to: UInt64.self), second.assumingMemoryBound(to: UInt64.self))
    let result = row.assumingMemoryBound(to: UInt64.self)
    for word in 0..<words { result[word] = a[word] & b[word] }
  }

  @inline(__always)
  func judge(_ row: UnsafeRawPointer) -> Sufficiency { judge(row, row) }

  @inline(__always)
  func judge(_ first: UnsafeRawPointer, _ second: UnsafeRawPointer) -> Sufficiency {
    let (a, b) = (first.assumingMemoryBound(to: UInt64.self), second.assumingMemoryBound(to: UInt64.self))
    var positives = 0
    for word in 0..<positiveWords { positives += (a[word] & b[word]).nonzeroBitCount }
    var negatives = 0
    for word in positiveWords..<words { negatives += (a[word] & b[word]).nonzeroBitCount }
    if positives + negatives == 0 || Double(positives) < leastBoth { return .absent }
    let condition = Double(positives + negatives)
    return Thresholds.meets(Double(positives), of: condition, consistency)
      ? .sufficient(both: Double(positives), condition: condition) : .insufficient
  }
}

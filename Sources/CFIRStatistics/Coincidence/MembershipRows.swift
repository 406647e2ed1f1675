/// Rows of memberships, each with the bits of the cases that have the condition at 0.5 or more.
///
/// A fuzzy condition is looked at only where some case has it, as in crisp data. Source: Baumgartner & Ambühl, Political
/// Science Research and Methods 2020;8:526–542.
struct MembershipRows: CaseRows {
  let table: FactorTable
  let outcomeSum: Double
  let isMonotone = false
  private let consistency: Double
  private let leastBoth: Double
  private let words: Int
  /// Memberships come in fours; what is over is 0.
  private let fours: Int
  private let outcome: [SIMD4<Double>]

  /// - Parameters:
  ///   - table: The cases.
  ///   - outcome: What is to come about.
  ///   - consistency: The least consistency.
  ///   - leastCoverage: The coverage below which a condition is left out, with all that contain it.
  init(_ table: FactorTable, outcome: FactorValue, consistency: Double, leastCoverage: Double = 0) {
    let memberships = table.membership(outcome)
    self.table = table
    self.consistency = consistency
    outcomeSum = memberships.reduce(0, +)
    leastBoth = (leastCoverage - Thresholds.tolerance) * outcomeSum
    fours = (memberships.count + 3) / 4
    // An even number of words keeps what follows aligned with fours of memberships.
    words = (memberships.count + 255) / 256 * 4
    var outcome = [SIMD4<Double>](repeating: .zero, count: fours)
    for (index, membership) in memberships.enumerated() { outcome[index / 4][index % 4] = membership }
    self.outcome = outcome
  }

  var rowBytes: Int { words * 8 + fours * 32 }

  func write(_ value: FactorValue, to row: UnsafeMutableRawPointer) {
    let (bits, memberships) = parts(row)
    for word in 0..<words { bits[word] = 0 }
    for (index, isPresent) in table.presence(value).enumerated() where isPresent {
      bits[index >> 6] |= 1 << UInt64(index & 63)
    }
    for four in 0..<fours { memberships[four] = .zero }
    for (index, membership) in table.membership(value).enumerated() {
      memberships[index / 4][index % 4] = membership
    }
  }

  @inline(__always)
  func join(_ first: UnsafeRawPointer, _ second: UnsafeRawPointer, into row: UnsafeMutableRawPointer) {
    let ((firstBits, a), (secondBits, b), (bits, result)) = (parts(first), parts(second), parts(row))
    for word in 0..<words { bits[word] = firstBits[word] & secondBits[word] }
    for four in 0..<fours { result[four] = a[four].smaller(b[four]) }
  }

  @inline(__always)
  func judge(_ row: UnsafeRawPointer) -> Sufficiency { judge(row, row) }

  @inline(__always)
  func judge(_ first: UnsafeRawPointer, _ second: UnsafeRawPointer) -> Sufficiency {
    let ((firstBits, a), (secondBits, b)) = (parts(first), parts(second))
    var present: UInt64 = 0
    for word in 0..<words { present |= firstBits[word] & secondBits[word] }
    if present == 0 { return .absent }
    return outcome.withUnsafeBufferPointer { outcome in
      // Four sums run side by side and are added at the end: the order is the same in every run.
      var both = SIMD4<Double>.zero
      var condition = SIMD4<Double>.zero
      for four in 0..<fours {
        let member = a[four].smaller(b[four])
        condition += member
        both += member.smaller(outcome[four])
      }
      if both.sum() < leastBoth { return .absent }
      return Thresholds.meets(both.sum(), of: condition.sum(), consistency)
        ? .sufficient(both: both.sum(), condition: condition.sum()) : .insufficient
    }
  }

  @inline(__always)
  private func parts(_ row: UnsafeRawPointer) -> (UnsafePointer<UInt64>, UnsafePointer<SIMD4<Double>>) {
    (
      row.assumingMemoryBound(to: UInt64.self),
      (row + words * 8).assumingMemoryBound(to: SIMD4<Double>.self)
    )
  }

  @inline(__always)
  private func parts(
    _ row: UnsafeMutableRawPointer
  ) -> (UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<SIMD4<Double>>) {
    (
      row.assumingMemoryBound(to: UInt64.self),
      (row + words * 8).assumingMemoryBound(to: SIMD4<Double>.self)
    )
  }
}

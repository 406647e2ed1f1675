/// A whole number of any size, for counting: how many ways there are to split some hundred sites fits no machine word.
public struct Natural: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Little-endian; no leading zero.
  private var limbs: [UInt64]

  /// A number that fits a machine word.
  public init(_ value: UInt64) { limbs = value == 0 ? [] : [value] }

  /// The sum.
  public static func += (sum: inout Natural, other: Natural) {
    var carry: UInt64 = 0
    for index in 0..<max(sum.limbs.count, other.limbs.count) {
      if index == sum.limbs.count { sum.limbs.append(0) }
      let addend = index < other.limbs.count ? other.limbs[index] : 0
      let (partial, first) = sum.limbs[index].addingReportingOverflow(addend)
      let (total, second) = partial.addingReportingOverflow(carry)
      sum.limbs[index] = total
      carry = first || second ? 1 : 0
    }
    if carry > 0 { sum.limbs.append(carry) }
  }

  /// By size.
  public static func < (first: Natural, second: Natural) -> Bool {
    if first.limbs.count != second.limbs.count { return first.limbs.count < second.limbs.count }
    return first.limbs.reversed().lexicographicallyPrecedes(second.limbs.reversed())
  }

  /// This number as a share of another, to about 15 digits whatever their size.
  public func share(of whole: Natural) -> Double {
    let scale = max(0, limbs.count - 4)
    let wholeScale = max(0, whole.limbs.count - 4)
    let quotient = approximated(from: scale) / whole.approximated(from: wholeScale)
    return Double(sign: .plus, exponent: 64 * (scale - wholeScale), significand: quotient)
  }

  private func approximated(from scale: Int) -> Double {
    limbs.dropFirst(scale).reversed().reduce(0.0) { $0 * 0x1p64 + Double($1) }
  }

  /// In decimal digits.
  public var description: String {
    var rest = limbs
    var groups: [UInt64] = []
    while !rest.isEmpty {
      var remainder: UInt64 = 0
      for index in rest.indices.reversed() {
        (rest[index], remainder) = (1_000_000_000 as UInt64).dividingFullWidth((remainder, rest[index]))
      }
      groups.append(remainder)
      while rest.last == 0 { rest.removeLast() }
    }
    guard let first = groups.popLast() else { return "0" }
    return groups.reversed().reduce(into: String(first)) { text, group in
      let digits = String(group)
      text += String(repeating: "0", count: 9 - digits.count) + digits
    }
  }
}

/// A set of small whole numbers.
struct BitSet: Hashable {
  private(set) var words: [UInt64]

  /// Nothing, with room for so many numbers.
  init(size: Int) { words = [UInt64](repeating: 0, count: (size + 63) / 64) }

  mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }

  func contains(_ number: Int) -> Bool { words[number >> 6] >> UInt64(number & 63) & 1 == 1 }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  func isSubset(of other: BitSet) -> Bool {
    for place in words.indices where words[place] & ~other.words[place] != 0 { return false }
    return true
  }

  mutating func formUnion(_ other: BitSet) {
    for place in words.indices { words[place] |= other.words[place] }
  }

  func intersection(_ other: BitSet) -> BitSet {
    var common = self
    for place in words.indices { common.words[place] &= other.words[place] }
    return common
  }

  func subtracting(_ other: BitSet) -> BitSet {
    var rest = self
    for place in words.indices { rest.words[place] &= ~other.words[place] }
    return rest
  }

  /// The numbers in rising order.
  var members: [Int] {
    var members: [Int] = []
    for (place, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        members.append(place << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return members
  }
}

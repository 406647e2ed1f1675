/// Sets of sets of conditions: one bit for each of the 2^k subsets of k conditions, 64 to a word.
///
/// A subset is a number whose bit d says whether condition d belongs to it. All subsets are looked at at once, word by word, so
/// that 15 conditions take 512 words where they would take 32,768 steps.
struct ConditionSets {
  private let size: Int
  private var words: [UInt64]
  private static let withoutCondition: [UInt64] = [
    0x5555_5555_5555_5555, 0x3333_3333_3333_3333, 0x0F0F_0F0F_0F0F_0F0F, 0x00FF_00FF_00FF_00FF,
    0x0000_FFFF_0000_FFFF, 0x0000_0000_FFFF_FFFF,
  ]

  /// No subset of so many conditions.
  init(conditions size: Int) {
    self.size = size
    words = [UInt64](repeating: 0, count: size > 6 ? 1 << (size - 6) : 1)
  }

  /// Takes a subset in.
  mutating func insert(_ subset: Int) { words[subset >> 6] |= 1 << UInt64(subset & 63) }

  /// Takes in all subsets of those that are in.
  mutating func closeDownwards() {
    for condition in 0..<size {
      if condition < 6 {
        for place in words.indices {
          words[place] |= (words[place] >> (1 << UInt64(condition))) & Self.withoutCondition[condition]
        }
      } else {
        let bit = 1 << (condition - 6)
        for place in words.indices where place & bit == 0 { words[place] |= words[place | bit] }
      }
    }
  }

  /// The smallest subsets that are not in, provided that all subsets of those in are in.
  func smallestAbsent() -> [Int] {
    var aboveAbsent = [UInt64](repeating: 0, count: words.count)
    for condition in 0..<size {
      if condition < 6 {
        for place in words.indices {
          aboveAbsent[place] |= (~words[place] & Self.withoutCondition[condition]) << (1 << UInt64(condition))
        }
      } else {
        let bit = 1 << (condition - 6)
        for place in words.indices where place & bit != 0 { aboveAbsent[place] |= ~words[place ^ bit] }
      }
    }
    let all: UInt64 = size < 6 ? (1 << (1 << UInt64(size))) - 1 : .max
    var smallest: [Int] = []
    for place in words.indices {
      var rest = ~words[place] & ~aboveAbsent[place] & all
      while rest != 0 {
        smallest.append(place << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return smallest
  }
}

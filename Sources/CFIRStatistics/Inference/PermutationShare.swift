/// Of all ways to split the same sites into two groups of these sizes, how many set their means at least as far apart.
public struct PermutationShare: Hashable, Sendable {
  /// How many splits give an absolute difference at least as large, the observed one included.
  public let atLeast: Natural
  /// How many splits there are.
  public let total: Natural

  /// `atLeast` as a share of `total`, 0 … 1.
  public var share: Double { atLeast.share(of: total) }

  /// Counts all splits exactly; `nil` where a group is empty.
  ///
  /// The scores are whole numbers, so splits are counted by the sum that falls to the first group: time grows with the
  /// number of sites squared times the range of sums, not with the number of splits.
  ///
  /// - Parameters:
  ///   - first: The scores of one group.
  ///   - second: The scores of the other.
  public init?(_ first: [Int], _ second: [Int]) {
    guard !first.isEmpty, !second.isEmpty else { return nil }
    let all = first + second
    // Shifted so that no score is negative: means move together, their difference does not change.
    let lowest = all.min() ?? 0
    let scores = all.map { $0 - lowest }
    let size = first.count
    let whole = scores.reduce(0, +)
    var ways = [[Natural]](repeating: [], count: size + 1)
    ways[0] = [Natural(1)]
    for score in scores {
      for chosen in stride(from: size, through: 1, by: -1) where !ways[chosen - 1].isEmpty {
        let needed = ways[chosen - 1].count + score
        while ways[chosen].count < needed { ways[chosen].append(Natural(0)) }
        for sum in ways[chosen - 1].indices { ways[chosen][sum + score] += ways[chosen - 1][sum] }
      }
    }
    let other = all.count - size
    // |sum/size − (whole − sum)/other| times size × other, in whole numbers.
    func distance(_ sum: Int) -> Int { abs(sum * other - (whole - sum) * size) }
    let observed = distance(first.reduce(0) { $0 + $1 - lowest })
    var atLeast = Natural(0)
    var total = Natural(0)
    for (sum, count) in ways[size].enumerated() {
      total += count
      if distance(sum) >= observed { atLeast += count }
    }
    self.atLeast = atLeast
    self.total = total
  }
}

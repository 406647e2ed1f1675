import CFIRKit
import CFIRStatistics
import Testing

struct TableReferenceTests {
  @Test func `counts the labels of every split`() throws {
    // {2, 2 | −1, −2} is strong as it is and mirrored; with one of each in both groups it is nothing. {1, 1 | 1, 1} is never labelled.
    let comparison = try table(["+2,+2,-1,-2", "+1,+1,+1,+1"]).compared(
      by: .init(high: ["A", "B"], low: ["C", "D"]))
    let reference = try #require(comparison.reference)
    #expect(reference.splits.isExact && reference.splits.considered == 6)
    #expect(reference.strong.observed == 1)
    #expect(reference.strong.distribution.map(\.labelled) == [0, 1])
    #expect(reference.strong.distribution.map(\.splits) == [4, 2])
    #expect(reference.strong.atLeast == 2 && reference.strong.total == 6)
    #expect(reference.strong.mean == 2.0 / 6)
    #expect(reference.leastSplits == 2)
  }

  /// Every split compared as a study of its own.
  @Test(arguments: DistinguishingRule.allCases, 1...6 as ClosedRange<UInt64>)
  func `agrees with comparing every split on its own`(rule: DistinguishingRule, seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let tokens = ["-2", "-1", "0", "+1", "+2", "missing", "+1*"]
    let rows = (0..<4).map { _ in
      (0..<6).map { _ in tokens.randomElement(using: &generator) ?? "" }.joined(separator: ",")
    }
    let matrix = try table(rows)
    let size = Int.random(in: 2...4, using: &generator)
    let ids = (0..<6).map(organization)
    var strong: [Int: Int] = [:]
    var labelled: [Int: Int] = [:]
    for members in 0..<(1 << 6) where members.nonzeroBitCount == size {
      let high = ids.indices.filter { members >> $0 & 1 == 1 }.map { ids[$0] }
      let found = matrix.compared(
        by: .init(high: high, low: ids.filter { !high.contains($0) }), rule: rule)
      strong[found.count(.strong), default: 0] += 1
      labelled[found.count(.strong) + found.count(.weak), default: 0] += 1
    }
    let comparison = matrix.compared(
      by: .init(high: Array(ids[..<size]), low: Array(ids[size...])), rule: rule)
    let reference = try #require(comparison.reference)
    #expect(reference.strong.observed == comparison.count(.strong))
    #expect(reference.strongOrWeak.observed == comparison.count(.strong) + comparison.count(.weak))
    func counts(_ labels: TableReference.Labels) -> [Int: Int] {
      Dictionary(uniqueKeysWithValues: labels.distribution.map { ($0.labelled, $0.splits) })
    }
    #expect(counts(reference.strong) == strong)
    #expect(counts(reference.strongOrWeak) == labelled)
  }

  @Test func `draws a sample where there are too many splits, and says how sure it is`() throws {
    // 12 against 12 has 2,704,156 splits. One +1 among zeros moves no mean by a point.
    let row = (["+1"] + [String](repeating: "0", count: 23)).joined(separator: ",")
    let ids = (0..<24).map(organization)
    let comparison = try table([row]).compared(
      by: .init(high: Array(ids[..<12]), low: Array(ids[12...])), rule: .meanDifference)
    let reference = try #require(comparison.reference)
    #expect(!reference.splits.isExact && reference.splits.ways == 2_704_156)
    #expect(reference.strong.total == 20_000 && reference.strong.share == 1)
    #expect(reference.strong.standardError == 0)
    let words = ComparisonWords(comparison, naming: \.rawValue)
    #expect(words.wholeTable.hasSuffix("Without a label there is nothing to hold against chance."))
  }
}

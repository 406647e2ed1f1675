import CFIRInterchange
import CFIRKit
import CFIRStatistics
import Foundation
import Testing

/// The published tables against chance, as worked out by walking through every split and every order in Python 3 (itertools).
struct PublishedSensitivityTests {
  private func comparison(_ name: String) throws -> Comparison {
    let folder = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let reading = StudyReader.read(
      folder.appending(path: "SampleData/published/\(name)").path, options: StudyOptions())
    return try #require(reading.study?.comparison())
  }

  /// One table and what other splits would label, as `[labelled: splits]`.
  struct Example: Sendable {
    var name: String
    var strong: [Int: Int]
    var labelled: [Int: Int]
    var means: (strong: Double, labelled: Double)
    var atLeast: (strong: Int, labelled: Int)
  }

  @Test(arguments: [
    Example(
      name: "damschroder-lowery-2013", strong: [0: 2, 2: 2, 7: 2], labelled: [2: 2, 3: 2, 11: 2],
      means: (3, 16.0 / 3), atLeast: (2, 2)),
    Example(
      name: "hudson-2020", strong: [0: 8, 1: 1, 5: 1], labelled: [0: 2, 1: 4, 2: 2, 4: 1, 6: 1],
      means: (0.6, 1.8), atLeast: (1, 1)),
  ])
  func `other splits label as many constructs as they should`(example: Example) throws {
    let reference = try #require(try comparison(example.name).reference)
    func counts(_ labels: TableReference.Labels) -> [Int: Int] {
      Dictionary(uniqueKeysWithValues: labels.distribution.map { ($0.labelled, $0.splits) })
    }
    #expect(counts(reference.strong) == example.strong)
    #expect(counts(reference.strongOrWeak) == example.labelled)
    #expect(abs(reference.strong.mean - example.means.strong) < 1e-12)
    #expect(abs(reference.strongOrWeak.mean - example.means.labelled) < 1e-12)
    #expect(reference.strong.atLeast == example.atLeast.strong)
    #expect(reference.strongOrWeak.atLeast == example.atLeast.labelled)
  }

  /// The shares of all rows that have one, smallest first.
  @Test(arguments: [
    (
      "damschroder-lowery-2013",
      "1/15 1/15 2/15 2/15 2/15 1/5 1/4 4/15 4/15 1/3 2/5 2/5 7/15 3/5 3/5 2/3 3/4 4/5 4/5 1/1 1/1 1/1 1/1"
    ),
    ("hudson-2020", "1/10 1/10 1/10 1/5 1/5 1/5 3/10 2/5 2/5 7/10 1/1 1/1 1/1 1/1 1/1 1/1 1/1"),
  ])
  func `association with the outcome has the p of every order tried`(name: String, shares: String) throws {
    let rows = try comparison(name).rows
    let found = rows.compactMap { $0.association?.p }.sorted()
    let expected = shares.split(separator: " ").map { share in
      let parts = share.split(separator: "/").compactMap { Double($0) }
      return parts[0] / parts[1]
    }
    #expect(found.count == expected.count)
    for (value, other) in zip(found, expected) { #expect(abs(value - other) < 1e-12) }
    #expect(rows.allSatisfy { $0.association?.distribution != .normal })
    // Where the outcome is low, middle and high and nothing else, the trend asks the same.
    for row in rows { if let trend = row.trend { #expect(trend.p == row.association?.p) } }
  }
}

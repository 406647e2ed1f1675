import CFIRKit
import CFIRStatistics
import Testing

struct SensitivityTests {
  private let groups = OrganizationGroups(high: ["A", "B"], low: ["C", "D"])

  @Test func `leaves every pair of organizations out`() throws {
    // {2, 1 | −2, 0}: AD leaves {1 | −2}, BC {2 | 0}, BD {2 | −2}, AC {1 | 0}; AB and CD empty a group.
    let row = try #require(try matrix("+2,+1,-2,0").compared(by: groups).rows.first)
    #expect(row.verdict == .weak)
    let found = row.sensitivity.changingPairs.map {
      "\($0.organizations[0])\($0.organizations[1]) \($0.verdict)"
    }
    #expect(found == ["AB insufficient", "AD strong", "BC strong", "BD strong", "CD insufficient"])
    #expect(row.sensitivity.pairs == 6)
    #expect(row.sensitivity.changed == 3)
    #expect(row.sensitivity.emptied == 2)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `says without a pair what a comparison without it says`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let tokens = (0..<6).map { _ in
      ["-2", "-1", "0", "+1", "+2", "", "0 (mixed)"].randomElement(using: &generator) ?? ""
    }
    let matrix = try matrix(tokens.joined(separator: ","))
    let (high, low): ([Organization.ID], [Organization.ID]) = (["A", "B", "C"], ["D", "E", "F"])
    let row = try #require(matrix.compared(by: .init(high: high, low: low)).rows.first)
    for change in row.sensitivity.changingPairs {
      let left = OrganizationGroups(
        high: high.filter { !change.organizations.contains($0) },
        low: low.filter { !change.organizations.contains($0) })
      #expect(matrix.compared(by: left).rows.first?.verdict == change.verdict)
      #expect(change.verdict != row.verdict)
    }
    #expect(row.sensitivity.pairs == 15)
  }

  @Test func `sets every reading of mixed ratings side by side`() throws {
    let row = try #require(try matrix("+2,0 (mixed),-1,-1").compared(by: groups).rows.first)
    #expect(row.sensitivity.mixed == [.number: .weak, .unscored: .strong, .leaning: .strong])
    let leaning = try #require(try matrix("+2,+1*,0,0").compared(by: groups, mixed: .unscored).rows.first)
    #expect(leaning.verdict == .strong)
    #expect(leaning.sensitivity.mixed == [.number: .weak, .unscored: .strong, .leaning: .weak])
  }

  @Test func `cuts a numeric outcome at every value`() throws {
    let groups = OrganizationGroups(
      high: ["A"], middle: ["B", "C"], low: ["D"], outcomes: ["A": 40, "B": 30, "C": 30, "D": 5],
      labels: ["A": "40", "B": "30", "C": "30", "D": "5"])
    let comparison = try matrix("+2,+1,+1,-1").compared(by: groups)
    #expect(comparison.cuts.map(\.from) == ["40", "30"])
    #expect(comparison.cuts.map(\.high) == [["A"], ["A", "B", "C"]])
    #expect(comparison.cuts.map(\.low) == [["B", "C", "D"], ["D"]])
    // {2 | 1, 1, −1} is one apart, {2, 1, 1 | −1} two.
    #expect(comparison.rows.first?.sensitivity.cuts == [.weak, .strong])
    #expect(comparison.otherCuts == [0, 1])
    // With two groups and nothing else, the only cut is the one that was made.
    #expect(try matrix("+2,+1,-2,0").compared(by: self.groups).otherCuts.isEmpty)
  }

  @Test func `tests a trend where there is a middle, and corrects for many constructs`() throws {
    let groups = OrganizationGroups(high: ["C"], middle: ["B"], low: ["A"])
    let comparison = try table(["-1,0,+2", "+1,+1,+1", "+1,0,0"]).compared(by: groups)
    let rows = comparison.rows
    // Of 3! orders, the observed and its mirror image have all pairs alike.
    #expect(rows[0].trend?.statistic == 3 && rows[0].trend?.expected == 1.5)
    #expect(abs(try #require(rows[0].trend?.p) - 1.0 / 3) < 1e-12)
    #expect(rows[1].trend == nil && rows[1].trendQ == nil)
    // {1, 0, 0}: two of three orders have S = ∓2, and one has 0: p = 2/3 and, as the larger of two, q = 2/3.
    #expect(abs(try #require(rows[2].trend?.p) - 2.0 / 3) < 1e-12)
    #expect(abs(try #require(rows[0].trendQ) - 2.0 / 3) < 1e-12)
    #expect(abs(try #require(rows[2].trendQ) - 2.0 / 3) < 1e-12)
    #expect(try matrix("+2,+1,-2,0").compared(by: self.groups).rows.first?.trend == nil)
  }
}

/// A matrix of several rows over organizations A, B, C, …; each row as in `matrix`.
func table(_ rows: [String]) throws -> RatingMatrix {
  let ids: [Construct.ID] = ["culture", "compatibility", "funding", "planning", "adapting"]
  var ratings: [Rating] = []
  var sites = 0
  for (row, id) in zip(rows, ids) {
    let tokens = row.split(separator: ",", omittingEmptySubsequences: false)
    sites = max(sites, tokens.count)
    for (place, token) in tokens.enumerated() {
      guard let value = try RatingValue(token: String(token)) else { continue }
      ratings.append(
        Rating(
          organization: organization(place), construct: id, rater: Rating.consensus, value: value,
          origin: Origin(file: "small.csv")))
    }
  }
  return RatingMatrix(
    ratings, organizations: (0..<sites).map { Organization(id: organization($0)) },
    codebook: Codebook(.cfir2022), constructs: Array(ids.prefix(rows.count)))
}

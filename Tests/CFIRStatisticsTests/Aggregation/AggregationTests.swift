import CFIRStatistics
import Testing

/// Source of what is not worked by hand: R 4.2.2, multilevel 2.7, on the invented respondents.
struct AggregationTests {
  private func scores(of group: String) -> ValueCounts {
    ValueCounts(Respondents.complete.filter { $0.0 == group }.map { $0.1.reduce(0, +) / 4 })
  }

  private func items(of group: String) -> [ValueCounts] {
    (0..<4).map { item in ValueCounts(Respondents.complete.filter { $0.0 == group }.map { $0.1[item] }) }
  }

  @Test(
    arguments: [
      // `rwg.j(x, group, ranvar = 2)`, `rwg.j(x, group, ranvar = 1.34)`, `ad.m(x, group)`.
      ("A", 0.94189602446483, 0.90513281406032, 0.46875), ("B", 0.92307692307692, 0.87046632124352, 0.5),
      ("C", 0, 0, 1.1666666666667), ("D", 0.96551724137931, 0.94577006507592, 0.25),
      ("F", 0.94545454545455, 0.91145218417946, 0.375),
    ] as [(String, Double, Double, Double)])
  func `agreement on several items is multilevel's`(
    group: String, uniform: Double, skewed: Double, deviation: Double
  ) throws {
    let items = items(of: group)
    let variances = items.compactMap(\.variance)
    let null = try #require(NullDistribution.uniform.variance(answers: 5))
    let skewedNull = try #require(NullDistribution.slightlySkewed.variance(answers: 5))
    #expect(isClose(withinGroupAgreement(variances: variances, null: null), uniform))
    #expect(isClose(withinGroupAgreement(variances: variances, null: skewedNull), skewed))
    #expect(isClose(items.compactMap(\.averageDeviation).reduce(0, +) / 4, deviation))
  }

  @Test(
    arguments: [
      // `rwg(rowMeans(x), group, ranvar = 2)`, `ad.m(rowMeans(x), group)`, `tapply(rowMeans(x), group, sd)`.
      ("A", 0.90885416666667, 0.3125, 0.42695628191498), ("B", 0.95833333333333, 0.25, 0.28867513459481),
      ("C", 0.70833333333333, 0.55555555555556, 0.76376261582597), ("D", 1, 0, 0),
      ("F", 0.984375, 0.125, 0.17677669529664),
    ] as [(String, Double, Double, Double)])
  func `agreement on one score is multilevel's`(
    group: String, agreement: Double, deviation: Double, spread: Double
  ) throws {
    let scores = scores(of: group)
    #expect(isClose(withinGroupAgreement(variance: try #require(scores.variance), null: 2), agreement))
    #expect(isClose(scores.averageDeviation, deviation))
    #expect(isClose(scores.standardDeviation, spread))
  }

  // `aov(rowMeans(x) ~ group)` with `ICC1` and `ICC2`: six groups of 4, 4, 3, 2, 1 and 2.
  @Test func `intraclass correlations are multilevel's, groups of different size among them`() throws {
    let correlation = try #require(GroupCorrelation(["A", "B", "C", "D", "E", "F"].map(scores)))
    #expect(isClose(correlation.single, 0.75320177204994))
    #expect(isClose(correlation.average, 0.89057142857143))
    #expect(isClose(correlation.betweenSquare, 1.82291666666667))
    #expect(isClose(correlation.withinSquare, 0.19947916666667))
    #expect(correlation.betweenFreedom == 5)
    #expect(correlation.withinFreedom == 10)
    #expect(abs(try #require(correlation.f) - 9.13838) < 1e-5)
    #expect(abs(try #require(correlation.p) - 0.0017175) < 1e-7)
  }

  @Test func `says nothing of one group, of groups of one, and of answers that are all alike`() {
    #expect(GroupCorrelation([ValueCounts([1, 2])]) == nil)
    #expect(GroupCorrelation([ValueCounts([1]), ValueCounts([2]), ValueCounts()]) == nil)
    #expect(GroupCorrelation([ValueCounts([3, 3]), ValueCounts([3, 3])]) == nil)
    #expect(ValueCounts([4]).variance == nil)
    #expect(ValueCounts([4]).averageDeviation == nil)
    #expect(ValueCounts().median == nil)
    #expect(withinGroupAgreement(variances: [], null: 2) == nil)
  }

  @Test func `groups that are each of one mind agree wholly`() throws {
    let correlation = try #require(GroupCorrelation([ValueCounts([2, 2]), ValueCounts([4, 4])]))
    #expect(correlation.single == 1)
    #expect(correlation.average == 1)
    #expect(correlation.f == nil)
    #expect(correlation.p == nil)
  }

  @Test func `nulls are the published variances`() {
    // (5² − 1)/12; the shares .05, .15, .20, .35, .25 of 1 … 5 have the mean 3.6 and the mean square 14.3.
    #expect(NullDistribution.uniform.variance(answers: 5) == 2)
    #expect(NullDistribution.uniform.variance(answers: 7) == 4)
    #expect(isClose(NullDistribution.slightlySkewed.variance(answers: 5), 14.3 - 3.6 * 3.6))
    #expect(NullDistribution.slightlySkewed.variance(answers: 4) == nil)
    #expect(NullDistribution.uniform.variance(answers: 1) == nil)
  }

  @Test func `a group that varies more than chance has no agreement`() {
    #expect(withinGroupAgreement(variance: 3, null: 2) == 0)
    #expect(withinGroupAgreement(variances: [4, 4], null: 2) == 0)
  }

  @Test func `counts whole numbers, broken ones and negative ones alike`() {
    let counts = ValueCounts([3, 0.5, -1, 3, 40, .nan])
    #expect(counts.count == 5)
    #expect(counts.ascending.map(\.value) == [-1, 0.5, 3, 40])
    #expect(counts.ascending.map(\.count) == [1, 1, 2, 1])
    #expect(counts.mean == 9.1)
    #expect(counts.median == 3)
    #expect(ValueCounts([1, 2]).median == 1.5)
  }

  private func isClose(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 1e-10 } ?? false
  }
}

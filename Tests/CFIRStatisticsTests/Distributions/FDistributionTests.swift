import CFIRStatistics
import Testing

/// Source: R 4.2.2, `qf(share, numerator, denominator)` and `pf(value, numerator, denominator, lower = FALSE)`; where
/// R's `qf` keeps fewer digits (many degrees of freedom, or less than one), scipy 1.17.1, `scipy.stats.f.ppf`.
struct FDistributionTests {
  @Test(
    arguments: [
      (0.025, 29, 174, 0.5369655425274908), (0.975, 29, 174, 1.661538417028813), (0.5, 1, 1, 1),
      (0.975, 1, 3, 17.44344332072512), (0.025, 2, 5, 0.02544644012231756),
      (0.975, 999_999, 38_999_961, 1.0028091625782731), (0.025, 0.5, 40, 1.0746839359152658e-06),
      (0.999, 10, 2, 999.3999199599739),
    ] as [(Double, Double, Double, Double)])
  func `quantiles agree with R and scipy`(
    share: Double, numerator: Double, denominator: Double, value: Double
  ) throws {
    let distribution = try #require(FDistribution(numerator: numerator, denominator: denominator))
    let quantile = try #require(distribution.quantile(share))
    #expect(abs(quantile / value - 1) < 1e-11)
  }

  @Test(
    arguments: [
      (1.57278795, 11, 635, 0.102389042641477), (9.89756415, 11, 635, 1.038905781037378e-16),
      (0.2, 3, 10, 0.8940181114207209), (1, 1, 1, 0.5), (1.0005, 99_999, 3_899_961, 0.4554863314941875),
      (50, 5, 100, 1.055349458266587e-25), (4, 2, 3, 0.1424271730546618),
    ] as [(Double, Double, Double, Double)])
  func `upper tails agree with R, however small`(
    value: Double, numerator: Double, denominator: Double, share: Double
  ) throws {
    let distribution = try #require(FDistribution(numerator: numerator, denominator: denominator))
    #expect(abs(distribution.upperTail(value) / share - 1) < 1e-10)
    #expect(abs(distribution.lowerTail(value) + share - 1) < 1e-12)
  }

  @Test func `has degrees of freedom above nothing, and quantiles between its ends`() {
    #expect(FDistribution(numerator: 0, denominator: 3) == nil)
    #expect(FDistribution(numerator: 3, denominator: .infinity) == nil)
    let distribution = FDistribution(numerator: 3, denominator: 3)
    #expect(distribution?.quantile(0) == nil)
    #expect(distribution?.quantile(1) == nil)
    #expect(distribution?.upperTail(0) == 1)
    #expect(distribution?.upperTail(.infinity) == 0)
  }
}

import CFIRStatistics
import Testing

/// Source of all values: R 4.2.2, the function named in each test.
struct DistributionTests {
  private func isClose(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) <= 2e-13 * abs(expected) || abs(value / expected - 1) < 1e-12
  }

  @Test(arguments: [
    (11, 0.975, 2.20098516009164), (1, 0.6, 0.324919696232906), (2.5, 0.01, -5.35311117303089),
  ])
  func `Student's t has the quantiles of qt`(degrees: Double, share: Double, expected: Double) {
    #expect(isClose(StudentT(degrees: degrees).quantile(share), expected))
  }

  @Test(arguments: [
    (5, 2, 0.949030260585071), (30, -3, 0.00269498203282597), (1, 0.1, 0.531725517430554),
  ])
  func `Student's t has the shares of pt`(degrees: Double, t: Double, expected: Double) {
    #expect(isClose(StudentT(degrees: degrees).cumulative(t), expected))
  }

  @Test(arguments: [(19, 39.7460409208, 0.975, 2.08875732064575), (3, 8, 0.05, 0.113055177034152)])
  func `F has the quantiles of qf`(_ a: Double, _ b: Double, share: Double, expected: Double) {
    #expect(isClose(FDistribution(a, b).quantile(share), expected))
  }

  @Test(arguments: [(19, 38, 1.8267716535, 0.0562012735545024), (2, 7, 10, 0.00887298945717315)])
  func `F has the upper shares of pf`(_ a: Double, _ b: Double, f: Double, expected: Double) {
    #expect(isClose(FDistribution(a, b).upperTail(f), expected))
    #expect(isClose(FDistribution(a, b).cumulative(f), 1 - expected))
  }

  @Test(arguments: [(19, 0.95, 30.1435272056462), (4, 0.01, 0.297109480506532)])
  func `chi-squared has the quantiles of qchisq`(degrees: Double, share: Double, expected: Double) {
    #expect(isClose(ChiSquared(degrees: degrees).quantile(share), expected))
  }

  @Test(arguments: [
    (19, 30.7604419294, 0.0428834731269381), (1, 0.3, 0.583882420770365), (100, 200, 1.17845007209794e-08),
  ])
  func `chi-squared has the upper shares of pchisq`(degrees: Double, x: Double, expected: Double) {
    #expect(isClose(ChiSquared(degrees: degrees).upperTail(x), expected))
  }

  @Test(arguments: [
    (0.975, 1.95996398454005), (1e-10, -6.36134090240406), (0.3, -0.524400512708041),
  ])
  func `the normal distribution has the quantiles of qnorm`(share: Double, expected: Double) {
    #expect(isClose(NormalDistribution.quantile(share), expected))
  }

  @Test(arguments: [(-9, 1.12858840595384e-19), (1.5, 0.933192798731142)])
  func `the normal distribution has the shares of pnorm`(z: Double, expected: Double) {
    #expect(isClose(NormalDistribution.cumulative(z), expected))
  }

  @Test func `quantiles end where the distributions end`() {
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(0.5) == 0)
    #expect(StudentT(degrees: 3).quantile(0.5) == 0)
    #expect(FDistribution(2, 3).quantile(0) == 0)
    #expect(ChiSquared(degrees: 2).quantile(1) == .infinity)
  }
}

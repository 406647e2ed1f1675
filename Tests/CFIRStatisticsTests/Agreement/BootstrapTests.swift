import CFIRStatistics
import Testing

struct BootstrapTests {
  private static let everything =
    AgreementCoefficient.Name.allCases.map { AgreementCoefficient($0) } + [
      AgreementCoefficient(.krippendorffAlpha, .ordinal), AgreementCoefficient(.gwetAC, .quadratic),
      AgreementCoefficient(.congerKappa, .linear),
    ]

  @Test(arguments: BootstrapOptions.Method.allCases)
  func `the same seed gives the same bits on any number of threads`(method: BootstrapOptions.Method) {
    let table = PublishedTables.shroutFleiss
    func run(_ threads: Int) -> [Result<BootstrapEstimate, NotComputable>] {
      table.bootstrap(
        Self.everything, BootstrapOptions(replicates: 2100, seed: 7, method: method, threads: threads))
    }
    let alone = run(1)
    #expect(alone.contains { (try? $0.get()) != nil })
    for threads in [2, 3, 16] { #expect(run(threads) == alone) }
  }

  @Test func `a coefficient's interval does not depend on what else is asked for`() throws {
    let options = BootstrapOptions(replicates: 500, seed: 3)
    let table = PublishedTables.krippendorff
    let together = table.bootstrap(Self.everything, options)
    for (coefficient, result) in zip(Self.everything, together) {
      #expect(table.bootstrap([coefficient], options) == [result])
    }
  }

  @Test func `another seed gives other samples`() {
    let table = PublishedTables.krippendorff
    let coefficient = [AgreementCoefficient(.krippendorffAlpha, .ordinal)]
    #expect(
      table.bootstrap(coefficient, BootstrapOptions(replicates: 500, seed: 1))
        != table.bootstrap(coefficient, BootstrapOptions(replicates: 500, seed: 2)))
  }

  // Source: PyPI krippendorff 0.9.0 on 40,000 samples of the table's 12 units drawn by numpy 2 (default_rng(3)), quantiles of
  // definition 7; BCa by Efron's formula with scipy.stats.norm, replicates equal to the estimate counted half.
  @Test(
    arguments: [(.percentile, 0.4442, 1.0, 0.1489), (.bca, 0.3376, 0.9848, 0.1489)]
      as [(BootstrapOptions.Method, Double, Double, Double)])
  func `ordinal α has the interval that resampling by another program gives`(
    method: BootstrapOptions.Method, lower: Double, upper: Double, error: Double
  ) throws {
    let result = PublishedTables.krippendorff.bootstrap(
      [AgreementCoefficient(.krippendorffAlpha, .ordinal)],
      BootstrapOptions(replicates: 40_000, seed: 5, method: method))
    let estimate = try #require(result.first).get()
    // Sampling error of quantiles of 40,000 replicates.
    #expect(abs(estimate.interval.lower - lower) < 0.015)
    #expect(abs(estimate.interval.upper - upper) < 0.006)
    #expect(abs(estimate.standardError - error) < 0.004)
  }

  @Test func `what cannot be computed has the same reason as without resampling`() {
    let table = AgreementTable(numbers: [[1], [2]])
    let results = table.bootstrap([AgreementCoefficient(.fleissKappa)], BootstrapOptions(replicates: 10))
    #expect(results == [.failure(NotComputable("there is one rater, and agreement takes two"))])
  }

  @Test func `progress reaches all replicates`() async {
    await confirmation(expectedCount: 3) { reported in
      _ = PublishedTables.krippendorff.bootstrap(
        [AgreementCoefficient(.fleissKappa)], BootstrapOptions(replicates: 1200)
      ) { _ in reported() }
    }
  }
}

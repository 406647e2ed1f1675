import CFIRStatistics
import Testing

struct PublishedAgreementTests {
  /// A coefficient as a source prints it.
  struct Row: Sendable {
    var name: AgreementCoefficient.Name
    var weights: AgreementWeights
    var value, error, lower: Double
    var p: Double?

    init(
      _ name: AgreementCoefficient.Name, _ weights: AgreementWeights, _ value: Double, _ error: Double,
      _ lower: Double, _ p: Double? = nil
    ) {
      (self.name, self.weights, self.value, self.error, self.lower, self.p) =
        (name, weights, value, error, lower, p)
    }
  }

  @Test(
    arguments: [
      (.unweighted, 0.743), (.ordinal, 0.815), (.interval, 0.849), (.quadratic, 0.849), (.ratio, 0.797),
    ] as [(AgreementWeights, Double)])
  func `α is what Krippendorff prints for each metric`(weights: AgreementWeights, alpha: Double) throws {
    let estimate = try PublishedTables.krippendorff.estimate(.krippendorffAlpha, weights)
    #expect(abs(estimate.value - alpha) < 0.0005)
    #expect(estimate.units == 11)
  }

  // Source: R irrCAC 1.0, the functions *.raw of Krippendorff's table with their default interval, upper ends all 1.
  @Test(arguments: [
    Row(.percentAgreement, .unweighted, 0.81818, 0.12561, 0.542, 4.34537262399282e-05),
    Row(.gwetAC, .unweighted, 0.77544, 0.14295, 0.461, 0.000208720984063326),
    Row(.fleissKappa, .unweighted, 0.76117, 0.15302, 0.424, 0.000419173038530563),
    Row(.krippendorffAlpha, .unweighted, 0.74342, 0.14557, 0.419, 0.000459425698154714),
    Row(.congerKappa, .unweighted, 0.76282, 0.14917, 0.435, 0.000336706577209078),
    Row(.brennanPrediger, .unweighted, 0.77273, 0.14472, 0.454, 0.000237560869624343),
    Row(.gwetAC, .linear, 0.85874, 0.11733, 0.6, 1.50603085324885e-05),
    Row(.congerKappa, .linear, 0.81378, 0.14509, 0.494, 0.000158187490206796),
    Row(.percentAgreement, .quadratic, 0.97538, 0.09062, 0.776, 3.52637656853005e-07),
    Row(.krippendorffAlpha, .quadratic, 0.84911, 0.12913, 0.561, 6.26744831131454e-05),
    Row(.fleissKappa, .ordinalGwet, 0.85021, 0.14704, 0.527, 0.000122421585294186),
    Row(.krippendorffAlpha, .ordinalGwet, 0.83364, 0.13107, 0.542, 8.24414618014746e-05),
    Row(.brennanPrediger, .ordinalGwet, 0.88636, 0.11391, 0.636, 8.49103320832434e-06),
  ])
  func `errors, intervals and p are those of irrCAC with gaps`(_ row: Row) throws {
    let estimate = try PublishedTables.krippendorff.estimate(row.name, row.weights)
    #expect(abs(estimate.value - row.value) < 6e-6)
    #expect(abs(try #require(estimate.standardError) - row.error) < 6e-6)
    let interval = try #require(estimate.interval)
    #expect(abs(interval.lower - row.lower) < 6e-4)
    #expect(interval.upper == 1)
    #expect(interval.method == .gwet)
    #expect(abs(try #require(estimate.p) / (row.p ?? 0) - 1) < 1e-6)
  }

  /// Ratings from −2 to +2 by three raters, with gaps, drawn by hand.
  private static let drawn = AgreementTable(numbers: [
    [2, 2, 1], [-1, nil, -1], [0, 1, 0], [1, 1, 2], [-2, -2, -1], [nil, 0, 1], [2, 1, 2], [-1, -1, nil],
    [1, 1, 1], [0, -1, 0], [nil, nil, 2], [-2, -1, -2],
  ])

  // Source: PyPI irrCAC 0.4.4, irrCAC.raw.CAC(table, weights, digits=9).
  @Test(arguments: [
    Row(.fleissKappa, .unweighted, 0.341905999, 0.126830780, 0.062753),
    Row(.congerKappa, .unweighted, 0.351145038, 0.125169436, 0.075649),
    Row(.krippendorffAlpha, .unweighted, 0.340909091, 0.105409238, 0.106043),
    Row(.gwetAC, .unweighted, 0.359504628, 0.135384404, 0.061526),
    Row(.brennanPrediger, .unweighted, 0.356060606, 0.133560881, 0.062095),
    Row(.fleissKappa, .linear, 0.657534566, 0.088520350, 0.462703),
    Row(.congerKappa, .linear, 0.658634538, 0.089620402, 0.461381),
    Row(.gwetAC, .linear, 0.688093266, 0.093946851, 0.481318),
    Row(.congerKappa, .quadratic, 0.855932203, 0.082070471, 0.675296),
    Row(.krippendorffAlpha, .quadratic, 0.849740933, 0.038143470, 0.764752),
    Row(.gwetAC, .quadratic, 0.879018508, 0.085203466, 0.691487),
    Row(.fleissKappa, .ordinalGwet, 0.797471147, 0.079205263, 0.623142),
    Row(.krippendorffAlpha, .ordinalGwet, 0.789664551, 0.048492492, 0.681617),
    Row(.gwetAC, .ordinalGwet, 0.825659652, 0.085955013, 0.636474),
  ])
  func `errors and intervals are those of irrCAC for ratings below 0 as well`(_ row: Row) throws {
    let estimate = try Self.drawn.estimate(row.name, row.weights)
    #expect(abs(estimate.value - row.value) < 1e-9)
    #expect(abs(try #require(estimate.standardError) - row.error) < 1e-9)
    #expect(abs(try #require(estimate.interval).lower - row.lower) < 1e-6)
  }

  // Source: PyPI krippendorff 0.9.0, krippendorff.alpha(reliability_data, level_of_measurement).
  @Test(
    arguments: [
      (.unweighted, 0.34090909090909094), (.ordinal, 0.8453423908799875), (.interval, 0.8497409326424871),
    ] as [(AgreementWeights, Double)])
  func `α of the same table is that of krippendorff`(weights: AgreementWeights, alpha: Double) throws {
    #expect(abs(try Self.drawn.estimate(.krippendorffAlpha, weights).value - alpha) < 1e-12)
  }

  @Test func `κ of Fleiss is the one that he prints, and R irr's to twelve digits`() throws {
    // Fleiss 1971 prints 0.430; R irr 0.84.1, kappam.fleiss and agree: 0.43024452006, 16.6666666667 %.
    #expect(abs(try PublishedTables.fleiss.estimate(.fleissKappa).value - 0.43024452006) < 1e-11)
    #expect(abs(try PublishedTables.fleiss.estimate(.percentUnanimous).value - 5.0 / 30) < 1e-12)
  }

  // Sources: the coefficients as Shrout & Fleiss print them, table 4; the rest from R psych 2.2.9, ICC(x, lmer = FALSE).
  @Test(
    arguments: [
      (.icc11, 0.17, 0.1657417684, -0.13293232487, 0.7225600623),
      (.icc21, 0.29, 0.2897637795, 0.01878651337, 0.7610843696),
      (.icc31, 0.71, 0.7148407148, 0.34246476503, 0.9458582600),
      (.icc1k, 0.44, 0.4427971337, -0.88444215524, 0.9124154203),
      (.icc3k, 0.91, 0.9093155424, 0.67567471382, 0.9858916782),
    ] as [(AgreementCoefficient.Name, Double, Double, Double, Double)])
  func `intraclass correlations are those of Shrout and Fleiss`(
    name: AgreementCoefficient.Name, printed: Double, value: Double, lower: Double, upper: Double
  ) throws {
    let estimate = try PublishedTables.shroutFleiss.estimate(name)
    #expect(abs(estimate.value - printed) < 0.005)
    #expect(abs(estimate.value - value) < 1e-9)
    let interval = try #require(estimate.interval)
    #expect(abs(interval.lower - lower) < 1e-9)
    #expect(abs(interval.upper - upper) < 1e-9)
  }

  // Sources: unweighted R psych 2.2.9, cohen.kappa; all PyPI statsmodels 0.15.0, cohens_kappa(table, wt): kappa, std_kappa, z_value.
  @Test(
    arguments: [
      (.unweighted, 0.04870447823634237, 10.75877298637019),
      (.linear, 0.05162543157383952, 9.886630090453203),
      (.quadratic, 0.06131436457433938, 8.01060305302974),
    ] as [(AgreementWeights, Double, Double)])
  func `Cohen's κ has both errors of Fleiss, Cohen and Everitt`(
    weights: AgreementWeights, error: Double, z: Double
  ) throws {
    let counts = [[88, 14, 18], [10, 40, 10], [2, 6, 22]]
    let units = counts.enumerated().flatMap { first, row in
      row.enumerated().flatMap { second, count in [[Int?]](repeating: [first, second], count: count) }
    }
    let estimate = try AgreementTable(units: units, values: [1, 2, 3]).estimate(.cohenKappa, weights)
    #expect(abs(estimate.value - 8.0 / 15) < 1e-12)
    #expect(abs(try #require(estimate.standardError) - error) < 1e-12)
    #expect(abs(try #require(estimate.test).statistic - z) < 1e-11)
  }

  @Test func `Kendall's W allows for ties`() throws {
    // Ranks 1 2 3, 1 2 3 and 1 3 2 of three units: sums 3, 7, 8, squares about 6: 9 + 1 + 4 = 14; W = 12·14/(9·24).
    let plain = AgreementTable(numbers: [[1, 1, 1], [2, 2, 3], [3, 3, 2]])
    #expect(abs(try plain.estimate(.kendallW).value - 12 * 14 / (9.0 * 24)) < 1e-12)
    // Ranks 1 2 3 and 1.5 1.5 3: sums 2.5, 3.5, 6 about 4: 2.25 + 0.25 + 4; W = 12·6.5/(4·24 − 2·6).
    let tied = AgreementTable(numbers: [[1, 5], [2, 5], [3, 9]])
    let estimate = try tied.estimate(.kendallW)
    #expect(abs(estimate.value - 12 * 6.5 / (4.0 * 24 - 12)) < 1e-12)
    // χ² = m(n − 1)W on 2 degrees of freedom, whose upper share is exp(−χ²/2).
    #expect(estimate.test?.statistic == 4 * estimate.value)
    #expect(estimate.test?.degrees == [2])
  }

  @Test func `within one counts the units whose ratings lie at most one step apart`() throws {
    let table = AgreementTable(numbers: [[1, 2, nil], [1, 1, 3], [2, 3, 2], [1, nil, nil]])
    #expect(abs(try table.estimate(.percentWithinOne).value - 2.0 / 3) < 1e-12)
    #expect(try table.estimate(.percentUnanimous).value == 0)
    #expect(try table.estimate(.percentUnanimous).units == 3)
  }
}

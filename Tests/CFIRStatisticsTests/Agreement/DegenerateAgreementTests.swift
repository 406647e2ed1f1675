import CFIRStatistics
import Testing

struct DegenerateAgreementTests {
  private static let n: Double? = nil
  static let tables: [(String, AgreementTable)] = [
    ("nothing", AgreementTable(numbers: [])),
    ("all missing", AgreementTable(numbers: [[n, n], [n, n]])),
    ("one rater", AgreementTable(numbers: [[1], [2], [1]])),
    ("one rater beside an empty one", AgreementTable(numbers: [[1, n], [2, n]])),
    ("one unit", AgreementTable(numbers: [[1, 2]])),
    ("one unit alike", AgreementTable(numbers: [[1, 1]])),
    ("all equal", AgreementTable(numbers: [[3, 3], [3, 3], [3, 3]])),
    ("all equal on a longer scale", AgreementTable(numbers: [[3, 3], [3, 3]], scale: [1, 2, 3])),
    ("perfect", AgreementTable(numbers: [[1, 1], [2, 2], [3, 3]])),
    ("opposite", AgreementTable(numbers: [[1, 2], [2, 1], [1, 2], [2, 1]])),
    ("never the same unit", AgreementTable(numbers: [[1, n], [n, 2], [2, n], [n, 1]])),
    ("never three", AgreementTable(numbers: [[1, n, 1], [n, 2, 2], [2, 1, n]])),
    ("one constant rater", AgreementTable(numbers: [[1, 1], [1, 2], [1, 3]])),
    ("no numbers", AgreementTable(numbers: [[.nan, 1], [.infinity, 2], [1, 1]])),
    ("far apart", AgreementTable(numbers: [[-1e300, 1e300], [1, 2], [3, 4]])),
    ("no scale", AgreementTable(units: [[0, 1], [2, nil]], values: [])),
    ("ragged", AgreementTable(units: [[0, 1, 1], [1], [0, 0]], values: [1, 2])),
  ]

  @Test(arguments: tables.indices)
  func `every coefficient gives a number or a reason, and no number is not one`(index: Int) {
    let (name, table) = Self.tables[index]
    let coefficients = AgreementCoefficient.Name.allCases.flatMap { name in
      AgreementWeights.allCases.map { AgreementCoefficient(name, $0) }
    }
    for (coefficient, result) in zip(coefficients, table.estimates(coefficients)) {
      switch result {
      case .failure(let problem): #expect(!problem.reason.isEmpty, "\(name): \(coefficient)")
      case .success(let estimate):
        let numbers = [
          estimate.value, estimate.standardError, estimate.interval?.lower, estimate.interval?.upper,
          estimate.p, estimate.observed, estimate.expected, estimate.test?.statistic,
        ]
        #expect(numbers.allSatisfy { $0?.isFinite ?? true }, "\(name): \(coefficient) \(estimate)")
        #expect(estimate.value <= 1 + 1e-12, "\(name): \(coefficient)")
      }
    }
    for method in BootstrapOptions.Method.allCases {
      for case .success(let estimate) in table.bootstrap(
        coefficients, BootstrapOptions(replicates: 12, method: method))
      {
        #expect(estimate.interval.lower.isFinite && estimate.interval.upper.isFinite, "\(name)")
      }
    }
    #expect(AgreementParadox(table)?.kappa.isFinite ?? true)
  }

  @Test(
    arguments: [
      ("nothing", "there is no rating"), ("all missing", "there is no rating"),
      ("one rater", "there is one rater, and agreement takes two"),
      ("one rater beside an empty one", "there is one rater, and agreement takes two"),
      ("never the same unit", "no unit has ratings by two raters"),
      ("all equal", "all ratings fall into one category, so that agreement beyond chance is not defined"),
    ])
  func `the reason says what is missing`(name: String, reason: String) throws {
    let table = try #require(Self.tables.first { $0.0 == name }).1
    #expect(throws: NotComputable(reason)) { try table.estimate(.krippendorffAlpha, .ordinal) }
    #expect(throws: NotComputable(reason)) { try table.estimate(.fleissKappa) }
  }

  @Test func `a category that nobody chose lets chance be worked out where all ratings are equal`() throws {
    let table = AgreementTable(numbers: [[3, 3], [3, 3]], scale: [1, 2, 3])
    #expect(try table.estimate(.gwetAC).value == 1)
    #expect(try table.estimate(.brennanPrediger).value == 1)
    #expect(try table.estimate(.percentAgreement).value == 1)
    #expect(throws: NotComputable.self) { try table.estimate(.fleissKappa) }
  }

  @Test func `perfect agreement is 1 and says that its interval shows nothing`() throws {
    let estimate = try AgreementTable(numbers: [[1, 1], [2, 2], [3, 3]]).estimate(
      .krippendorffAlpha, .ordinal)
    #expect(estimate.value == 1)
    #expect(estimate.standardError == 0)
    #expect(estimate.p == nil)
    #expect(estimate.remark?.isEmpty == false)
  }

  @Test func `measurements with thousands of values have a correlation and no κ`() throws {
    let table = AgreementTable(numbers: (0..<3000).map { [Double($0), Double($0) + 0.5] })
    #expect(throws: NotComputable.self) { try table.estimate(.krippendorffAlpha, .interval) }
    #expect(throws: NotComputable.self) { try table.estimate(.cohenKappa) }
    #expect(try table.estimate(.icc31).value > 0.999)
    #expect(try table.estimate(.percentWithinOne).value == 1)
  }

  @Test func `κ of Cohen is for two raters`() {
    #expect(throws: NotComputable.self) { try PublishedTables.krippendorff.estimate(.cohenKappa) }
    #expect(throws: Never.self) { try PublishedTables.krippendorff.pair(0, 1).estimate(.cohenKappa) }
  }

  @Test func `weights that values do not bear are refused`() {
    let table = AgreementTable(numbers: [[-1, 1], [1, 1], [0, -1]])
    #expect(throws: NotComputable.self) { try table.estimate(.krippendorffAlpha, .ratio) }
    #expect(throws: NotComputable.self) { try table.estimate(.fleissKappa, .ordinal) }
    #expect(throws: NotComputable.self) { try table.estimate(.icc11, .linear) }
  }

  @Test func `κ and AC part ways where nearly all ratings are alike`() throws {
    // 18 units agree on the first category, one each way differ: 90 % agree, and κ is below 0.
    let units = [[Int?]](repeating: [0, 0], count: 18) + [[0, 1], [1, 0]]
    let paradox = try #require(AgreementParadox(AgreementTable(units: units, values: [0, 1])))
    // By hand: the second category has 2 of 40 ratings; κ = 1 − 0.1/(2·0.95·0.05), AC1 = 1 − 0.1/(1 − 2·0.95·0.05).
    #expect(abs(paradox.kappa - (1 - 0.1 / 0.095)) < 1e-12)
    #expect(abs(paradox.ac - (1 - 0.1 / 0.905)) < 1e-12)
    #expect(paradox.category == 0)
    #expect(abs(paradox.share - 0.95) < 1e-12)
    #expect(AgreementParadox(PublishedTables.krippendorff) == nil)
  }
}

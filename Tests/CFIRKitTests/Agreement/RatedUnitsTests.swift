import CFIRKit
import CFIRStatistics
import Testing

struct RatedUnitsTests {
  /// A study of two constructs in three organizations, rated by A and B, with a consensus on one cell.
  private func study(_ rows: [(String, Construct.ID, String, String)], mixed: MixedRule = .number) throws
    -> Study
  {
    var study = Study(title: "Small", codebook: Codebook(.cfir2022))
    study.organizations = ["N", "S", "W"].map { Organization(id: .init($0)) }
    study.mixed = mixed
    for (organization, construct, rater, token) in rows {
      guard let value = try RatingValue(token: token) else { continue }
      study.allRatings.append(
        Rating(
          organization: .init(organization), construct: construct, rater: .init(rater), value: value,
          origin: Origin(file: "small.csv")))
    }
    return study
  }

  private let rows: [(String, Construct.ID, String, String)] = [
    ("N", "culture", "A", "+2"), ("N", "culture", "B", "+1"), ("N", "culture", "consensus", "+2"),
    ("S", "culture", "A", "missing"), ("S", "culture", "B", "0"),
    ("W", "culture", "A", "-1"), ("W", "culture", "B", "-1"),
    ("N", "planning", "A", "0 (mixed)"), ("N", "planning", "B", "0"),
  ]

  @Test func `a cell is a unit, a rater a column, and consensus none of them`() throws {
    let units = try study(rows).ratedUnits(unscored: .gap)
    #expect(units.raters == ["A", "B"])
    #expect(units.categories == ["-2", "-1", "0", "+1", "+2"])
    #expect(units.table.units == [[4, 3], [nil, 2], [1, 1], [2, 2]])
    #expect(units.table.values == [-2, -1, 0, 1, 2])
    #expect(units.scale == .ordinal)
    #expect(units.unscored.map(\.token) == ["missing"])
    #expect(units.unscored.map(\.count) == [1])
    #expect(units.parts.map(\.id) == ["inner-setting", "implementation-process", "culture", "planning"])
    #expect(units.parts.map(\.table.units.count) == [3, 1, 3, 1])
  }

  @Test func `a cell with a state without a score can be left out whole`() throws {
    let units = try study(rows).ratedUnits(unscored: .exclude)
    #expect(units.table.units == [[4, 3], [1, 1], [2, 2]])
    #expect(units.excludedUnits == 1)
  }

  @Test func `states without a score can be categories, which then have no order`() throws {
    let units = try study(rows, mixed: .unscored).ratedUnits(unscored: .category)
    #expect(units.categories == ["-2", "-1", "0", "+1", "+2", "0 (mixed)", "missing"])
    #expect(units.table.units == [[4, 3], [6, 2], [1, 1], [5, 2]])
    #expect(units.scale == .nominal)
  }

  @Test func `only the chosen round is compared`() throws {
    var study = try study(rows)
    for index in study.allRatings.indices where study.allRatings[index].construct == "planning" {
      study.allRatings[index].round = "2"
    }
    study.round = "2"
    #expect(study.ratedUnits(unscored: .gap).table.units == [[2, 2]])
  }

  @Test func `pairs are every two raters who share a unit`() throws {
    let units = RatedUnits(
      unitName: "row", raters: ["A", "B", "C"], categories: ["1", "2"], scale: .ordinal,
      table: AgreementTable(units: [[0, 1, nil], [1, nil, 1]], values: [1, 2]))
    #expect(units.raterPairs.map(\.raters) == [["A", "B"], ["A", "C"]])
  }

  @Test func `everything that the scale bears is asked, nominal scales only what needs no order`() {
    let ordinal = MeasurementScale.ordinal.coefficients(values: [1, 2])
    #expect(ordinal.contains(AgreementCoefficient(.krippendorffAlpha, .ordinal)))
    #expect(ordinal.contains(AgreementCoefficient(.gwetAC, .ordinalGwet)))
    #expect(ordinal.contains(AgreementCoefficient(.krippendorffAlpha, .ratio)))
    #expect(!ordinal.contains(AgreementCoefficient(.fleissKappa, .ordinal)))
    let signed = MeasurementScale.ordinal.coefficients(values: [-1, 2])
    #expect(!signed.contains(AgreementCoefficient(.krippendorffAlpha, .ratio)))
    let nominal = MeasurementScale.nominal.coefficients(values: [1, 2])
    #expect(nominal.allSatisfy { $0.weights == .unweighted })
  }
}

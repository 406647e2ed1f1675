import CFIRKit
import CFIRStatistics
import Testing

struct ConfigurationalAnalysisTests {
  /// Two cases with A and the outcome, one with neither.
  private static let columns = CaseColumns(
    title: "small", cases: ["p", "q", "r"],
    columns: [.init("A", values: [70, 60, 20]), .init("O", values: [1, 1, 0])])

  private static func analysis(_ columns: CaseColumns = columns) throws -> ConfigurationalAnalysis {
    var recipe = CalibrationRecipe()
    recipe.entries = [
      .init(factor: "a", calibration: .thresholds([50]), origin: Origin(file: "recipe"))
    ]
    var question = ConfigurationalAnalysis.Question(outcome: "O")
    question.checksRobustness = true
    return try ConfigurationalAnalysis(columns, by: recipe, asking: question)
  }

  @Test func `shows which settings change the solution`() throws {
    let analysis = try Self.analysis()
    #expect(analysis.solutions.map { analysis.formulas($0) } == [["A"], ["A"]])
    let changes = analysis.variations.filter { !$0.isSame }.map {
      "\($0.varied.rawValue) \($0.setting), \($0.kind.rawValue): \($0.formulas.joined(separator: "; "))"
    }
    #expect(
      changes == [
        // Where r counts for nothing, or is not there, no row speaks against the outcome.
        "frequency cut-off 2, parsimonious: 1",
        // From 20 on all three have A, and r has no outcome.
        "anchor A: crisp, in from 20, conservative: ", "anchor A: crisp, in from 20, parsimonious: ",
        "case left out r, parsimonious: 1",
      ])
  }

  @Test func `leaves cases without a number out, and names them`() throws {
    var columns = Self.columns
    columns.cases.append("s")
    columns.columns[0].values.append(nil)
    columns.columns[1].values.append(1)
    let analysis = try Self.analysis(columns)
    #expect(analysis.cases.table.cases == ["p", "q", "r"])
    #expect(analysis.cases.leftOut.map(\.label) == ["s"])
    #expect(analysis.cases.leftOut.map(\.factor) == ["A"])
  }

  @Test func `counts cases by a column and drops rows that stand for none`() throws {
    var columns = Self.columns
    columns.columns.append(.init("n", values: [3, 0, 2]))
    try columns.count(by: "n")
    #expect(columns.cases == ["p", "r"])
    #expect(columns.counts == [3, 2])
    #expect(columns.columns.map(\.name) == ["A", "O"])
  }

  /// With 11 and 00 seen, A or B explains the outcome, and ~A or ~B its absence: each takes a side on 01 and 10.
  @Test func `finds what models of the outcome and of its absence assume alike`() throws {
    let columns = CaseColumns(
      title: "small", cases: ["p", "q"],
      columns: [
        .init("A", values: [1, 0]), .init("B", values: [1, 0]), .init("O", values: [1, 0]),
      ])
    var question = ConfigurationalAnalysis.Question(outcome: "O")
    question.expectations = "A,B"
    let analysis = try ConfigurationalAnalysis(columns, by: CalibrationRecipe(), asking: question)
    let absence = try #require(analysis.ofAbsence)
    #expect(absence.outcomeText == "~O")
    // Expectations are turned round.
    #expect(absence.expectations == [[0], [0]])
    #expect(absence.solutions.map { absence.formulas($0) } == [["~A*~B"], ["~A", "~B"], ["~A*~B"]])
    #expect(analysis.assumptions(alsoOf: absence, .parsimonious) == [2, 3])
    #expect(analysis.assumptions(alsoOf: absence, .intermediate) == [])
    #expect(analysis.rows(alsoIn: absence) == [])
  }

  /// In the one combination half of the membership goes with the outcome and half with its absence.
  @Test func `finds combinations that reach the cut-offs for the outcome and its absence`() throws {
    let columns = CaseColumns(
      title: "small", cases: ["p", "q"],
      columns: [.init("A", values: [0.6, 0.7]), .init("O", values: [0.6, 0.4])])
    var question = ConfigurationalAnalysis.Question(outcome: "O")
    question.cuts.inclusion = 0.75
    let analysis = try ConfigurationalAnalysis(columns, by: CalibrationRecipe(), asking: question)
    // (0.6 + 0.4) / 1.3 and (0.4 + 0.6) / 1.3.
    #expect(analysis.rows(alsoIn: try #require(analysis.ofAbsence)) == [2])
  }

  @Test(arguments: [
    (-2.0, 0.0), (-1.0, 0.2), (0.0, 0.4), (1.0, 2.0 / 3), (2.0, 1.0),
  ])
  func `calibrates ratings so that none is as much in as out`(rating: Double, membership: Double) {
    #expect(abs(CalibrationRecipe.usualForRatings(rating) - membership) < 1e-12)
  }
}

@testable import CFIRStatistics
import Testing

struct TruthTableTests {
  /// Five cases with fuzzy A and B; case v is as much in as out of B.
  static let table = CaseTable(
    cases: ["p", "q", "r", "s", "v"],
    factors: [.init("A", [0.9, 0.8, 0.2, 0.6, 0.7]), .init("B", [0.7, 0.1, 0.3, 0.9, 0.5])])
  static let outcome = [0.8, 0.3, 0.1, 0.4, 0.6]

  @Test func `gives each case to the row that it belongs to rather than not`() throws {
    let table = try TruthTable(Self.table, conditions: ["A", "B"], outcome: Self.outcome)
    #expect(table.rows.map(\.number) == [1, 3, 4])
    #expect(table.rows.map { $0.cases.map { table.cases[$0] } } == [["r"], ["q"], ["p", "s"]])
    #expect(table.ambiguous.map { table.cases[$0] } == ["v"])
    #expect(table.possible == 4)
  }

  @Test func `weighs a row over all cases`() throws {
    let row = try #require(
      try TruthTable(Self.table, conditions: ["A", "B"], outcome: Self.outcome).rows.last)
    // A*B: 0.7, 0.1, 0.2, 0.6, 0.5, together 2.1; shared with the outcome 0.7, 0.1, 0.1, 0.4, 0.5, together 1.8;
    // of that shared with its absence as well 0.2, 0.1, 0.1, 0.4, 0.4, together 1.2.
    #expect(abs((row.inclusion ?? 0) - 1.8 / 2.1) < 1e-12)
    #expect(abs((row.pri ?? 0) - 0.6 / 0.9) < 1e-12)
    #expect(row.contradiction?.with == [0])
    #expect(row.contradiction?.without == [3])
  }

  @Test(arguments: [
    (TruthTable.Cuts(inclusion: 0.8), TruthTable.Outcome.present),
    (.init(inclusion: 0.9), .absent),
    (.init(inclusion: 0.9, contradiction: 0.8), .contradiction),
    (.init(inclusion: 0.8, pri: 0.7), .absent),
    (.init(inclusion: 0.8, count: 3), .remainder),
  ])
  func `concludes by the cut-offs`(cuts: TruthTable.Cuts, outcome: TruthTable.Outcome) throws {
    let table = try TruthTable(Self.table, conditions: ["A", "B"], outcome: Self.outcome, cuts: cuts)
    #expect(table.rows.last?.outcome == outcome)
  }

  @Test func `refuses what it cannot work with`() {
    let raw = CaseTable(cases: ["p"], factors: [.init("A", [1.5]), .init("B", [-1])])
    #expect(throws: ConfigurationProblem.notCalibrated("A")) {
      try TruthTable(raw, conditions: ["A"], outcome: [1])
    }
    #expect(throws: ConfigurationProblem.notCalibrated("B")) {
      try TruthTable(raw, conditions: ["B"], outcome: [1])
    }
    #expect(throws: ConfigurationProblem.unknown("C")) {
      try TruthTable(raw, conditions: ["C"], outcome: [1])
    }
    let many = (0..<21).map { CaseTable.Factor("C\($0)", [1]) }
    #expect(throws: ConfigurationProblem.tooManyConditions(21)) {
      try TruthTable(CaseTable(cases: ["p"], factors: many), conditions: many.map(\.name), outcome: [1])
    }
  }
}

import CFIRStatistics
import Testing

struct NotationTests {
  static let crisp = try? FactorTable(["Culture", "LEAD", "x1"], [[0, 1], [1, 1], [1, 0]])
  static let many = try? FactorTable(["C", "PB"], [[0, 2, 1], [1, 0, 1]])

  @Test(arguments: [
    "CULTURE+lead*X1<->X1", "culture->LEAD", "(LEAD<->X1)*(x1+culture<->LEAD)",
    "(LEAD<->X1)*(x1<->CULTURE)*(X1<->LEAD)",
  ])
  func `reads what it writes`(text: String) throws {
    let table = try #require(Self.crisp)
    let notation = FormulaNotation(table)
    let model = table.model(try notation.formulas(text))
    #expect(notation.text(model, isSufficientOnly: !text.contains("<")) == text)
  }

  @Test func `reads values of factors with several`() throws {
    let notation = FormulaNotation(try #require(Self.many))
    let formula = try notation.formula(" c=2 + C=0 <-> PB=1")
    #expect(notation.text(formula) == "C=2+C=0<->PB=1")
    #expect(formula.complexity == 2)
  }

  @Test(
    arguments: [
      ("CULTURE+LEAD", .arrow("CULTURE+LEAD")), ("A->LEAD", .unknown("A")), ("LEAD+->X1", .blank),
      ("LEAD=1->X1", .unknown("LEAD=1")), ("LEAD->X1->CULTURE", .arrow("LEAD->X1->CULTURE")),
      ("(LEAD->X1)+(X1->LEAD)", .blank),
    ] as [(String, FormulaProblem)])
  func `says what is no formula`(text: String, problem: FormulaProblem) throws {
    let notation = FormulaNotation(try #require(Self.crisp))
    #expect(throws: problem) { try notation.formulas(text) }
  }

  @Test(
    arguments: [
      ([[1, 0], [2, 0]], .multiValue), ([[1, 0], [0, 1]], .crisp), ([[1, 0], [0.2, 1]], .fuzzy),
    ] as [([[Double]], FactorTable.Kind)])
  func `finds the kind of data from the numbers`(columns: [[Double]], kind: FactorTable.Kind) throws {
    #expect(try FactorTable(["A", "B"], columns).kind == kind)
  }

  @Test(
    arguments: [
      (["A", "a"], [[1], [0]], .twice(factor: 1, first: 0)),
      (["A", "B"], [[1], [1, 0]], .ragged(factor: 1)),
      (["A", "7"], [[1], [0]], .name(factor: 1)), (["A", "B+C"], [[1], [0]], .name(factor: 1)),
      (["A", "B"], [[0.5, 0], [0, 2]], .value(factor: 1, case: 1)),
      (["A", "B"], [[1, 3], [0, -1]], .value(factor: 1, case: 1)), ([], [], .empty),
      (["A"], [(0..<65).map(Double.init)], .manyValues(factor: 0)),
    ] as [([String], [[Double]], FactorTable.Problem)])
  func `says what is no table of factors`(
    names: [String], columns: [[Double]], problem: FactorTable.Problem
  ) {
    #expect(throws: problem) { try FactorTable(names, columns) }
  }
}

@testable import CFIRStatistics
import Testing

/// Why democracy survived between the wars in some countries of Europe and broke down in others.
///
/// Source: Rihoux & De Meur, in Rihoux & Ragin, Configurational Comparative Methods, 2009, chapter 3: truth table of five conditions
/// (wealth, urbanization, literacy, industrial labour, stable government) and their minimal formulas, boxes 3.3 to 3.7.
struct BreakdownOfDemocracyTests {
  /// Configurations, survival, and how many countries.
  static let published: [(values: [Double], survived: Double, countries: Int)] = [
    ([0, 0, 0, 0, 0], 0, 3), ([0, 0, 0, 0, 1], 0, 2), ([0, 0, 1, 0, 0], 0, 2), ([0, 0, 1, 0, 1], 0, 1),
    ([1, 0, 1, 0, 1], 1, 2), ([1, 0, 1, 1, 0], 0, 1), ([1, 0, 1, 1, 1], 1, 2), ([1, 1, 1, 1, 0], 0, 1),
    ([1, 1, 1, 1, 1], 1, 4),
  ]
  static let names = ["DEV", "URB", "LIT", "IND", "STB"]

  static func table(negated: Bool = false) throws -> TruthTable {
    let cases = CaseTable(
      cases: published.indices.map { "row \($0 + 1)" },
      factors: names.enumerated().map { place, name in .init(name, published.map { $0.values[place] }) },
      counts: published.map(\.countries))
    let outcome = published.map { negated ? 1 - $0.survived : $0.survived }
    return try TruthTable(cases, conditions: names, outcome: outcome, cuts: .init(inclusion: 1))
  }

  @Test(arguments: [
    (Solution.Kind.conservative, false, ["DEV*~URB*LIT*STB", "DEV*LIT*IND*STB"]),
    (.parsimonious, false, ["DEV*STB"]),
    (.conservative, true, ["~DEV*~URB*~IND", "DEV*LIT*IND*~STB"]),
    (.parsimonious, true, ["~DEV", "~STB"]),
  ])
  func `gives the published formulas`(kind: Solution.Kind, negated: Bool, formula: [String]) throws {
    let table = try Self.table(negated: negated)
    var budget = SearchBudget()
    let solution = try table.minimized(kind, budget: &budget)
    #expect(solution.formulas(table.conditions) == [formula.joined(separator: " + ")])
    #expect(solution.models[0].fit.inclusion == 1)
    #expect(solution.models[0].fit.coverage == 1)
  }

  @Test func `assumes the one easy counterfactual when every condition is expected to help`() throws {
    // A wealthy, urban, literate country with a stable government and little industry: number 30 of 32.
    let table = try Self.table()
    var budget = SearchBudget()
    let solution = try table.minimized(
      .intermediate, options: .init(expectations: [[1], [1], [1], [1], [1]]), budget: &budget)
    #expect(solution.formulas(table.conditions) == ["DEV*LIT*STB"])
    #expect(solution.models[0].counterfactuals == [30])
    #expect(solution.models[0].between == ["C1P1"])
  }

  @Test func `weighs rows by how many countries they stand for`() throws {
    let table = try Self.table()
    #expect(table.rows.map(\.count) == Self.published.map(\.countries))
    var budget = SearchBudget()
    let paths = try table.minimized(.conservative, budget: &budget).models[0].paths
    // 4 and 6 of the 8 surviving democracies; 2 and 4 of them on one path only.
    #expect(paths.map(\.fit.coverage) == [0.5, 0.75])
    #expect(paths.map(\.uniqueCoverage) == [0.25, 0.5])
  }

  @Test func `finds what was necessary`() throws {
    let necessity = try Self.table().necessity()
    let fits = Dictionary(
      uniqueKeysWithValues: necessity.singles.map { ($0.text(Self.names.map { Condition($0) }), $0.fit) })
    // All 8 survivors were wealthy, and 10 of 18 countries: 8 of 18 − 10 = 8 poor ones, 8 + 2 not both.
    #expect(fits["DEV"]?.inclusion == 1)
    #expect(fits["DEV"]?.ron == 0.8)
    #expect(fits["DEV"]?.coverage == 0.8)
    #expect(fits["~IND"]?.inclusion == 0.25)
    #expect(fits["~IND"]?.coverage == 0.2)
    #expect(
      necessity.combinations.map { $0.text(Self.names.map { Condition($0) }) }.prefix(3) == [
        "DEV*LIT", "DEV*STB", "LIT*STB",
      ])
  }
}

import CFIRStatistics
import Testing

struct CausalOrderingTests {
  /// Outcomes that have sufficient conditions, and the factors in these.
  private func causes(_ text: String?, isStrict: Bool = false, exogenous: Set<Int> = []) throws -> [String:
    String]
  {
    let table = try PublishedAnalysisTests.education()
    let notation = FormulaNotation(table)
    var options = CoincidenceAnalysis.Options()
    options.ordering = try text.map { try CausalOrdering($0, of: table, isStrict: isStrict) }
    options.exogenous = exogenous
    var causes: [String: Set<Int>] = [:]
    for formula in CoincidenceAnalysis(table, options: options).sufficient.flatMap(\.formulas) {
      causes[notation.text(formula.outcome), default: []].formUnion(
        formula.disjuncts.flatMap { $0.values.map(\.factor) })
    }
    return causes.mapValues { $0.sorted().map { table.factors[$0].name }.joined() }
  }

  @Test func `lets every factor be an outcome where nothing is said`() throws {
    #expect(try causes(nil) == ["U": "DLGE", "D": "ULGE", "L": "UDGE", "G": "UDLE", "E": "UDLG"])
  }

  @Test func `keeps what comes later from being a cause`() throws {
    #expect(try causes("L<E") == ["U": "", "L": "UD", "E": "UDLG"].filter { !$0.value.isEmpty })
    #expect(try causes("U,D,G<L,E") == ["L": "UDGE", "E": "UDLG"])
  }

  @Test func `keeps neighbours from being causes where it is strict`() throws {
    #expect(try causes("U,D,G<L,E", isStrict: true) == ["L": "UD", "E": "UDG"])
  }

  @Test func `takes factors that are not named for upstream`() throws {
    #expect(try causes("e", isStrict: true) == ["E": "UDLG"])
  }

  @Test func `never explains exogenous factors`() throws {
    #expect(try causes(nil, exogenous: [0, 1, 3]) == ["L": "UDGE", "E": "UDLG"])
  }

  @Test(
    arguments: [
      ("U<X", .unknown("X")), ("U,D<U", .twice("U")), ("U,<D", .blank), ("", .blank),
    ] as [(String, CausalOrdering.Problem)])
  func `says what is no ordering`(text: String, problem: CausalOrdering.Problem) throws {
    let table = try PublishedAnalysisTests.education()
    #expect(throws: problem) { try CausalOrdering(text, of: table) }
  }
}

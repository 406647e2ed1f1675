import CFIRStatistics
import Testing

/// Tables whose conditions and models were found by R cna 4.0.0 (Ambühl & Baumgartner).
struct PublishedAnalysisTests {
  /// Eight cases, one for each combination of U, D and G, with U+D<->L and L+G<->E: Baumgartner, Synthese 2009;170:71–96.
  static func education() throws -> FactorTable {
    let rows = (0..<8).map { number -> [Double] in
      let (u, d, g) = (number & 4 == 0, number & 2 == 0, number & 1 == 0)
      return [u, d, u || d, g, u || d || g].map { $0 ? 1 : 0 }
    }
    return try table(["U", "D", "L", "G", "E"], rows)
  }

  /// Electoral system, quotas, welfare state, women's movement, left parties, and many women in parliament, in 22
  /// democracies: Krook, Political Studies 2010;58:886–908.
  static func parliaments() throws -> FactorTable {
    let rows = [
      "111001", "101001", "111111", "101111", "110111", "110101", "110111", "110011", "000111", "111111",
      "010111", "110000", "010100", "100010", "110000", "000100", "010100", "010100", "010000", "000100",
      "110000", "010100",
    ].map { $0.compactMap(\.wholeNumberValue).map(Double.init) }
    return try table(["ES", "QU", "WS", "WM", "LP", "WNP"], rows)
  }

  static func table(_ names: [String], _ rows: [[Double]]) throws -> FactorTable {
    try FactorTable(names, names.indices.map { column in rows.map { $0[column] } })
  }

  private func texts(_ models: [CoincidenceModel], _ table: FactorTable, isSufficientOnly: Bool = false)
    -> [String]
  {
    models.map { FormulaNotation(table).text($0, isSufficientOnly: isSufficientOnly) }
  }

  @Test(arguments: [false, true])
  func `finds a chain and a common cause`(isStrict: Bool) throws {
    let table = try Self.education()
    var options = CoincidenceAnalysis.Options()
    options.ordering = isStrict ? nil : try CausalOrdering("U,D,L,G,E", of: table)
    let analysis = CoincidenceAnalysis(table, options: options)
    #expect(
      texts(analysis.sufficient, table, isSufficientOnly: true) == [
        "d*L->U", "d*g*E->U", "u*L->D", "u*g*E->D", "D->L", "U->L", "g*E->L", "l*E->G", "u*d*E->G", "L->E",
        "D->E", "G->E", "U->E",
      ])
    #expect(
      analysis.sufficient.map { ($0.coverage * 1e8).rounded() / 1e8 } == [
        0.5, 0.25, 0.5, 0.25, 0.66666667, 0.66666667, 0.5, 0.25, 0.25, 0.85714286, 0.57142857, 0.57142857,
        0.57142857,
      ])
    #expect(texts(analysis.atomic, table) == ["U+D<->L", "L+G<->E", "U+D+G<->E"])
    #expect(texts(analysis.complex, table) == ["(L+G<->E)*(U+D<->L)", "(U+D+G<->E)*(U+D<->L)"])
    #expect(analysis.complex.map(\.complexity) == [4, 5])
    #expect(analysis.complex.allSatisfy { $0.consistency == 1 && $0.coverage == 1 })
    #expect(analysis.bounds.isEmpty)
  }

  @Test func `finds both models of women in parliaments`() throws {
    let table = try Self.parliaments()
    var options = CoincidenceAnalysis.Options()
    options.outcomes = [try FormulaNotation(table).value("WNP")]
    let analysis = CoincidenceAnalysis(table, options: options)
    #expect(
      texts(analysis.sufficient, table, isSufficientOnly: true) == [
        "WS->WNP", "WM*LP->WNP", "ES*WM->WNP", "QU*LP->WNP", "es*LP->WNP", "ES*qu*lp->WNP", "qu*wm*lp->WNP",
      ])
    let models = ["WS+ES*WM+es*LP+QU*LP<->WNP", "WS+ES*WM+QU*LP+WM*LP<->WNP"]
    #expect(texts(analysis.atomic, table) == models)
    #expect(texts(analysis.complex, table) == models)
    #expect(analysis.atomic.map(\.complexity) == [7, 7])
  }

  @Test func `scores models as the published example does`() throws {
    // All sixteen combinations, with A+B+F*g<->R. Source: Parkkinen, R package frscore, README, frscored_cna(selectCases(…)).
    let rows = (0..<16).map { number -> [Double] in
      let bits = (0..<4).map { number >> $0 & 1 == 1 }
      return (bits + [bits[0] || bits[1] || (bits[2] && !bits[3])]).map { $0 ? 1 : 0 }
    }
    let table = try Self.table(["A", "B", "F", "G", "R"], rows)
    let robustness = FitRobustness(table, options: .init(), thresholds: [1, 0.9, 0.8, 0.7])
    #expect(robustness.analyses == 16)
    let best = robustness.scores.prefix(6)
    #expect(
      texts(best.map(\.model), table) == [
        "A+B+F*g<->R", "A+B<->R", "A+B+F<->R", "A+B+g<->R", "A+F<->R", "A+g<->R",
      ])
    #expect(best.map(\.score) == [38, 28, 24, 24, 15, 15])
    #expect(best.map(\.found) == [2, 12, 2, 2, 4, 4])
    #expect(
      best.map { (($0.normalized ?? 0) * 1e8).rounded() / 1e8 }.prefix(4) == [
        1, 0.73684211, 0.63157895, 0.63157895,
      ])
  }
}

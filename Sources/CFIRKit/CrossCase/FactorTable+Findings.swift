import CFIRStatistics

extension FactorTable.Problem {
  /// What is wrong, where, and how to mend it.
  ///
  /// - Parameters:
  ///   - cases: The cases that are to be factors.
  ///   - row: The row of a case.
  /// - Returns: An error at a cell, a name or an option.
  func finding(_ cases: CalibratedCases, row: (Int) -> Int) -> Finding {
    let names = cases.table.factors.map(\.name)
    func header(_ factor: Int) -> Origin { cases.header(factor) ?? Origin(file: names[factor]) }
    switch self {
    case .empty, .ragged:
      return .error(
        at: Origin(file: "--conditions"), "there is no factor to analyse", fix: "name at least one")
    case .value(let factor, let place):
      let value = NumberText.plain(cases.table.factors[factor].values[row(place)])
      return .error(
        at: cases.origin(factor: factor, case: row(place)) ?? header(factor),
        "\(value) is no membership and no value of a factor",
        fix:
          "crisp factors are 0 or 1, multi-value ones whole numbers from 0, fuzzy ones memberships 0 to 1; the kinds do not mix; \(CalibratedCases.fix(names[factor]))"
      )
    case .manyValues(let factor):
      return .error(
        at: header(factor), "'\(names[factor])' has more than 64 values",
        fix: "group them into a few; \(CalibratedCases.fix(names[factor]))")
    case .twice(let factor, let first):
      return .error(
        at: header(factor),
        "'\(names[factor])' and '\(names[first])' differ by case alone, which tells presence from absence",
        fix: "rename one of them")
    case .name(let factor):
      return .error(
        at: header(factor), "'\(names[factor])' cannot be the name of a factor",
        fix: "use a letter, which lower case can turn into absence, and none of * + = < > ( ) ,")
    }
  }
}

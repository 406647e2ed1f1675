import CFIRStatistics

extension ConfigurationalAnalysis {
  /// The columns that a question names.
  static func factors(_ columns: CaseColumns, _ question: Question) throws(Findings) -> (
    conditions: [CaseColumns.Column], outcome: CaseOutcome
  ) {
    let outcome = try CaseOutcome(question.outcome, in: columns, at: question.places.outcome)
    var conditions = try columns.columns(question.conditions, at: question.places.conditions)
    if question.conditions.isEmpty {
      conditions = columns.columns.filter { $0.name != outcome.column.name }
    }
    guard !conditions.contains(where: { $0.name == outcome.column.name }) else {
      throw Findings([
        .error(
          at: question.places.conditions, "'\(outcome.column.name)' is the outcome and a condition",
          fix: "leave it out of the conditions")
      ])
    }
    guard !conditions.isEmpty else {
      throw Findings([
        .error(
          at: question.places.conditions, "there is no condition", fix: "the table needs another column")
      ])
    }
    return (conditions, outcome)
  }

  /// How far each case has the outcome.
  static func memberships(
    _ cases: CalibratedCases, _ outcome: CaseOutcome, _ question: Question
  ) throws(Findings) -> [Double] {
    try cases.checkNumbers()
    let isNegated = question.isNegated != outcome.isNegated
    guard let factor = cases.table.factor(outcome.column.name) else { return [] }
    let levels = factor.condition.levels
    if let value = outcome.value {
      let isKnown = levels == 2 ? (0...1).contains(value) : factor.values.contains(Double(value))
      guard isKnown else {
        let values = levels == 2 ? [0, 1] : Set(factor.values.map { Int($0) }).sorted()
        throw Findings([
          .error(
            at: question.places.outcome, "'\(factor.name){\(value)}' is no value that occurs",
            fix: "\(factor.name) is \(values.map(String.init).enumerated(with: "and"))")
        ])
      }
      if levels == 2 { return isNegated != (value == 0) ? factor.values.map { 1 - $0 } : factor.values }
      return factor.values.map { (Int($0) == value) != isNegated ? 1 : 0 }
    }
    guard levels == 2 else {
      throw Findings([
        .error(
          at: question.places.outcome, "the outcome '\(factor.name)' has \(levels) values",
          fix: "say which is asked about, such as \(factor.name){\(levels - 1)}")
      ])
    }
    return isNegated ? factor.values.map { 1 - $0 } : factor.values
  }

  /// The values that are expected of each condition.
  static func expectations(_ question: Question, _ conditions: [Condition]) throws(Findings) -> [[Int]] {
    var expected = [[Int]](repeating: [], count: conditions.count)
    for literal in literals(question.expectations) {
      let term = try expectation(literal, conditions, at: question.places.expectations)
      for (place, value) in term.values.enumerated() {
        if let value, !expected[place].contains(value) { expected[place].append(value) }
      }
    }
    return expected
  }

  /// What is expected of one condition.
  private static func expectation(
    _ literal: String, _ conditions: [Condition], at origin: Origin
  ) throws(Findings) -> Term {
    let term: Term
    do throws(UnreadableTerm) {
      term = try Term(literal, conditions)
    } catch {
      let names = conditions.map(\.name)
      let fix: String =
        switch error.problem {
        case .unknown(let name):
          nearest(name, among: names).asSuggestion.ifEmpty(
            "the conditions are \(names.joined(separator: ", "))")
        case .valueNeeded(let name): "write a value, such as \(name){1}"
        case .noSuchValue(let name, let highest): "the values of \(name) are 0 to \(highest)"
        case .contradiction: "separate expectations by commas"
        }
      throw Findings([.error(at: origin, "'\(literal)' is no expectation about a condition", fix: fix)])
    }
    guard term.length < 2 else {
      throw Findings([
        .error(
          at: origin, "'\(literal)' is an expectation about conditions together, which is not made use of",
          fix: "say what is expected of each condition, separated by commas")
      ])
    }
    return term
  }

  /// The parts between commas; `DEV{1,2}` stands for `DEV{1}` and `DEV{2}`.
  private static func literals(_ text: String) -> [String] {
    var (parts, part, isInside) = ([String](), "", false)
    for character in text {
      if character == "{" { isInside = true }
      if character == "}" { isInside = false }
      if character == "," && !isInside {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
    }
    return (parts + [part]).map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }.flatMap {
      part -> [String] in
      guard let open = part.lastIndex(of: "{"), part.hasSuffix("}") else { return [part] }
      let values = part[part.index(after: open)...].dropLast().split(separator: ",")
      return values.map { "\(part[..<open]){\($0.trimmingWhitespace())}" }
    }
  }
}

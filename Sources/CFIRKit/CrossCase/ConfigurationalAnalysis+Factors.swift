import CFIRStatistics

extension ConfigurationalAnalysis {
  /// An outcome as it is asked about.
  struct Outcome {
    var column: CaseColumns.Column
    var isNegated: Bool
    var value: Int?
  }

  /// The columns that a question names.
  static func factors(_ columns: CaseColumns, _ question: Question) throws(Findings) -> (
    conditions: [CaseColumns.Column], outcome: Outcome
  ) {
    let outcome = try outcome(columns, question.outcome)
    var names = question.conditions
    if names.isEmpty { names = columns.columns.map(\.name).filter { $0 != outcome.column.name } }
    var conditions: [CaseColumns.Column] = []
    for name in names {
      let column = try column(name, columns, option: "--conditions")
      guard column.name != outcome.column.name else {
        throw Findings([
          .error(
            at: Origin(file: "--conditions"), "'\(name)' is the outcome and a condition",
            fix: "leave it out of the conditions")
        ])
      }
      guard !conditions.contains(where: { $0.name == column.name }) else {
        throw Findings([
          .error(at: Origin(file: "--conditions"), "the condition '\(name)' stands twice", fix: "keep one")
        ])
      }
      conditions.append(column)
    }
    guard !conditions.isEmpty else {
      throw Findings([
        .error(
          at: Origin(file: "--conditions"), "there is no condition", fix: "the table needs another column")
      ])
    }
    return (conditions, outcome)
  }

  /// Every factor that the recipe names must be there.
  static func check(_ recipe: CalibrationRecipe, against columns: CaseColumns) throws(Findings) {
    let unknown = recipe.entries.filter { columns.column($0.factor) == nil }
    guard !unknown.isEmpty else { return }
    throw Findings(
      unknown.map { entry in
        .error(
          at: entry.origin, "there are no numbers called '\(entry.factor)' to calibrate",
          fix: nearest(entry.factor, among: columns.columns.map(\.name)).asSuggestion.ifEmpty(
            "name a construct that is rated, or a column of numbers"))
      })
  }

  private static func outcome(_ columns: CaseColumns, _ text: String) throws(Findings) -> Outcome {
    // Names as they stand come first: a column may be called `~A` or `A{1}`. Marks are read before names that are merely alike.
    func isColumn(_ name: String) -> Bool { columns.columns.contains { $0.name == name } }
    var name = text.trimmingWhitespace()
    let isNegated = !isColumn(name) && name.hasPrefix("~")
    if isNegated { name = String(name.dropFirst()).trimmingWhitespace() }
    var value: Int?
    if !isColumn(name), name.hasSuffix("}"), let open = name.lastIndex(of: "{") {
      value = Int(name[name.index(after: open)...].dropLast())
      if value != nil { name = String(name[..<open]).trimmingWhitespace() }
    }
    return Outcome(column: try column(name, columns, option: "--outcome"), isNegated: isNegated, value: value)
  }

  private static func column(_ name: String, _ columns: CaseColumns, option: String) throws(Findings)
    -> CaseColumns.Column
  {
    if let column = columns.column(name) { return column }
    let names = columns.columns.map(\.name)
    throw Findings([
      .error(
        at: Origin(file: option), "there is no column or construct '\(name)'",
        fix: nearest(name, among: names).asSuggestion.ifEmpty("there are \(names.joined(separator: ", "))"))
    ])
  }

  /// How far each case has the outcome.
  static func memberships(_ table: CaseTable, _ outcome: Outcome, isNegated: Bool) throws(Findings)
    -> [Double]
  {
    guard let factor = table.factor(outcome.column.name), !factor.values.isEmpty else {
      throw Findings([
        .error(
          at: Origin(file: "--outcome"), "no case has a number on every condition and the outcome",
          fix: "choose fewer conditions, or say `missing: absent`")
      ])
    }
    guard factor.isCalibrated else {
      throw Findings([ConfigurationProblem.notCalibrated(factor.name).finding])
    }
    let levels = factor.condition.levels
    if let value = outcome.value, !factor.isFuzzy {
      return factor.values.map { (Int($0) == value) != isNegated ? 1 : 0 }
    }
    guard levels == 2 else {
      throw Findings([
        .error(
          at: Origin(file: "--outcome"), "the outcome '\(factor.name)' has \(levels) values",
          fix: "say which is asked about, such as \(factor.name){\(levels - 1)}")
      ])
    }
    return isNegated ? factor.values.map { 1 - $0 } : factor.values
  }

  /// The values that are expected of each condition.
  static func expectations(_ text: String, _ conditions: [Condition]) throws(Findings) -> [[Int]] {
    var expected = [[Int]](repeating: [], count: conditions.count)
    for literal in literals(text) {
      do throws(UnreadableTerm) {
        let term = try Term(literal, conditions)
        for (place, value) in term.values.enumerated() {
          if let value, !expected[place].contains(value) { expected[place].append(value) }
        }
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
        throw Findings([
          .error(at: Origin(file: "--expect"), "'\(literal)' is no expectation about a condition", fix: fix)
        ])
      }
    }
    return expected
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

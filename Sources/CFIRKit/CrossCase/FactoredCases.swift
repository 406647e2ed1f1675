import CFIRStatistics

/// Cases as factors of a coincidence analysis, with what was done to get there.
public struct FactoredCases: Sendable {
  /// What is to be made of cases.
  public struct Question: Sendable {
    /// What is to be explained: `NAME`, `~NAME` for its absence, `NAME=2` for a value; a name in lower case stands for absence in a
    /// table. Empty: everything.
    public var outcomes: [String]
    /// The factors beside these; empty: all that are usual.
    public var conditions: [String]
    /// Where the outcomes are said.
    public var outcomePlace = Origin(file: "--outcome")
    /// Where the conditions are said.
    public var conditionPlace = Origin(file: "--conditions")

    /// A question.
    public init(outcomes: [String], conditions: [String]) {
      self.outcomes = outcomes
      self.conditions = conditions
    }
  }

  /// The cases.
  public let table: FactorTable
  /// What is to be explained; empty: everything.
  public let outcomes: [FactorValue]
  /// The cases before they became factors; rows that stand for several cases are in ``table`` as often.
  public let cases: CalibratedCases
  /// How the numbers came to be, and what was left out, in sentences.
  public let notes: [String]

  /// The most cases that rows with a frequency may stand for.
  static let mostCases = 1_000_000

  /// Calibrates numbers and takes them for factors, in the order of the columns.
  ///
  /// - Parameters:
  ///   - columns: Cases and numbers.
  ///   - recipe: How they are calibrated.
  ///   - question: What is asked.
  /// - Throws: Findings about what cannot be used, at the cell, the option or the place in a study file.
  public init(
    _ columns: CaseColumns, by recipe: CalibrationRecipe, asking question: Question
  ) throws(Findings) {
    try recipe.check(against: columns)
    var asked: [CaseOutcome] = []
    for text in question.outcomes {
      asked.append(try CaseOutcome(text, in: columns, at: question.outcomePlace))
    }
    let results = asked.map(\.column)
    var used = try columns.columns(question.conditions, at: question.conditionPlace)
    var left: [CaseColumns.Column] = []
    if question.conditions.isEmpty { (used, left) = columns.usual(for: results, by: recipe) }
    let names = Set((used + results).map(\.name))
    let factors = columns.columns.filter { names.contains($0.name) }
    cases = try CalibratedCases(columns, factors, by: recipe)
    notes = Self.notes(columns, cases, left)
    table = try Self.table(cases)
    var outcomes: [FactorValue] = []
    for (outcome, text) in zip(asked, question.outcomes) {
      outcomes += try Self.values(
        outcome, written: text, in: table, at: question.outcomePlace, isStudy: columns.isStudy)
    }
    self.outcomes = outcomes
  }

  private static func table(_ cases: CalibratedCases) throws(Findings) -> FactorTable {
    let rows = cases.table.cases.indices
    guard cases.table.counts.reduce(0, +) <= mostCases else {
      throw Findings([
        .error(
          at: Origin(file: "--frequency"), "the rows stand for more than \(mostCases) cases",
          fix: "divide the frequencies by a common number")
      ])
    }
    let copies = rows.flatMap { [Int](repeating: $0, count: cases.table.counts[$0]) }
    let columns = cases.table.factors.map { factor in copies.map { factor.values[$0] } }
    do throws(FactorTable.Problem) {
      return try FactorTable(cases.table.factors.map(\.name), columns)
    } catch {
      throw Findings([error.finding(cases, row: { copies[$0] })])
    }
  }

  private static func notes(
    _ columns: CaseColumns, _ cases: CalibratedCases, _ left: [CaseColumns.Column]
  ) -> [String] {
    var notes = columns.notes
    if !left.isEmpty {
      notes.append(
        "Left out, since not every case has a number: \(left.map(\.name).enumerated(with: "and")); name them with --conditions to leave out the cases instead."
      )
    }
    if let sentence = cases.leftOutSentence { notes.append(sentence) }
    var seen: Set<String> = []
    for account in cases.factors.map(\.account)
    where account != Calibration.none.words && seen.insert(account).inserted {
      let names = cases.factors.filter { $0.account == account }.map(\.name)
      notes.append("\(names.enumerated(with: "and")): \(account).")
    }
    return notes + cases.notes
  }

  /// The factor values that an outcome stands for: all values of a factor that has several, and none is named.
  private static func values(
    _ outcome: CaseOutcome, written text: String, in table: FactorTable, at origin: Origin, isStudy: Bool
  ) throws(Findings) -> [FactorValue] {
    guard let factor = table.factor(named: outcome.column.name) else { return [] }
    let (name, values) = (table.factors[factor].name, table.factors[factor].values)
    let isSet = values.allSatisfy { (0...1).contains($0) }
    if let value = outcome.value, values.contains(value), !outcome.isNegated {
      return [FactorValue(factor: factor, value: value)]
    }
    if outcome.value == nil {
      if isSet && outcome.isNegated { return [FactorValue(factor: factor, value: 0)] }
      if table.kind != .multiValue {
        let isAbsent = !isStudy && text == text.lowercased()
        return [FactorValue(factor: factor, value: isAbsent ? 0 : 1)]
      }
      if !outcome.isNegated {
        // A study's outcome is a set, whatever its conditions are.
        return isStudy && isSet
          ? [FactorValue(factor: factor, value: 1)] : values.map { FactorValue(factor: factor, value: $0) }
      }
    }
    throw Findings([
      .error(
        at: origin, "'\(text)' is no value that occurs",
        fix: table.kind == .multiValue
          ? "\(name) is \(values.map(String.init).enumerated(with: "and"))"
          : "it is present (\(name)) or absent (\(name.lowercased()))")
    ])
  }
}

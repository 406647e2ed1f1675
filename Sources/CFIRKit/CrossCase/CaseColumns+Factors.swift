import CFIRStatistics

/// A study's numbers as factors of a coincidence analysis, with what was done to get there.
public struct FactoredCases: Sendable {
  /// The cases.
  public let table: FactorTable
  /// How the numbers came to be, and what was left out, in sentences.
  public let notes: [String]

  /// Calibrates numbers and takes them for factors.
  ///
  /// Where no conditions are named, all rated constructs and calibrated columns that have a number for every case are.
  ///
  /// - Parameters:
  ///   - columns: Cases and numbers.
  ///   - conditions: The conditions by name; may be empty.
  ///   - outcome: The column that holds the outcome.
  ///   - recipe: How numbers are calibrated.
  /// - Throws: Findings about what cannot be used.
  public init(
    _ columns: CaseColumns, conditions: [String], outcome: String, by recipe: CalibrationRecipe
  ) throws(Findings) {
    let result = try Self.column(outcome, columns, option: "--outcome")
    var notes = columns.notes
    var used: [CaseColumns.Column] = []
    for name in conditions {
      let column = try Self.column(name, columns, option: "--conditions")
      if column.name != result.name { used.append(column) }
    }
    if conditions.isEmpty {
      let usable = columns.columns.filter { column in
        column.name != result.name
          && (column.calibration != nil || recipe.calibration(of: [column.name] + column.aliases) != nil)
      }
      used = usable.filter { recipe.missing == .absent || !$0.values.contains(nil) }
      let left = usable.filter { column in !used.contains { $0.name == column.name } }
      if !left.isEmpty {
        notes.append(
          "Left out, since not every case has a number: \(NumberText.list(left.map(\.name))); name them with --conditions to leave out the cases instead."
        )
      }
    }
    let cases = try CalibratedCases(columns, used + [result], by: recipe)
    for left in cases.leftOut {
      notes.append("Case '\(left.label)' is left out: no number for \(left.factor).")
    }
    let accounts = Dictionary(grouping: cases.factors, by: \.account)
    for account in cases.factors.map(\.account)
    where !notes.contains(where: { $0.hasSuffix(": \(account).") }) {
      notes.append("\(NumberText.list((accounts[account] ?? []).map(\.name))): \(account).")
    }
    self.notes = notes
    let names = cases.table.factors.map(\.name)
    do throws(FactorTable.Problem) {
      table = try FactorTable(names, cases.table.factors.map(\.values))
    } catch {
      let origin = Origin(file: columns.title)
      throw Findings([
        error.finding(
          names, columns: cases.table.factors.map(\.values), file: columns.title, header: { _ in origin },
          cell: { _, _ in origin })
      ])
    }
  }

  private static func column(
    _ name: String, _ columns: CaseColumns, option: String
  ) throws(Findings) -> CaseColumns.Column {
    if let column = columns.column(name) { return column }
    let names = columns.columns.map(\.name)
    throw Findings([
      .error(
        at: Origin(file: option), "there is no column or construct '\(name)'",
        fix: nearest(name, among: names).asSuggestion.ifEmpty("there are \(names.joined(separator: ", "))"))
    ])
  }
}

extension NumberText {
  /// `A, B and C`.
  static func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}

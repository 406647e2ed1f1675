import CFIRStatistics

/// Cases as memberships, with what was done to get there.
public struct CalibratedCases: Sendable {
  /// A factor and how it was calibrated.
  public struct Factor: Sendable {
    /// Its name.
    public let name: String
    /// How.
    public let calibration: Calibration
    /// How, in words.
    public let account: String
  }

  /// A case that was left out.
  public struct LeftOut: Sendable {
    /// The case.
    public let label: String
    /// The first factor on which it has no number.
    public let factor: String
    /// Where that number is not.
    public let origin: Origin?
  }

  /// The cases with a number on every factor, the outcome being the last factor where there is one.
  public let table: CaseTable
  /// How each factor was calibrated.
  public let factors: [Factor]
  /// Cases that were left out.
  public let leftOut: [LeftOut]
  /// What is to be known of the factors' numbers, in sentences.
  public let notes: [String]
  /// Where the number of a factor and a case of the table stands.
  private let origins: [[Origin?]]
  /// Where each factor's name stands.
  private let headers: [Origin?]

  /// Calibrates the columns of an analysis.
  ///
  /// - Parameters:
  ///   - columns: Cases and numbers.
  ///   - used: Those of its columns that are analysed.
  ///   - recipe: How.
  /// - Throws: The findings of columns that cannot be used, or that no case is left.
  init(_ columns: CaseColumns, _ used: [CaseColumns.Column], by recipe: CalibrationRecipe) throws(Findings) {
    let broken = used.flatMap(\.findings)
    guard broken.isEmpty else { throw Findings(broken).inFileOrder }
    var (kept, leftOut): ([Int], [LeftOut]) = ([], [])
    for place in columns.cases.indices {
      if recipe.missing == .exclude, let missing = used.first(where: { $0.values[place] == nil }) {
        leftOut.append(
          LeftOut(label: columns.cases[place], factor: missing.name, origin: missing.origin(place)))
      } else {
        kept.append(place)
      }
    }
    guard !kept.isEmpty else {
      throw Findings([
        .error(
          at: Origin(file: "--conditions"), "no case has a number on every condition and the outcome",
          fix: "choose fewer conditions, or let what is missing count as absent with --missing absent")
      ])
    }
    factors = used.map { column in
      let said = recipe.calibration(of: column.names)
      let calibration = said ?? column.calibration ?? .none
      return Factor(
        name: column.name, calibration: calibration,
        account: said == nil ? column.account ?? calibration.words : calibration.words)
    }
    self.leftOut = leftOut
    notes = used.flatMap(\.notes)
    origins = used.map { column in kept.map { column.origin($0) } }
    headers = used.map(\.header)
    table = CaseTable(
      cases: kept.map { columns.cases[$0] },
      factors: zip(used, factors).map { column, factor in
        CaseTable.Factor(
          column.name, kept.map { place in column.values[place].map { factor.calibration($0) } ?? 0 })
      }, counts: kept.map { columns.counts[$0] })
  }

  /// Where a number stands, or at least its factor.
  func origin(factor: Int, case place: Int) -> Origin? { origins[factor][place] ?? headers[factor] }

  /// Where a factor's name stands.
  func header(_ factor: Int) -> Origin? { headers[factor] }

  /// Which cases were left out, one note for each.
  public var leftOutNotes: Findings {
    Findings(
      leftOut.map {
        Finding(
          .note, at: $0.origin ?? Origin(file: $0.factor),
          "the case '\($0.label)' has no number for '\($0.factor)' and is left out")
      })
  }

  /// The same in one sentence; nothing where all are there.
  public var leftOutSentence: String? {
    leftOut.isEmpty
      ? nil
      : "Left out, without a number: \(leftOut.map { "\($0.label) (\($0.factor))" }.joined(separator: ", "))."
  }

  /// The first number that is neither a membership nor a value.
  func checkNumbers() throws(Findings) {
    for (place, factor) in table.factors.enumerated() where !factor.isCalibrated {
      let isFuzzy = factor.isFuzzy
      let cell = factor.values.firstIndex { number in
        number < 0 || (isFuzzy ? number > 1 : number >= Double(CaseTable.mostLevels))
      }
      throw Findings([
        .error(
          at: cell.flatMap { origin(factor: place, case: $0) } ?? Origin(file: "--calibrate"),
          "the numbers of '\(factor.name)' are neither memberships within 0 … 1 nor values 0, 1, 2, …"
            + (cell.map { ", such as \(NumberText.plain(factor.values[$0]))" } ?? ""),
          fix: Self.fix(factor.name))
      ])
    }
  }

  /// How to mend numbers that are neither memberships nor values.
  static func fix(_ name: String) -> String {
    "say how they become a set: --calibrate '\(name)=direct:OUT,CROSSOVER,IN' or '\(name)=crisp:THRESHOLD'"
  }
}

import CFIRStatistics

/// Cases and their raw numbers, before calibration.
public struct CaseColumns: Sendable {
  /// A column.
  public struct Column: Sendable {
    /// What it is called in formulas.
    public var name: String
    /// Other names that it answers to.
    public var aliases: [String]
    /// A number for each case; nothing where there is none.
    public var values: [Double?]
    /// How it is calibrated where no recipe says; nothing: the numbers are memberships or values already.
    public var calibration: Calibration?
    /// How its numbers came to be, where no recipe says; printed in place of the calibration.
    public var account: String?
    /// What is wrong with its cells; it matters only where the column is used.
    public var findings: [Finding]

    /// A column.
    public init(
      _ name: String, aliases: [String] = [], values: [Double?], calibration: Calibration? = nil,
      account: String? = nil, findings: [Finding] = []
    ) {
      self.name = name
      self.aliases = aliases
      self.values = values
      self.calibration = calibration
      self.account = account
      self.findings = findings
    }
  }

  /// What the table or study is called.
  public var title: String
  /// What the cases are called.
  public var cases: [String]
  /// The columns in order.
  public var columns: [Column]
  /// How many cases each row stands for.
  public var counts: [Int]
  /// The edition of the framework that a study is read by; nothing for a table.
  public var framework: String?
  /// What else was decided about the numbers, in sentences.
  public var notes: [String] = []

  /// Cases and their numbers.
  public init(
    title: String, cases: [String], columns: [Column], counts: [Int]? = nil, framework: String? = nil
  ) {
    self.title = title
    self.cases = cases
    self.columns = columns
    self.counts = counts ?? [Int](repeating: 1, count: cases.count)
    self.framework = framework
  }

  /// A column by its name, or where no column has it, by another of its names.
  func column(_ name: String) -> Column? {
    columns.first { $0.name == name }
      ?? columns.first { column in ([column.name] + column.aliases).contains { NameKey($0) == NameKey(name) }
      }
  }

  /// Takes a column out and counts cases by it.
  ///
  /// - Throws: A finding where there is no such column, or a cell is no whole number.
  public mutating func count(by name: String) throws(Finding) {
    guard let place = columns.firstIndex(where: { $0.name == name }) else {
      throw .error(
        at: Origin(file: "--frequency"), "there is no column '\(name)'",
        fix: nearest(name, among: columns.map(\.name)).asSuggestion.ifEmpty(
          "the columns are \(columns.map(\.name).joined(separator: ", "))"))
    }
    if let finding = columns[place].findings.first { throw finding }
    var counts: [Int] = []
    for (value, label) in zip(columns[place].values, cases) {
      guard let value, value >= 0, value == value.rounded(), value < 1e9 else {
        throw .error(
          at: Origin(file: "--frequency"), "the frequency of '\(label)' is not a whole number",
          fix: "write how many cases the row stands for")
      }
      counts.append(Int(value))
    }
    columns.remove(at: place)
    // A row that stands for no case shows nothing; it is a remainder like those that are not listed.
    let kept = counts.indices.filter { counts[$0] > 0 }
    self.counts = kept.map { counts[$0] }
    cases = kept.map { cases[$0] }
    for index in columns.indices { columns[index].values = kept.map { columns[index].values[$0] } }
  }
}

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

  /// The cases with a number on every factor, the outcome being the last factor.
  public let table: CaseTable
  /// How each factor was calibrated.
  public let factors: [Factor]
  /// Cases that were left out, and the first factor on which they have no number.
  public let leftOut: [(label: String, factor: String)]

  /// Calibrates the columns of an analysis.
  ///
  /// - Parameters:
  ///   - columns: Cases and numbers.
  ///   - used: Those of its columns that are analysed.
  ///   - recipe: How.
  /// - Throws: The findings of columns that cannot be used.
  init(_ columns: CaseColumns, _ used: [CaseColumns.Column], by recipe: CalibrationRecipe) throws(Findings) {
    if let broken = used.first(where: { !$0.findings.isEmpty }) { throw Findings(broken.findings) }
    var (kept, leftOut): ([Int], [(String, String)]) = ([], [])
    for place in columns.cases.indices {
      if recipe.missing == .exclude, let missing = used.first(where: { $0.values[place] == nil }) {
        leftOut.append((columns.cases[place], missing.name))
      } else {
        kept.append(place)
      }
    }
    factors = used.map { column in
      let said = recipe.calibration(of: [column.name] + column.aliases)
      let calibration = said ?? column.calibration ?? .none
      return Factor(
        name: column.name, calibration: calibration,
        account: said == nil ? column.account ?? calibration.words : calibration.words)
    }
    self.leftOut = leftOut
    table = CaseTable(
      cases: kept.map { columns.cases[$0] },
      factors: zip(used, factors).map { column, factor in
        CaseTable.Factor(
          column.name, kept.map { place in column.values[place].map { factor.calibration($0) } ?? 0 })
      }, counts: kept.map { columns.counts[$0] })
  }
}

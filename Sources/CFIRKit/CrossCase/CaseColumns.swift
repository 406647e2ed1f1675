import CFIRStatistics

/// Cases and their raw numbers, before calibration: what every analysis across cases starts from.
public struct CaseColumns: Sendable {
  /// A column.
  public struct Column: Sendable {
    /// What its numbers are.
    public enum Kind: Sendable {
      /// Numbers of a table, or attributes of organizations.
      case number
      /// Ratings of a construct.
      case rating
      /// What respondents say, as their organization's mean.
      case survey
      /// A study's own outcome.
      case outcome
    }

    /// What it is called in formulas.
    public var name: String
    /// Other names that it answers to.
    public var aliases: [String]
    /// What its numbers are.
    public var kind: Kind
    /// A number for each case; nothing where there is none.
    public var values: [Double?]
    /// Where each of them stands; nothing where that is no single place.
    public var origins: [Origin?]
    /// Where its name stands.
    public var header: Origin?
    /// How it is calibrated where no recipe says; nothing: the numbers are memberships or values already.
    public var calibration: Calibration?
    /// How its numbers came to be, where no recipe says; printed in place of the calibration.
    public var account: String?
    /// What else is to be known of its numbers, in sentences; said where it is analysed.
    public var notes: [String]
    /// What is wrong with its cells; it matters only where the column is analysed.
    public var findings: [Finding]

    /// A column.
    public init(
      _ name: String, aliases: [String] = [], kind: Kind = .number, values: [Double?],
      origins: [Origin?] = [], header: Origin? = nil, calibration: Calibration? = nil,
      account: String? = nil, notes: [String] = [], findings: [Finding] = []
    ) {
      self.name = name
      self.aliases = aliases
      self.kind = kind
      self.values = values
      self.origins = origins
      self.header = header
      self.calibration = calibration
      self.account = account
      self.notes = notes
      self.findings = findings
    }

    /// All names that it answers to.
    public var names: [String] { [name] + aliases }

    /// Where a case's number stands, or at least the column.
    func origin(_ place: Int) -> Origin? {
      (origins.indices.contains(place) ? origins[place] : nil) ?? header
    }

    mutating func keep(_ places: [Int]) {
      values = places.map { values[$0] }
      origins = origins.isEmpty ? [] : places.map { origins[$0] }
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

  /// Whether they are a study's and not a plain table's.
  public var isStudy: Bool { framework != nil }

  /// Takes a column out and counts cases by it.
  ///
  /// - Throws: Findings where there is no such column, or a cell is no whole number.
  public mutating func count(by name: String) throws(Findings) {
    let option = Origin(file: "--frequency")
    guard let known = column(name), let place = columns.firstIndex(where: { $0.name == known.name }) else {
      throw Findings([unknown(name, at: option)])
    }
    let column = columns[place]
    guard column.findings.isEmpty else { throw Findings(column.findings) }
    var counts: [Int] = []
    for (row, label) in cases.enumerated() {
      guard let value = column.values[row], value >= 0, value == value.rounded(), value < 1e9 else {
        throw Findings([
          .error(
            at: column.origin(row) ?? option, "the frequency of '\(label)' is not a whole number",
            fix: "write how many cases the row stands for")
        ])
      }
      counts.append(Int(value))
    }
    columns.remove(at: place)
    // A row that stands for no case shows nothing; it is a remainder like those that are not listed.
    let kept = counts.indices.filter { counts[$0] > 0 }
    guard !kept.isEmpty else {
      throw Findings([
        .error(
          at: option, "every frequency in '\(column.name)' is 0, so that there is no case",
          fix: "name the column that says how many cases each row stands for")
      ])
    }
    self.counts = kept.map { counts[$0] }
    cases = kept.map { cases[$0] }
    for index in columns.indices { columns[index].keep(kept) }
  }
}

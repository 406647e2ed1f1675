/// Words in rows and columns, with what each cell means to a spreadsheet beside what it says to people.
public struct Table: Sendable {
  /// A column.
  public struct Column: Sendable {
    /// Its header.
    public var title: String
    /// Whether its cells are numbers, set to the right.
    public var isNumeric: Bool
    /// Whether its cells head their rows.
    public var isHeader: Bool

    /// A column.
    public init(_ title: String, isNumeric: Bool = false, isHeader: Bool = false) {
      self.title = title
      self.isNumeric = isNumeric
      self.isHeader = isHeader
    }
  }

  /// A cell.
  public struct Cell: Sendable {
    /// What it says to people.
    public var text: String
    /// What it says to programs: unrounded, in ASCII signs.
    public var data: String
    /// How a rating is shaded.
    public var tone: Tone?

    /// A cell that says one thing to people and another to programs.
    public init(text: String, data: String, tone: Tone? = nil) {
      (self.text, self.data, self.tone) = (text, data, tone)
    }

    /// Text.
    public static func text(_ text: String) -> Cell { Cell(text: text, data: text) }
    /// A whole number.
    public static func count(_ number: Int?) -> Cell {
      Cell(text: NumberStyle.whole(number), data: number.map(String.init) ?? "")
    }
    /// A number, rounded for people only.
    public static func number(_ number: Double?, places: Int = 2) -> Cell {
      Cell(
        text: NumberStyle.decimal(number, places: places),
        data: number.map { JSON.number($0).text.trimmingWhitespace() } ?? "")
    }
    /// A cell of the matrix; empty where nobody rated.
    public static func rating(_ cell: RatingMatrix.Cell?) -> Cell {
      Cell(text: cell?.typographic ?? "", data: cell?.settled.value?.token ?? "", tone: Tone(cell))
    }
  }

  /// How a rating is shaded; print and screen readers get the same from its text.
  public enum Tone: String, Sendable {
    case strongPositive, positive, neutral, mixed, negative, strongNegative, missing, unresolved, blank

    /// The shade of a cell of the matrix.
    public init(_ cell: RatingMatrix.Cell?) {
      guard let cell else {
        self = .blank
        return
      }
      guard let value = cell.settled.value else {
        self = .unresolved
        return
      }
      switch value {
      case .score(let score):
        switch score.value {
        case 2: self = .strongPositive
        case 1: self = .positive
        case -1: self = .negative
        case -2: self = .strongNegative
        default: self = score.isMixed ? .mixed : .neutral
        }
      case .missing, .notAsked, .notApplicable: self = .missing
      case .descriptor: self = .neutral
      }
    }
  }

  /// A row, or the heading of the rows below it.
  public enum Row: Sendable {
    /// One cell for each column.
    case cells([Cell])
    /// A heading over the rows that follow, such as a domain's name.
    case heading(String)
  }

  /// What the table shows.
  public var caption: String
  /// Its columns.
  public var columns: [Column]
  /// Its rows.
  public var rows: [Row]
  /// What stands below it.
  public var notes: [String]

  /// A table.
  public init(_ caption: String, columns: [Column], rows: [Row] = [], notes: [String] = []) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }

  /// Adds a row.
  public mutating func add(_ cells: [Cell]) { rows.append(.cells(cells)) }

  /// The table as CSV: data, not prose; all but numbers and ratings is guarded from spreadsheets that take text for formulas.
  public var csv: String {
    var writer = CSVWriter()
    writer.row(columns.map(\.title.withFormulaGuard))
    for case .cells(let cells) in rows {
      writer.row(cells.map { Self.guarded($0.data) })
    }
    return writer.text
  }

  /// Numbers and ratings stay as they are, whatever they begin with.
  private static func guarded(_ data: String) -> String {
    let guarded = data.withFormulaGuard
    if guarded.utf8.count == data.utf8.count { return data }
    return Double(data) != nil || (try? RatingValue(token: data)) != nil ? data : guarded
  }
}

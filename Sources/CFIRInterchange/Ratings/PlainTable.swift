import CFIRKit

/// A plain table of ratings: one row for each unit, one column for each rater, nothing of a study.
public enum PlainTable {
  /// How a plain table is read.
  public struct Options: Sendable {
    /// Whether the first column names the units.
    public var hasNames = true
    /// What the categories mean to each other; by default what they look like.
    public var scale: MeasurementScale?
    /// All categories from low to high; empty: those that occur.
    public var categories: [String] = []

    /// The first column names the units, the rest is seen from the cells.
    public init() {}
  }

  /// Words that stand for no rating.
  private static let missing: Set<String> = ["", "NA", "NaN"]

  /// Reads a plain table.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - options: How it is read.
  /// - Returns: The ratings, where nothing stands against them, and all that was found.
  public static func read(_ path: String, _ options: Options) -> (units: RatedUnits?, findings: Findings) {
    var findings = Findings()
    do throws(Finding) {
      let units = try read(path, options, noting: &findings)
      return (findings.hasErrors ? nil : units, findings)
    } catch {
      findings.add(error)
      return (nil, findings)
    }
  }

  private static func read(
    _ path: String, _ options: Options, noting findings: inout Findings
  ) throws(Finding) -> RatedUnits? {
    var table = TableReader(try RecordReader(path: path, name: path))
    let columns = Array(table.header.indices.dropFirst(options.hasNames ? 1 : 0))
    guard !columns.isEmpty else {
      throw .error(
        at: Origin(file: path, line: 1), "there is no column of ratings",
        fix: options.hasNames
          ? "the first column names the units, and each further one is a rater's; say --no-names where there are no names"
          : "give each rater a column")
    }
    let raters = columns.map { place in
      let name = table.header[place]
      return name.isEmpty ? "column \(place + 1)" : name
    }
    if raters.allSatisfy({ Double($0) != nil }) && raters.count > 1 {
      findings.add(
        .warning(
          at: Origin(file: path, line: 1),
          "the first row is read as the raters' names, and all of them are numbers",
          fix: "put a row with names above the ratings if it holds ratings"))
    }
    let rows = try rows(&table, columns, options, noting: &findings)
    if rows.isEmpty && !findings.hasErrors {
      throw .error(
        at: Origin(file: path, line: 1), "there is a header and no unit below it",
        fix: "add a row for each unit that was rated")
    }
    let isWordy = rows.joined().contains { !$0.isEmpty && RatedUnits.number($0) == nil }
    if options.scale == .ordinal && options.categories.isEmpty && isWordy {
      throw .error(
        at: Origin(file: path), "the ratings are words, and nothing says their order",
        fix: "say --categories with all of them from low to high, or --scale nominal")
    }
    return RatedUnits(raters: raters, rows: rows, scale: options.scale, categories: options.categories)
  }

  /// The cells, those that the options do not allow noted.
  private static func rows(
    _ table: inout TableReader, _ columns: [Int], _ options: Options, noting findings: inout Findings
  ) throws(Finding) -> [[String]] {
    let takesNumbers = options.scale == .interval || options.scale == .ratio
    let numbers = options.categories.map(RatedUnits.number)
    let isNumeric = !numbers.contains(nil)
    var checked: [String: Bool] = [:]
    func isAllowed(_ word: String) -> Bool {
      if options.categories.isEmpty || options.categories.contains(word) { return true }
      return isNumeric && RatedUnits.number(word).map { numbers.contains($0) } ?? false
    }
    var rows: [[String]] = []
    while try table.next(noting: &findings) {
      var row: [String] = []
      for place in columns {
        let text = table.text(place)
        row.append(missing.contains(text) ? "" : text)
        guard !missing.contains(text) else { continue }
        let isSound = checked[text] ?? (isAllowed(text) && (!takesNumbers || RatedUnits.number(text) != nil))
        checked[text] = isSound
        if isSound { continue }
        findings.add(
          isAllowed(text)
            ? .error(
              at: table.origin(place),
              "'\(text)' is no number, which the \(options.scale?.rawValue ?? "") scale takes",
              fix: "say --scale ordinal with --categories in their order, or --scale nominal")
            : .error(
              at: table.origin(place), "'\(text)' is none of the categories given",
              fix: "add it to --categories, or correct the cell"))
      }
      rows.append(row)
    }
    return rows
  }
}

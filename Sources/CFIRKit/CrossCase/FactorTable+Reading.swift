import CFIRStatistics

extension FactorTable {
  /// Reads a plain table of cases: the first column names the case, each other column is a factor, its cells numbers.
  ///
  /// Whether factors are crisp, multi-value or fuzzy is found from the numbers.
  ///
  /// - Parameters:
  ///   - records: The table.
  ///   - findings: Takes what is wrong with single cells.
  /// - Returns: The table; nothing where a cell is wrong.
  /// - Throws: A finding where reading cannot go on.
  public static func read(
    _ records: consuming RecordReader, noting findings: inout Findings
  ) throws(Finding) -> FactorTable? {
    var table = TableReader(records)
    let names = table.header
    let places = names.indices.dropFirst().filter { !names[$0].isEmpty }
    guard !places.isEmpty else {
      throw .error(
        at: Origin(file: table.file, line: 1), "there is no column of numbers",
        fix: "the first column names the case, the others are factors")
    }
    var reading = Reading(columns: [[Double]](repeating: [], count: places.count))
    while try table.next(noting: &findings) {
      if names.indices.allSatisfy({ table.text($0).isEmpty }) { continue }
      reading.take(&table, places, noting: &findings)
    }
    if findings.hasErrors { return nil }
    let headers = places.map { table.headerOrigins[$0] }
    do throws(Problem) {
      return try FactorTable(places.map { names[$0] }, reading.columns)
    } catch {
      findings.add(
        error.finding(
          places.map { names[$0] }, columns: reading.columns, file: table.file, header: { headers[$0] },
          cell: { reading.origins[$1][$0] }))
      return nil
    }
  }

  /// Rows as they are read.
  private struct Reading {
    var columns: [[Double]]
    /// Where each cell stands, by row.
    var origins: [[Origin]] = []
    /// Where each case stood first.
    var cases: [String: Origin] = [:]

    mutating func take(_ table: inout TableReader, _ places: [Int], noting findings: inout Findings) {
      let name = table.text(0)
      if let first = cases[name], !name.isEmpty {
        findings.add(
          .warning(
            at: table.origin(0), "the case '\(name)' stands here again, first at \(first); both rows count",
            fix: "give each case one row, or rename one of them"))
      } else {
        cases[name] = table.origin(0)
      }
      origins.append(places.map { table.origin($0) })
      for (column, place) in places.enumerated() {
        let text = table.text(place)
        let number = Double(text).flatMap { $0.isFinite ? $0 : nil }
        if number == nil {
          findings.add(
            .error(
              at: table.origin(place), text.isEmpty ? "this cell is empty" : "'\(text)' is not a number",
              fix: text.contains(",")
                ? "write it with a decimal point"
                : "fill it, or leave the case or the factor out: every case needs a number for every factor"))
        }
        columns[column].append(number ?? 0)
      }
    }
  }
}

extension FactorTable.Problem {
  /// What is wrong, where, and how to mend it.
  func finding(
    _ names: [String], columns: [[Double]], file: String, header: (Int) -> Origin, cell: (Int, Int) -> Origin
  ) -> Finding {
    switch self {
    case .empty, .ragged:
      .error(
        at: Origin(file: file, line: 1), "there is a header and no case below it",
        fix: "add a row for each case")
    case .value(let factor, let index):
      .error(
        at: cell(factor, index),
        "\(NumberText.plain(columns[factor][index])) is no membership and no value of a factor",
        fix:
          "crisp factors are 0 or 1, multi-value ones whole numbers from 0, fuzzy ones memberships 0 to 1; the kinds do not mix in a table"
      )
    case .manyValues(let factor):
      .error(
        at: header(factor), "'\(names[factor])' has more than 64 values",
        fix: "group them into a few, or calibrate them to memberships 0 to 1")
    case .twice(let factor, let first):
      .error(
        at: header(factor),
        "'\(names[factor])' and '\(names[first])' differ by case alone, which tells presence from absence",
        fix: "rename one of them")
    case .name(let factor):
      .error(
        at: header(factor), "'\(names[factor])' cannot be the name of a factor",
        fix: "use a letter, which lower case can turn into absence, and none of * + = < > ( ) ,")
    }
  }
}

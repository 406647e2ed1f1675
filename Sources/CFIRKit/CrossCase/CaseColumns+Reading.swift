extension CaseColumns {
  /// Reads a plain table of cases: the first column names the case, the others hold numbers.
  ///
  /// Between semicolons or tabs a number may have a decimal comma. An empty cell, `NA` and the like (``WrittenNumber``) are no number.
  /// What else is no number is noted with its column, and matters only where the column is analysed. Rows without anything in them are
  /// passed over, and so are columns without a name.
  ///
  /// - Parameters:
  ///   - records: The table.
  ///   - title: How the cases are called.
  ///   - findings: Takes what is wrong with the table as a whole.
  /// - Returns: The cases and their numbers.
  /// - Throws: A finding where reading cannot go on, or there is no case or no column.
  public static func read(
    _ records: consuming RecordReader, title: String, noting findings: inout Findings
  ) throws(Finding) -> CaseColumns {
    var table = TableReader(records)
    let header = table.header
    let places = header.indices.dropFirst().filter { !header[$0].isEmpty }
    guard !places.isEmpty else {
      throw .error(
        at: Origin(file: table.file, line: 1), "there is no column of numbers",
        fix: "put the cases in the first column, and separate columns by commas, semicolons or tabs")
    }
    var made = CaseColumns(
      title: title, cases: [],
      columns: places.map { Column(header[$0], values: [], header: table.headerOrigins[$0]) })
    var known: [String: Origin] = [:]
    while try table.next(noting: &findings) {
      if header.indices.allSatisfy({ table.text($0).isEmpty }) { continue }
      let origin = table.origin(0)
      let label = table.text(0).ifEmpty("line \(origin.line ?? 0)")
      if let first = known[label] {
        findings.add(
          .warning(
            at: origin, "the case '\(label)' stands here again, first at \(first); both rows count",
            fix: "give each case one row, or rename one of them"))
      } else {
        known[label] = origin
      }
      made.cases.append(label)
      for (column, place) in places.enumerated() { made.columns[column].take(&table, place) }
    }
    guard !made.cases.isEmpty else {
      throw .error(
        at: Origin(file: table.file, line: 1), "there is a header and no case below it",
        fix: "add a row for each case")
    }
    made.counts = [Int](repeating: 1, count: made.cases.count)
    made.noteColumnsThatStandTwice()
    return made
  }

  private mutating func noteColumnsThatStandTwice() {
    for (place, column) in columns.enumerated()
    where columns[..<place].contains(where: { $0.name == column.name }) {
      let finding = Finding.error(
        at: column.header ?? Origin(file: title), "the column '\(column.name)' stands twice",
        fix: "rename one of them")
      for other in columns.indices where columns[other].name == column.name {
        columns[other].findings.insert(finding, at: 0)
      }
    }
  }
}

extension CaseColumns.Column {
  /// Takes one more cell.
  fileprivate mutating func take(_ table: inout TableReader, _ place: Int) {
    let text = table.text(place)
    let written = WrittenNumber(text, decimalComma: table.takesDecimalComma)
    let origin = table.origin(place)
    if written == .unreadable { findings.append(unreadable(text, at: origin)) }
    values.append(written.number)
    origins.append(origin)
  }

  /// That a cell is no number.
  func unreadable(_ text: String, at origin: Origin) -> Finding {
    .error(at: origin, "'\(text)' in column '\(name)' is not a number", fix: WrittenNumber.fix(text))
  }
}

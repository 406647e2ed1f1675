import CFIRKit

extension ImportAccount.Reason {
  static let uncodedRow = Self(
    "uncoded-row", "row without a code", several: "rows without a code",
    why: "code the passages, or delete the rows")
}

/// The codings of a table that has a row for each, one after the other.
final class TableExcerpts: ExcerptStream {
  private var records: RecordReader
  private let columns: ExcerptColumns
  private(set) var account: ImportAccount

  init(_ records: consuming RecordReader, columns: ExcerptColumns) {
    account = ImportAccount(file: records.file, format: "table of coded segments")
    self.columns = columns
    self.records = records
  }

  func next() throws(Finding) -> ExcerptRow? {
    while try records.next() {
      if let ragged = records.raggedRow() { throw ragged }
      let row = self.row()
      guard !row.code.isEmpty else {
        account.leave(.uncodedRow, at: records.line())
        continue
      }
      account.codings += 1
      return row
    }
    return nil
  }

  private func row() -> ExcerptRow {
    func text(_ column: ExcerptColumn) -> String {
      guard let place = columns[column] else { return "" }
      return records.text(place).trimmingWhitespace().withoutFormulaGuard
    }
    var row = ExcerptRow(origin: records.line())
    for column in ExcerptColumn.allCases where column != .text { row[column] = text(column) }
    // Positions hold only for the words as they are.
    row.text = columns[.text].map { records.text($0).withoutFormulaGuard.withLineFeeds } ?? ""
    return row
  }
}

extension ExcerptFile {
  /// The file's codings, whatever kind of file it is.
  func rows() throws(Finding) -> any ExcerptStream {
    if columns.isEmpty {
      let sample = try FileSample(path: path, name: name)
      if let known = ExcerptFormats.format(of: sample) { return try known.open(sample) }
    }
    return try open().rows()
  }
}

extension ExcerptRecords {
  consuming func rows() -> any ExcerptStream { TableExcerpts(records, columns: columns) }
}

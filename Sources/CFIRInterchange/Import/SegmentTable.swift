import CFIRKit

/// A table with a row for each coding, as its columns stand: the canonical one, MAXQDA's, or one that a study describes.
struct SegmentLayout: TableLayout {
  let columns: ExcerptColumns

  func codings(_ row: inout RecordReader, noting account: inout ImportAccount) -> [ExcerptRow] {
    func text(_ column: ExcerptColumn) -> String {
      guard let place = columns[column] else { return "" }
      return row.text(place).trimmingWhitespace().withoutFormulaGuard
    }
    var coding = ExcerptRow(origin: row.line())
    for column in ExcerptColumn.allCases where column != .text { coding[column] = text(column) }
    // Positions hold only for the words as they are.
    coding.text = columns[.text].map { row.text($0).withoutFormulaGuard.withLineFeeds } ?? ""
    guard coding.code.isEmpty else { return [coding] }
    account.leave(.uncoded, at: coding.origin)
    return []
  }
}

extension ExcerptFile {
  /// The file's codings, whatever kind of file it is.
  func rows() throws(Finding) -> any ExcerptStream {
    if columns.isEmpty {
      let sample = try look()
      if let known = ExcerptFormats.format(of: sample) { return try known.open(sample) }
    }
    return try open().rows()
  }
}

extension ExcerptRecords {
  consuming func rows() -> any ExcerptStream {
    LaidOutExcerpts(records, SegmentLayout(columns: columns), format: "table of coded segments")
  }
}

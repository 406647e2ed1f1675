import CFIRKit

/// A table with a row for each coding, as its columns stand: the canonical one, MAXQDA's, or one that a study describes.
struct SegmentLayout: TableLayout {
  let columns: ExcerptColumns
  /// Whether rows without a code are given, too: remarks on passages, which a project keeps.
  var givesUncoded = false

  func codings(_ row: inout RecordReader, noting account: inout ImportAccount) -> [ExcerptRow] {
    func text(_ column: ExcerptColumn) -> String {
      guard let place = columns[column] else { return "" }
      return row.text(place).trimmingWhitespace().withoutFormulaGuard
    }
    var coding = ExcerptRow(origin: row.line())
    for column in ExcerptColumn.allCases where column != .text { coding[column] = text(column) }
    // Positions hold only for the words as they are.
    coding.text = columns[.text].map { row.text($0).withoutFormulaGuard.withLineFeeds } ?? ""
    guard coding.code.isEmpty, !givesUncoded else { return [coding] }
    account.leave(.uncoded, at: coding.origin)
    return []
  }
}

extension ExcerptFile {
  /// The file's codings, whatever kind of file it is.
  ///
  /// - Parameter uncoded: Whether a table's rows without a code are given, too.
  /// - Returns: The codings, one after the other.
  /// - Throws: A finding where the file cannot be read at all.
  func rows(uncoded: Bool = false) throws(Finding) -> any ExcerptStream {
    if columns.isEmpty {
      let sample = try look()
      if let known = ExcerptFormats.format(of: sample) { return try known.open(sample) }
    }
    return try open().rows(uncoded: uncoded)
  }
}

extension ExcerptRecords {
  consuming func rows(uncoded: Bool) -> any ExcerptStream {
    LaidOutExcerpts(
      records, SegmentLayout(columns: columns, givesUncoded: uncoded), format: "table of coded segments")
  }
}

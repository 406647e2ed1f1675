import CFIRKit

/// The codings of an excerpt file as records, and where their columns stand.
struct ExcerptRecords: ~Copyable {
  var records: RecordReader
  let columns: ExcerptColumns
  /// What kind of file it was taken for.
  let format: String
  private let canonical: CanonicalRecords?

  /// Opens a file: a table with a row for each coding as it is, anything else by way of the canonical table.
  ///
  /// - Throws: A finding where it cannot be read at all, or columns are missing.
  init(_ file: ExcerptFile) throws(Finding) {
    let sample = file.columns.isEmpty ? try file.look() : nil
    let known = sample.flatMap(ExcerptFormats.format)
    var rows: CanonicalRecords?
    if let known, let sample { rows = CanonicalRecords(try known.open(sample), file: file.name) }
    let reader = try Self.reader(rows, file)
    columns = try ExcerptColumns(reader.header, mapping: file.columns, file: file.name)
    canonical = rows
    format = known?.name ?? "table of coded segments"
    records = reader
  }

  private static func reader(_ rows: CanonicalRecords?, _ file: ExcerptFile) throws(Finding) -> RecordReader {
    if let rows { return try RecordReader(rows, file: file.name) }
    return try TabularFile.open(path: file.path, name: file.name)
  }

  /// What another program's file says of itself; complete after the last record.
  var account: ImportAccount? { canonical?.account }
}

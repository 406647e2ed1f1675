import CFIRKit

/// A kind of table whose rows hold codings in a program's own layout.
protocol TableFormat: ExcerptFormat {
  /// What the rows below a header mean; nothing where the header is of another kind.
  func layout(_ header: Header) -> (any TableLayout)?
}

extension TableFormat {
  func recognizes(_ sample: FileSample) -> Bool {
    !sample.header.isEmpty && layout(Header(sample.header)) != nil
  }

  func open(_ sample: FileSample) throws(Finding) -> any ExcerptStream {
    let records = try sample.openTable()
    guard var layout = layout(Header(records.header)) else {
      throw .error(
        at: Origin(file: sample.name, line: 1), "these are not the columns of \(name)",
        fix: "the file has changed; try again")
    }
    try layout.survey(sample)
    return LaidOutExcerpts(records, layout, format: name)
  }
}

/// What the rows of a table mean, in a program's own layout.
protocol TableLayout {
  /// Whether rows may be shorter than the header.
  var allowsShortRows: Bool { get }

  /// Looks through the table before it is read, where a row alone does not say what it means.
  mutating func survey(_ sample: FileSample) throws(Finding)

  /// The codings in a row.
  mutating func codings(_ row: inout RecordReader, noting account: inout ImportAccount) -> [ExcerptRow]
}

extension TableLayout {
  var allowsShortRows: Bool { false }

  mutating func survey(_ sample: FileSample) throws(Finding) {}
}

/// The codings in a table's rows, one after the other.
final class LaidOutExcerpts: ExcerptStream {
  private var records: RecordReader
  private var layout: any TableLayout
  /// The codings of the present row, the next one last.
  private var waiting: [ExcerptRow] = []
  private(set) var account: ImportAccount

  init(_ records: consuming RecordReader, _ layout: any TableLayout, format: String) {
    account = ImportAccount(file: records.file, format: format)
    self.layout = layout
    self.records = records
  }

  func next() throws(Finding) -> ExcerptRow? {
    while waiting.isEmpty {
      guard try records.next() else {
        account.take(records.encoding)
        return nil
      }
      let isShort = records.count < records.header.count
      if !(isShort && layout.allowsShortRows), let finding = records.raggedRow() {
        account.note(finding)
        continue
      }
      waiting = layout.codings(&records, noting: &account).reversed()
    }
    account.codings += 1
    return waiting.popLast()
  }
}

extension FileSample {
  /// The table in the file.
  ///
  /// - Throws: A finding where it cannot be read.
  func openTable() throws(Finding) -> RecordReader { try TabularFile.open(path: path, name: name) }
}

import CFIRKit

/// An Excel workbook (`.xlsx`, `.xlsm`), read sheet by sheet and row by row in bounded memory.
///
/// Transitional and strict workbooks, whatever their prefixes. Formulas are never evaluated. A workbook and the rows of its sheets
/// belong to one thread at a time.
///
/// ```swift
/// let workbook = try Workbook(path: "segments.xlsx", name: "segments.xlsx")
/// var rows = try workbook.rows(of: workbook.sheets[0])
/// while try rows.next() { print(rows.number, rows.text(0)) }
/// ```
public final class Workbook {
  /// A worksheet.
  public struct Sheet: Hashable, Sendable {
    /// The name on its tab.
    public var name: String
    /// Whether it is hidden from who opens the workbook.
    public var isHidden: Bool
    /// The archive's entry that holds it.
    let entry: ZipArchive.Entry
  }

  /// The name that findings give to the workbook.
  public let file: String
  /// The worksheets in the order of their tabs.
  public let sheets: [Sheet]

  private let archive: ZipArchive
  private let parts: WorkbookParts
  private let stringMemory: Int
  private var loaded: (strings: SharedStrings, formats: CellFormats)?

  /// Opens a workbook and reads the list of its sheets.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - name: The name that findings give to it.
  ///   - limits: How much it may expand to.
  ///   - stringMemory: How many bytes of texts that cells share are kept in memory (64 MiB); what is more goes to a temporary
  ///     file without a name.
  /// - Throws: A finding when the file cannot be opened, is protected by a password, damaged, or no workbook.
  public init(
    path: String, name: String, limits: ArchiveLimits = ArchiveLimits(), stringMemory: Int = 64 << 20
  ) throws(Finding) {
    archive = try ZipArchive(path: path, name: name, limits: limits)
    parts = try WorkbookParts(archive)
    (file, sheets, self.stringMemory) = (name, parts.sheets, stringMemory)
  }

  /// What was odd about the archive: names that lead out of it or come twice.
  public var findings: [Finding] { archive.findings }

  /// A worksheet by its name, compared without case, as Excel does.
  public func sheet(_ name: String) -> Sheet? {
    sheets.first { $0.name == name } ?? sheets.first { $0.name.lowercased() == name.lowercased() }
  }

  /// Begins to read a worksheet.
  ///
  /// - Throws: A finding when it cannot be opened, or the texts and formats that its cells refer to cannot be read.
  public func rows(of sheet: Sheet) throws(Finding) -> SheetRows {
    let shared = try shared()
    return SheetRows(
      try XMLEvents(archive: archive, entry: sheet.entry, limits: .workbook), file: file, sheet: sheet.name,
      strings: shared.strings, formats: shared.formats, isUncalculated: parts.isUncalculated)
  }

  /// The first worksheet that is not hidden and has a cell with a value.
  ///
  /// - Throws: A finding when a worksheet cannot be read.
  public func firstFilledSheet() throws(Finding) -> Sheet? {
    for sheet in sheets where !sheet.isHidden {
      var rows = try rows(of: sheet)
      if try rows.next() { return sheet }
    }
    return nil
  }

  private func shared() throws(Finding) -> (strings: SharedStrings, formats: CellFormats) {
    if let loaded { return loaded }
    let strings = SharedStrings(file: file, memory: stringMemory)
    if let entry = parts.strings {
      try strings.load(XMLEvents(archive: archive, entry: entry, limits: .workbook))
    }
    var formats = CellFormats(countsFrom1904: parts.countsFrom1904)
    if let entry = parts.styles {
      try formats.load(XMLEvents(archive: archive, entry: entry, limits: .workbook))
    }
    loaded = (strings, formats)
    return (strings, formats)
  }
}

extension XMLLimits {
  /// A cell may hold 32,767 characters; some programs write more.
  static var workbook: XMLLimits {
    var limits = XMLLimits()
    limits.textSize = RecordReader.longestRecord
    return limits
  }
}

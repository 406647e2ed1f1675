import CFIRKit

/// The rows of a worksheet that have a value, one after the other; memory is bounded by the longest row.
public struct SheetRows: ~Copyable {
  /// The worksheet's name.
  public let sheet: String
  /// The number of the present row, counted from 1.
  public private(set) var number = 0

  struct Cell {
    /// Counted from 0.
    var column: Int
    var range: Range<Int>
  }

  let file: String
  private(set) var cells: [Cell] = []
  /// The text of all cells of the row.
  private(set) var bytes: [UInt8] = []

  private var xml: XMLEvents
  private let strings: SharedStrings
  private let formats: CellFormats
  private let isUncalculated: Bool
  private var value: [UInt8] = []
  private var formula: [UInt8] = []
  /// How wide the first row is, and how many cells between there and the left edge had no value so far.
  private var width = 0
  private var emptyCells = 0
  /// A cell on the right edge of each row would make a small file a table of 17 billion cells.
  private static let mostEmptyCells = 1 << 30

  init(
    _ xml: consuming XMLEvents, file: String, sheet: String, strings: SharedStrings, formats: CellFormats,
    isUncalculated: Bool
  ) {
    self.xml = xml
    (self.file, self.sheet) = (file, sheet)
    (self.strings, self.formats, self.isUncalculated) = (strings, formats, isUncalculated)
  }

  /// The columns of the row that have a value, counted from 0, in order.
  public var columns: [Int] { cells.map(\.column) }

  /// The text of the cell in a column, counted from 0; empty where there is none.
  ///
  /// Numbers are as short as they can be, dates and times are ISO 8601, truth is `TRUE` or `FALSE`, an error its sign; a formula is
  /// its last result or, where it has none, its text behind `=`.
  public func text(_ column: Int) -> String {
    guard let cell = cells.first(where: { $0.column == column }) else { return "" }
    return String(decoding: bytes[cell.range], as: UTF8.self)
  }

  /// Moves on to the next row that has a value.
  ///
  /// - Returns: `false` after the last one.
  /// - Throws: A finding when the sheet cannot be read on, is larger than Excel's can be, or refers to texts that are not there.
  public mutating func next() throws(Finding) -> Bool {
    while let event = try xml.next() {
      guard event == .start, xml.name == "row" else { continue }
      try readRow()
      guard let last = cells.last else { continue }
      try count(upTo: last.column + 1)
      return true
    }
    return false
  }

  private mutating func count(upTo columns: Int) throws(Finding) {
    if width == 0 { width = columns }
    emptyCells += max(width, columns) - cells.count
    guard emptyCells <= Self.mostEmptyCells else {
      throw problem(
        columns,
        "there are more than \(Self.mostEmptyCells) empty cells between those with a value up to here",
        fix: "delete what stands far to the right of the table")
    }
  }

  private mutating func readRow() throws(Finding) {
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    let row = xml.withAttribute("r") { CellReference.number($0) } ?? number + 1
    guard let row, row > number, row <= CellReference.rows else {
      throw .error(
        at: Origin(file: file, sheet: sheet, line: number + 1),
        "the next row is numbered \(row.map(String.init) ?? xml.attribute("r") ?? ""), which is not between "
          + "\(number + 1) and \(CellReference.rows)",
        fix: "the file is damaged: save it again with the program that wrote it")
    }
    number = row
    let depth = xml.depth
    var last = 0
    while let event = try xml.next() {
      if event == .end && xml.depth == depth { return }
      guard event == .start else { continue }
      if xml.name == "c" { try readCell(after: &last) } else { try xml.skip() }
    }
  }

  private mutating func readCell(after last: inout Int) throws(Finding) {
    let column = xml.withAttribute("r") { CellReference.column($0) } ?? last + 1
    guard let column, column > last else {
      throw problem(
        last + 1, "the next cell is '\(xml.attribute("r") ?? "")', which does not follow here",
        fix: "the file is damaged: save it again with the program that wrote it")
    }
    guard column <= CellReference.columns else {
      throw problem(
        last, "the row goes on past column \(Origin.letters(CellReference.columns)), the last that Excel has",
        fix: "delete the empty columns to the right of the table")
    }
    last = column
    let kind = CellKind(xml.attribute("t"))
    let style = xml.withAttribute("s") { CellReference.number($0) ?? 0 } ?? 0
    let depth = xml.depth
    let start = bytes.count
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
    while let event = try xml.next() {
      if event == .end && xml.depth == depth { break }
      guard event == .start else { continue }
      switch xml.name {
      case "v": try xml.appendContent(to: &value)
      case "f": try xml.appendContent(to: &formula)
      case "is": try xml.appendString(to: &bytes)
      default: try xml.skip()
      }
    }
    try appendValue(kind, style, column)
    guard bytes.count <= RecordReader.longestRecord / 2 else {
      throw problem(
        column, "the row is longer than \(RecordReader.longestRecord >> 21) MiB up to here",
        fix: "check where the file comes from; no export is like that")
    }
    if bytes.count > start { cells.append(Cell(column: column - 1, range: start..<bytes.count)) }
  }

  private mutating func appendValue(_ kind: CellKind, _ style: Int, _ column: Int) throws(Finding) {
    if !formula.isEmpty && !hasResult(kind) {
      bytes.append(0x3D)
      bytes += formula
      return
    }
    guard !value.isEmpty else { return }
    switch kind {
    case .shared:
      let index = value.withUnsafeBufferPointer { CellReference.number($0) }
      guard let index, try strings.append(index, to: &bytes) else {
        throw problem(
          column,
          "the cell refers to the shared text \(String(decoding: value, as: UTF8.self)), which is not there",
          fix: "the file is damaged: save it again with the program that wrote it")
      }
    case .text:
      let start = bytes.count
      bytes += value
      EscapedCharacters.undo(in: &bytes, from: start)
    case .inline: break
    case .truth: bytes += (value == [0x31] ? "TRUE" : value == [0x30] ? "FALSE" : Self.string(value)).utf8
    case .error: bytes += value
    case .date:
      let text = Self.string(value).replacing("T", with: " ")
      bytes += (formats.meaning(ofStyle: style) == .date ? text.prefix { $0 != " " } : text[...]).utf8
    case .number: appendNumber(style)
    }
  }

  /// Programs that do not calculate write nothing, or a 0 and the wish that all be calculated anew.
  private func hasResult(_ kind: CellKind) -> Bool {
    if value.isEmpty { return false }
    return !(isUncalculated && kind == .number && value == [0x30])
  }

  private mutating func appendNumber(_ style: Int) {
    let meaning = formats.meaning(ofStyle: style)
    let isPlain = value.count <= 15 && value[0] != 0x30 && value.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    if isPlain && meaning == .number {
      bytes += value
      return
    }
    let written = Self.string(value)
    let date = Double(written).flatMap {
      CellNumber.text($0, as: meaning, countsFrom1904: formats.countsFrom1904)
    }
    bytes += (date ?? CellNumber.text(written)).utf8
  }

  private static func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func problem(_ column: Int, _ message: String, fix: String) -> Finding {
    .error(at: Origin(file: file, sheet: sheet, line: number, column: column), message, fix: fix)
  }
}

/// What a cell says its value is (ECMA-376 part 1, 18.18.11).
private enum CellKind {
  case number, shared, inline, text, truth, error, date

  init(_ written: String?) {
    self =
      switch written {
      case "s": .shared
      case "inlineStr": .inline
      case "str": .text
      case "b": .truth
      case "e": .error
      case "d": .date
      default: .number
      }
  }
}

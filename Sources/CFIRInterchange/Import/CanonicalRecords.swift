import CFIRKit

/// The codings of another program's file as records of the canonical table, so that they are counted and read as any table is.
final class CanonicalRecords: RecordSource {
  /// About how many bytes are added at a time.
  private static let stretch = 64 << 10

  private let rows: any ExcerptStream
  private var isBegun = false
  private var isDone = false
  /// Where the rows that were added were read, those that nobody can ask for any more left out.
  private var origins: [Origin] = []
  /// The record that the first of `origins` belongs to.
  private var firstRecord = 2
  private let file: String

  init(_ rows: any ExcerptStream, file: String) {
    self.rows = rows
    self.file = file
  }

  /// Unknown, and asked by who reads.
  var size: Int { 0 }

  /// What was taken and what was left so far.
  var account: ImportAccount { rows.account }

  func addRecords(to text: inout [UInt8]) throws(Finding) -> Bool {
    if isDone { return false }
    if !isBegun {
      isBegun = true
      Self.add(ExcerptRow.header, to: &text)
    }
    let end = text.count + Self.stretch
    while text.count < end && !isDone {
      guard let row = try rows.next() else {
        isDone = true
        break
      }
      origins.append(row.origin)
      Self.add(row.cells.map(\.withFormulaGuard), to: &text)
    }
    return true
  }

  func origin(record: Int, cell: Int) -> Origin {
    let place = record - firstRecord
    guard place >= 0, place < origins.count else { return Origin(file: file) }
    if place > 4096 {
      origins.removeFirst(place)
      firstRecord = record
      return origins[0]
    }
    return origins[place]
  }

  private static func add(_ cells: [String], to text: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text.append(0x2C) }
      if cell.isEmpty { continue }
      text.append(0x22)
      for byte in cell.utf8 where byte != 0 {
        if byte == 0x22 { text.append(0x22) }
        text.append(byte)
      }
      text.append(0x22)
    }
    text.append(0x0A)
  }
}

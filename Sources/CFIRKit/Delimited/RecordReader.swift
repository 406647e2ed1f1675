import Foundation

/// A table of delimited text, read record by record from its bytes in one pass.
///
/// Comma, semicolon and tab; quoted cells with doubled quotes and line breaks inside; LF, CRLF and CR; UTF-8, UTF-16 by its
/// mark, Windows-1252. Memory is bounded by the longest record (at most ``longestRecord`` bytes), whatever the file's size.
///
/// ```swift
/// var records = try RecordReader(path: "ratings.csv")
/// while try records.next() { print(records.text(0)) }
/// ```
public struct RecordReader: ~Copyable {
  /// No record may be longer than this many bytes; one that is has nearly always an unclosed quote.
  public static let longestRecord = 16 << 20

  /// The name that findings give to the file.
  public let file: String
  /// The worksheet that the records are the rows of, where the file is a workbook.
  public let sheet: String?
  /// What separates the cells: comma, semicolon or tab, as the header shows.
  public internal(set) var delimiter: UInt8 = 0x2C
  /// The cells of the first record, trimmed.
  public internal(set) var header: [String] = []
  /// Where each cell of the first record begins.
  public internal(set) var headerOrigins: [Origin] = []
  /// How the bytes are read, as far as is known by now.
  public private(set) var encoding = TextEncoding.utf8
  /// How many cells the present record has.
  public private(set) var count = 0

  private let chunks: ChunkSource
  /// The stretch that the buffer is; nothing where a long record needed a buffer of its own.
  private var chunk: Chunk?
  @usableFromInline var buffer: UnsafeMutablePointer<UInt8>
  /// How many bytes a buffer of its own can hold; 0 while the buffer is a stretch.
  private var ownCapacity = 0
  var end = 0
  private var isExhausted = false
  var recordStart = 0
  var recordEnd = 0
  var nextStart = 0
  @usableFromInline var cells: UnsafeMutablePointer<Cell>
  private var cellCapacity = 64
  /// Lines are counted from here when somebody asks; nobody does for most records.
  private var markedOffset = 0
  private var markedLine = 1
  private var lineAtEnd = 1
  /// Which record the present one is, counted from 1, blank ones included: in a worksheet, its row.
  private var number = 0
  var newline: UInt8 = 0x0A

  /// A cell of the present record, as offsets in the buffer.
  @usableFromInline
  struct Cell {
    @usableFromInline var start: Int
    @usableFromInline var end: Int
    var isQuoted: Bool
    var hasDoubledQuotes: Bool
  }

  /// Opens a file and reads its header.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - name: The name that findings give to it; the path by default.
  /// - Throws: A finding when the file cannot be opened, is empty, or its header cannot be read.
  public init(path: String, name: String? = nil) throws(Finding) {
    let shown = name ?? path
    var isDirectory: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue {
      throw .error(at: Origin(file: shown), "this is a folder, not a table", fix: "name a file in it")
    }
    let source: ByteSource
    do throws(ByteProblem) {
      source = try ByteSource(path: path)
    } catch {
      throw Self.finding(error, at: Origin(file: shown))
    }
    try self.init(source, file: shown)
  }

  /// Reads a table in memory.
  ///
  /// - Parameters:
  ///   - text: The whole table.
  ///   - file: The name that findings give to it.
  /// - Throws: A finding when the text is empty or its header cannot be read.
  public init(text: String, file: String) throws(Finding) {
    try self.init(ByteSource(bytes: Array(text.utf8)), file: file)
  }

  /// Reads a table from bytes in memory; the encoding is found as for a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole table.
  ///   - file: The name that findings give to it.
  /// - Throws: A finding when there are no bytes or the header cannot be read.
  public init(bytes: [UInt8], file: String) throws(Finding) {
    try self.init(ByteSource(bytes: bytes), file: file)
  }

  init(_ source: consuming ByteSource, file: String, sheet: String? = nil) throws(Finding) {
    chunks = ChunkSource(source)
    (self.file, self.sheet) = (file, sheet)
    let first = chunks.next()
    chunk = first
    buffer = first.storage
    recordStart = Chunk.headroom
    end = Chunk.headroom + first.count
    (nextStart, markedOffset) = (recordStart, recordStart)
    cells = .allocate(capacity: cellCapacity)
    try take(first)
    try readHeader()
  }

  deinit {
    chunks.close()
    if ownCapacity > 0 { buffer.deallocate() }
    cells.deallocate()
  }

  // MARK: Records

  /// Moves on to the next record that is not blank.
  ///
  /// - Returns: `false` after the last one.
  /// - Throws: A finding when the bytes cannot be read on: an unclosed quote, text after a closing quote, bytes that are no text.
  public mutating func next() throws(Finding) -> Bool {
    repeat {
      recordStart = nextStart
      number += 1
      var outcome = scan()
      while outcome == .incomplete {
        try refill()
        outcome = scan()
      }
      if outcome == .exhausted { return false }
      if case .strayQuote(let offset) = outcome { throw strayQuote(at: offset) }
    } while count == 1 && cells[0].start == cells[0].end && !cells[0].isQuoted && header.count != 1
    return true
  }

  /// The text of a cell, quotes undone; empty past the end of the record.
  public func text(_ index: Int) -> String {
    guard index >= 0 && index < count else { return "" }
    return unescaped(raw(index), index)
  }

  /// The bytes of a cell as they stand between its quotes: a quote inside is still doubled.
  ///
  /// They are a key for equal cells and are valid only until the next record. A column that is not there is empty.
  @inlinable
  public func raw(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard index >= 0 && index < count else { return UnsafeBufferPointer(start: nil, count: 0) }
    let cell = cells[index]
    return UnsafeBufferPointer(start: buffer + cell.start, count: cell.end - cell.start)
  }

  /// Where a cell begins; past the end of the record, where the record ends.
  public mutating func origin(_ index: Int) -> Origin {
    if let sheet { return Origin(file: file, sheet: sheet, line: number, column: index + 1) }
    let offset: Int
    if index >= 0 && index < count {
      offset = cells[index].start - (cells[index].isQuoted ? 1 : 0)
    } else {
      offset = recordEnd
    }
    return origin(atOffset: offset)
  }

  /// The line on which the present record begins, counted from 1; in a worksheet, its row.
  public mutating func line() -> Int {
    if sheet != nil { return number }
    countLines(to: recordStart)
    return markedLine
  }

  private func unescaped(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> String {
    guard cells[index].hasDoubledQuotes else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      result.append(bytes[position])
      position += bytes[position] == 0x22 ? 2 : 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: Scanning

  private enum Outcome: Equatable {
    case record, incomplete, exhausted
    case strayQuote(Int)
  }

  /// Splits the record at `recordStart`; `incomplete` when the buffer ends first.
  private mutating func scan() -> Outcome {
    let bytes = buffer
    let end = end
    let delimiter = delimiter
    let isExhausted = isExhausted
    var position = recordStart
    guard position < end else { return isExhausted ? .exhausted : .incomplete }
    var count = 0
    while true {
      if count == cellCapacity { growCells() }
      if position < end && bytes[position] == 0x22 {
        let start = position + 1
        var from = start
        var hasDoubledQuotes = false
        while true {
          guard let hit = memchr(bytes + from, 0x22, end - from) else { return .incomplete }
          let quote = UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)) - UnsafePointer(bytes)
          if quote + 1 < end {
            guard bytes[quote + 1] == 0x22 else {
              position = quote + 1
              break
            }
            hasDoubledQuotes = true
            from = quote + 2
          } else if isExhausted {
            position = quote + 1
            break
          } else {
            return .incomplete
          }
        }
        cells[count] = Cell(
          start: start, end: position - 1, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes)
      } else {
        let start = position
        position = firstStop(bytes, from: position, to: end, delimiter: delimiter)
        cells[count] = Cell(start: start, end: position, isQuoted: false, hasDoubledQuotes: false)
      }
      count += 1
      guard position < end else {
        guard isExhausted else { return .incomplete }
        recordEnd = end
        nextStart = end
        break
      }
      let stop = bytes[position]
      if stop == delimiter {
        position += 1
        continue
      }
      if stop == 0x0A {
        recordEnd = position
        nextStart = position + 1
        break
      }
      if stop == 0x0D {
        if position + 1 == end && !isExhausted { return .incomplete }
        recordEnd = position
        nextStart = position + 1 < end && bytes[position + 1] == 0x0A ? position + 2 : position + 1
        break
      }
      return .strayQuote(position)
    }
    self.count = count
    return .record
  }

  /// The first delimiter or line break, by blocks of 16 bytes; blocks may reach into the padding.
  @inline(__always)
  private func firstStop(
    _ bytes: UnsafeMutablePointer<UInt8>, from start: Int, to end: Int, delimiter: UInt8
  ) -> Int {
    let separators = SIMD16<UInt8>(repeating: delimiter)
    let feeds = SIMD16<UInt8>(repeating: 0x0A)
    let returns = SIMD16<UInt8>(repeating: 0x0D)
    var position = start
    while position < end {
      let block = UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: position, as: SIMD16<UInt8>.self)
      let hits = (block .== separators) .| (block .== feeds) .| (block .== returns)
      let halves = unsafeBitCast(hits, to: SIMD2<UInt64>.self)
      if halves[0] != 0 { return min(end, position + halves[0].trailingZeroBitCount / 8) }
      if halves[1] != 0 { return min(end, position + 8 + halves[1].trailingZeroBitCount / 8) }
      position += 16
    }
    return end
  }

  private mutating func growCells() {
    let grown = UnsafeMutablePointer<Cell>.allocate(capacity: cellCapacity * 2)
    grown.moveInitialize(from: cells, count: cellCapacity)
    cells.deallocate()
    cells = grown
    cellCapacity *= 2
  }

  // MARK: Bytes

  /// Keeps the unfinished record and reads on.
  private mutating func refill() throws(Finding) {
    if isExhausted { throw unclosedQuote() }
    if newline == 0x0A {
      // Whoever read the stretch has counted its lines; only those of the unfinished record are still ahead.
      markedLine = lineAtEnd - countBytes(newline, from: buffer + recordStart, to: buffer + end)
    } else {
      countLines(to: recordStart)
    }
    let kept = end - recordStart
    let next = chunks.next()
    if kept <= Chunk.headroom {
      let start = Chunk.headroom - kept
      memcpy(next.storage + start, buffer + recordStart, kept)
      if ownCapacity > 0 { buffer.deallocate() }
      if let chunk { chunks.recycle(chunk) }
      (chunk, buffer, ownCapacity) = (next, next.storage, 0)
      (recordStart, end) = (start, Chunk.headroom + next.count)
    } else {
      try grow(keeping: kept, by: next)
    }
    (nextStart, markedOffset) = (recordStart, recordStart)
    try take(next)
  }

  /// Moves a long record to a buffer of its own and adds a stretch to it.
  private mutating func grow(keeping kept: Int, by next: Chunk) throws(Finding) {
    guard kept <= Self.longestRecord else { throw tooLong() }
    if kept + next.count > ownCapacity {
      let capacity = max(1 << 20, 2 * (kept + next.count))
      let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + Chunk.padding)
      grown.initialize(repeating: 0, count: capacity + Chunk.padding)
      memcpy(grown, buffer + recordStart, kept)
      if ownCapacity > 0 { buffer.deallocate() }
      if let chunk { chunks.recycle(chunk) }
      (chunk, buffer, ownCapacity) = (nil, grown, capacity)
    } else {
      memmove(buffer, buffer + recordStart, kept)
    }
    memcpy(buffer + kept, next.start, next.count)
    (recordStart, end) = (0, kept + next.count)
  }

  /// Notes what a stretch that has been taken says of itself.
  private mutating func take(_ next: Chunk) throws(Finding) {
    isExhausted = next.isLast
    lineAtEnd += next.lineFeeds
    encoding = next.encoding
    let problem = next.problem
    // A long record has been copied out of its stretch.
    if ownCapacity > 0 { chunks.recycle(next) }
    guard let problem else { return }
    switch problem {
    case .unreadable, .found: throw Self.finding(problem, at: Origin(file: file, sheet: sheet))
    case .invalidUTF8, .oddUTF16, .nul: break
    }
    if header.isEmpty { try refuseArchive() }
    throw Self.finding(problem, at: origin(atOffset: end))
  }

  // MARK: Places

  private mutating func countLines(to offset: Int) {
    guard offset > markedOffset else { return }
    markedLine += countBytes(newline, from: buffer + markedOffset, to: buffer + offset)
    markedOffset = offset
  }

  mutating func origin(atOffset offset: Int) -> Origin {
    countLines(to: recordStart)
    var line = markedLine
    var lineStart = recordStart
    for index in recordStart..<max(recordStart, offset) where buffer[index] == newline {
      line += 1
      lineStart = index + 1
    }
    let before = UnsafeBufferPointer(start: buffer + lineStart, count: max(0, offset - lineStart))
    return Origin(file: file, line: line, column: String(decoding: before, as: UTF8.self).count + 1)
  }
}

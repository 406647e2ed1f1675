import Foundation

/// A text file, read line by line in one pass; encodings as for tables.
///
/// Lines end in LF, CRLF or CR. Memory is bounded by the longest line (at most ``RecordReader/longestRecord`` bytes).
public struct LineReader: ~Copyable {
  /// The name that findings give to the file.
  public let file: String
  /// The number of the line that was read last, counted from 1.
  public private(set) var number = 0
  /// How the bytes are read, as far as is known by now.
  public private(set) var encoding = TextEncoding.utf8

  private let chunks: ChunkSource
  /// Bytes that were read and not handed out: from `position` on.
  private var bytes: [UInt8] = []
  private var position = 0
  private var isExhausted = false
  /// What stopped the reading behind the last byte.
  private var problem: ByteProblem?

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - name: The name that findings give to it; the path by default.
  /// - Throws: A finding when the file cannot be opened.
  public init(path: String, name: String? = nil) throws(Finding) {
    file = name ?? path
    do throws(ByteProblem) {
      chunks = ChunkSource(try ByteSource(path: path))
    } catch {
      throw RecordReader.finding(error, at: Origin(file: name ?? path))
    }
  }

  deinit { chunks.close() }

  /// The next line without its end; nothing after the last.
  ///
  /// - Throws: A finding when the bytes cannot be read on.
  public mutating func next() throws(Finding) -> String? {
    var searched = position
    while true {
      while searched < bytes.count, bytes[searched] != 0x0A, bytes[searched] != 0x0D { searched += 1 }
      // Whether LF follows a CR shows with the byte behind it.
      let isWhole = searched + 1 < bytes.count || searched < bytes.count && bytes[searched] == 0x0A
      if isWhole { break }
      if isExhausted {
        if let problem { throw RecordReader.finding(problem, at: Origin(file: file, line: number + 1)) }
        break
      }
      searched -= position
      try fill()
    }
    guard position < bytes.count else { return nil }
    let line = String(decoding: bytes[position..<searched], as: UTF8.self)
    let isCRLF =
      searched + 1 < bytes.count && bytes[searched] == 0x0D && bytes[searched + 1] == 0x0A
    position = searched + (isCRLF ? 2 : 1)
    number += 1
    return line
  }

  private mutating func fill() throws(Finding) {
    bytes.removeFirst(position)
    position = 0
    guard bytes.count <= RecordReader.longestRecord else {
      throw .error(
        at: Origin(file: file, line: number + 1),
        "the line is longer than \(RecordReader.longestRecord >> 20) MiB",
        fix: "this is no report; export again")
    }
    let chunk = chunks.next()
    bytes += UnsafeBufferPointer(start: chunk.start, count: chunk.count)
    (isExhausted, encoding) = (chunk.isLast, chunk.encoding)
    problem = chunk.problem
    chunks.recycle(chunk)
  }
}

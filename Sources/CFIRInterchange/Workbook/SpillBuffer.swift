import CFIRKit
import Foundation

/// Bytes that are appended and read back: the first in memory, the rest in a temporary file that has no name.
///
/// The file is unlinked as soon as it is made: nobody else can open it, and it is gone with the process.
final class SpillBuffer {
  private static let pageSize = 64 << 10
  private static let pageCount = 64

  private let limit: Int
  private let file: String
  private var memory: [UInt8] = []
  private var descriptor: Int32 = -1
  /// What waits to be written.
  private var pending: [UInt8] = []
  private var written = 0
  /// Pages of the file that were read last, each in the place that its number gives it.
  private var pages: [(number: Int, bytes: [UInt8])] = []

  /// An empty buffer.
  ///
  /// - Parameters:
  ///   - limit: How many bytes stay in memory.
  ///   - file: The name that findings give to what is read.
  init(limit: Int, file: String) { (self.limit, self.file) = (limit, file) }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// How many bytes there are.
  var count: Int { memory.count + written + pending.count }

  /// Appends bytes; what is appended at once stays together.
  func append(_ bytes: UnsafeRawBufferPointer) throws(Finding) {
    if descriptor < 0 && memory.count + bytes.count <= limit {
      memory.append(contentsOf: bytes)
      return
    }
    if descriptor < 0 { try begin() }
    pending.append(contentsOf: bytes)
    if pending.count >= 1 << 20 { try flush() }
  }

  /// Appends to `target` a range of bytes that were appended at once.
  func copy(_ range: Range<Int>, to target: inout [UInt8]) throws(Finding) {
    if range.upperBound <= memory.count {
      memory.withUnsafeBufferPointer { target.append(contentsOf: $0[range]) }
      return
    }
    try flush()
    var position = range.lowerBound - memory.count
    let end = range.upperBound - memory.count
    while position < end {
      let (number, offset) = position.quotientAndRemainder(dividingBy: Self.pageSize)
      let place = try load(number)
      let upper = min(pages[place].bytes.count, offset + end - position)
      guard offset < upper else { throw problem(EIO) }
      pages[place].bytes.withUnsafeBufferPointer { target.append(contentsOf: $0[offset..<upper]) }
      position += upper - offset
    }
  }

  private func load(_ number: Int) throws(Finding) -> Int {
    if pages.isEmpty { pages = Array(repeating: (-1, []), count: Self.pageCount) }
    let place = number % Self.pageCount
    if pages[place].number == number { return place }
    var bytes = pages[place].bytes
    pages[place] = (-1, [])
    if bytes.count < Self.pageSize { bytes = [UInt8](repeating: 0, count: Self.pageSize) }
    let got = pread(descriptor, &bytes, Self.pageSize, off_t(number * Self.pageSize))
    guard got >= 0 else { throw problem(errno) }
    bytes.removeLast(bytes.count - got)
    pages[place] = (number, bytes)
    return place
  }

  private func begin() throws(Finding) {
    var name = Array((FileManager.default.temporaryDirectory.path + "/cfir-XXXXXX").utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw problem(errno) }
    unlink(name)
  }

  private func flush() throws(Finding) {
    var offset = 0
    while offset < pending.count {
      let got = pending.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + offset }, $0.count - offset, off_t(written + offset))
      }
      if got < 0 && errno == EINTR { continue }
      guard got > 0 else { throw problem(errno) }
      offset += got
    }
    written += pending.count
    pending.removeAll(keepingCapacity: true)
  }

  private func problem(_ code: Int32) -> Finding {
    .error(
      at: Origin(file: file),
      "the file is so long that a temporary one is needed, which fails (\(String(cString: strerror(code))))",
      fix: "make room, or let TMPDIR name a folder that has some")
  }
}

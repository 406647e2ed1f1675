import Foundation

/// A stretch of a file as valid UTF-8, with room before it for the record that the last stretch left unfinished.
final class Chunk {
  /// How many bytes of an unfinished record fit before the stretch.
  static let headroom = 64 << 10
  /// How many bytes a stretch holds at most.
  static let size = 512 << 10
  /// Vector loads may reach this far past the last byte.
  static let padding = 64

  let storage: UnsafeMutablePointer<UInt8>
  /// How many bytes the stretch holds.
  fileprivate(set) var count = 0
  /// How many line feeds it holds.
  fileprivate(set) var lineFeeds = 0
  /// What stopped the reading behind the last byte.
  fileprivate(set) var problem: ByteProblem?
  /// Whether nothing follows.
  fileprivate(set) var isLast = false
  /// How the bytes are read, as far as is known by now.
  fileprivate(set) var encoding = TextEncoding.utf8

  fileprivate init() {
    storage = .allocate(capacity: Self.headroom + Self.size + Self.padding)
    storage.initialize(repeating: 0, count: Self.headroom + Self.size + Self.padding)
  }

  deinit { storage.deallocate() }

  /// Where the stretch begins.
  var start: UnsafeMutablePointer<UInt8> { storage + Self.headroom }
}

/// Reads a file stretch by stretch; a long file by a thread of its own, ahead of whoever takes the stretches.
final class ChunkSource: @unchecked Sendable {
  /// Shorter files are read by who asks: a thread would cost more than it saves.
  private static let threshold = 4 << 20
  /// One in use, two ahead.
  private static let chunkCount = 3

  private var source: ByteSource
  /// The first bytes of a character that the last stretch ended in.
  private var unfinished: [UInt8] = []
  private let condition = NSCondition()
  private var free: [Chunk] = []
  private var ready: [Chunk] = []
  private var isClosed = false
  private let readsAhead: Bool

  init(_ source: consuming ByteSource) {
    readsAhead = source.size >= Self.threshold
    self.source = source
    for _ in 0..<(readsAhead ? Self.chunkCount : 2) { free.append(Chunk()) }
    if readsAhead { Thread.detachNewThread { self.readAhead() } }
  }

  /// The next stretch.
  func next() -> Chunk {
    guard readsAhead else {
      let chunk = free.popLast() ?? Chunk()
      load(chunk)
      return chunk
    }
    condition.lock()
    defer { condition.unlock() }
    while ready.isEmpty { condition.wait() }
    return ready.removeFirst()
  }

  /// Gives back a stretch that is done with.
  func recycle(_ chunk: Chunk) {
    condition.lock()
    free.append(chunk)
    condition.signal()
    condition.unlock()
  }

  /// Stops reading ahead.
  func close() {
    condition.lock()
    isClosed = true
    condition.signal()
    condition.unlock()
  }

  private func readAhead() {
    while true {
      condition.lock()
      while free.isEmpty && !isClosed { condition.wait() }
      let chunk = isClosed ? nil : free.popLast()
      condition.unlock()
      guard let chunk else { return }
      load(chunk)
      let isDone = chunk.isLast || chunk.problem != nil
      condition.lock()
      ready.append(chunk)
      condition.signal()
      condition.unlock()
      if isDone { return }
    }
  }

  private func load(_ chunk: Chunk) {
    chunk.problem = nil
    var count = 0
    var checked = 0
    for byte in unfinished {
      chunk.start[count] = byte
      count += 1
    }
    do throws(ByteProblem) {
      // A pipe gives less at a time than was asked for.
      var hasMore = true
      while hasMore && count < Chunk.size / 2 {
        hasMore = try source.fill(chunk.start, count: &count, checked: &checked, capacity: Chunk.size)
      }
      chunk.isLast = !hasMore
      chunk.count = checked
      unfinished = Array(UnsafeBufferPointer(start: chunk.start + checked, count: count - checked))
      if let hit = memchr(chunk.start, 0, checked) {
        chunk.count = UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)) - UnsafePointer(chunk.start)
        chunk.problem = .nul(offset: chunk.count)
        chunk.isLast = true
      }
    } catch {
      switch error {
      case .invalidUTF8(let offset, _), .oddUTF16(let offset), .nul(let offset): chunk.count = offset
      case .unreadable, .found: chunk.count = 0
      }
      chunk.problem = error
      chunk.isLast = true
    }
    chunk.encoding = source.encoding
    chunk.lineFeeds = countBytes(0x0A, from: chunk.start, to: chunk.start + chunk.count)
  }
}

/// How many bytes of a stretch are the one that is looked for.
func countBytes(_ byte: UInt8, from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> Int {
  var count = 0
  var position = UnsafeRawPointer(start)
  while let hit = memchr(position, Int32(byte), UnsafeRawPointer(end) - position) {
    count += 1
    position = UnsafeRawPointer(hit) + 1
  }
  return count
}

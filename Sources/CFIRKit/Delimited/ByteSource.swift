import Foundation

/// The bytes of a file or of a text in memory, handed out as validated UTF-8.
///
/// The encoding is known by a byte order mark or else by the first character outside ASCII: up to it, UTF-8 and
/// Windows-1252 are the same bytes, so that the choice never comes too late and the file is read once.
struct ByteSource: ~Copyable {
  /// What the bytes turned out to be, so far.
  private(set) var encoding = TextEncoding.utf8

  private let descriptor: Int32
  private var memory: [UInt8]
  private var memoryOffset = 0
  /// Where further bytes come from when those in memory are used up.
  private let records: (any RecordSource)?
  private var isDecided = false
  /// Raw bytes that wait for transcoding; used by the encodings other than UTF-8.
  private var raw: [UInt8] = []
  private var isFirstRead = true

  /// Opens a file.
  init(path: String) throws(ByteProblem) {
    memory = []
    records = nil
    descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
  }

  /// Takes bytes in memory.
  init(bytes: [UInt8]) {
    memory = bytes
    records = nil
    descriptor = -1
  }

  /// Takes rows as they are asked for.
  init(_ records: any RecordSource) {
    memory = []
    self.records = records
    descriptor = -1
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// How many bytes there are, where that is known beforehand.
  var size: Int {
    guard descriptor >= 0 else { return records?.size ?? memory.count }
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Appends UTF-8 bytes to a buffer.
  ///
  /// - Parameters:
  ///   - buffer: Where the bytes go; what precedes `count` in it is valid UTF-8 except for an unfinished sequence.
  ///   - count: How many bytes the buffer holds; moved on by what was added.
  ///   - checked: Up to where the buffer is known to be valid; moved on too.
  ///   - capacity: How many bytes the buffer can hold.
  /// - Returns: Whether there was anything left to read.
  /// - Throws: What cannot be decoded, by its offset in the buffer.
  mutating func fill(
    _ buffer: UnsafeMutablePointer<UInt8>, count: inout Int, checked: inout Int, capacity: Int
  ) throws(ByteProblem) -> Bool {
    if isFirstRead { try takeByteOrderMark() }
    switch encoding {
    case .utf8:
      if !raw.isEmpty {
        // The first bytes, read to look for a byte order mark.
        for byte in raw { buffer[count] = byte; count += 1 }
        raw.removeAll()
      }
      let got = try read(into: buffer + count, limit: capacity - count)
      count += got
      try validate(buffer, count: &count, checked: &checked, isEnd: got == 0, capacity: capacity)
      return got > 0
    case .windows1252, .utf16LittleEndian, .utf16BigEndian:
      // A transcoded character takes at most three bytes for each raw one; what may not fit waits in `raw`.
      let room = (capacity - count) / 3
      let wanted = max(0, room - raw.count)
      let old = raw.count
      var bytes = raw + repeatElement(0, count: wanted)
      let got = try bytes.withUnsafeMutableBufferPointer { (bytes) throws(ByteProblem) in
        guard wanted > 0, let base = bytes.baseAddress else { return 0 }
        return try read(into: base + old, limit: wanted)
      }
      bytes.removeLast(wanted - got)
      let isEnd = wanted > 0 && got == 0
      raw = Array(bytes.prefix(room))
      try transcode(to: buffer, count: &count, isEnd: isEnd)
      raw += bytes.dropFirst(room)
      checked = count
      return !isEnd
    }
  }

  private mutating func read(into target: UnsafeMutablePointer<UInt8>, limit: Int) throws(ByteProblem) -> Int
  {
    guard descriptor >= 0 else {
      if memoryOffset == memory.count { try takeRecords() }
      let got = min(limit, memory.count - memoryOffset)
      memory.withUnsafeBufferPointer {
        guard got > 0, let base = $0.baseAddress else { return }
        target.update(from: base + memoryOffset, count: got)
      }
      memoryOffset += got
      return got
    }
    var got = -1
    repeat { got = Foundation.read(descriptor, target, limit) } while got < 0 && errno == EINTR
    guard got >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
    return got
  }

  /// Makes the next records the bytes in memory.
  private mutating func takeRecords() throws(ByteProblem) {
    guard let records else { return }
    memory.removeAll(keepingCapacity: true)
    memoryOffset = 0
    do throws(Finding) {
      repeat { guard try records.addRecords(to: &memory) else { return } } while memory.isEmpty
    } catch {
      throw .found(error)
    }
  }

  private mutating func takeByteOrderMark() throws(ByteProblem) {
    isFirstRead = false
    raw = [0, 0, 0]
    var have = 0
    while have < 3 {
      var bytes = raw
      let old = have
      let got = try bytes.withUnsafeMutableBufferPointer { (target) throws(ByteProblem) in
        guard let base = target.baseAddress else { return 0 }
        return try read(into: base + old, limit: 3 - old)
      }
      raw = bytes
      if got == 0 { break }
      have += got
    }
    raw.removeLast(3 - have)
    if raw == [0xEF, 0xBB, 0xBF] {
      raw = []
      isDecided = true
    } else if raw.starts(with: [0xFF, 0xFE]) {
      raw.removeFirst(2)
      encoding = .utf16LittleEndian
    } else if raw.starts(with: [0xFE, 0xFF]) {
      raw.removeFirst(2)
      encoding = .utf16BigEndian
    }
  }

  // MARK: UTF-8

  private mutating func validate(
    _ buffer: UnsafeMutablePointer<UInt8>, count: inout Int, checked: inout Int, isEnd: Bool, capacity: Int
  ) throws(ByteProblem) {
    var position = checked
    while true {
      position = skipASCII(buffer, from: position, to: count)
      guard position < count else { break }
      let length = sequenceLength(buffer + position, available: count - position)
      if length > 0 {
        isDecided = true
        position += length
      } else if length == 0 && !isEnd {
        break  // Unfinished: the rest comes with the next read.
      } else if isDecided {
        checked = position
        throw .invalidUTF8(offset: position, byte: buffer[position])
      } else {
        encoding = .windows1252
        raw = Array(UnsafeBufferPointer(start: buffer + position, count: count - position))
        count = position
        // Expand in slices so that the buffer cannot overflow: the rest waits in `raw`.
        let room = (capacity - count) / 3
        let rest = raw.count > room ? Array(raw[room...]) : []
        if raw.count > room { raw.removeLast(raw.count - room) }
        try transcode(to: buffer, count: &count, isEnd: false)
        raw = rest
        position = count
        break
      }
    }
    checked = position
  }

  /// The first position whose byte is outside ASCII, by blocks of 64 bytes.
  private func skipASCII(_ buffer: UnsafeMutablePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var position = start
    let bytes = UnsafeRawPointer(buffer)
    while position + 64 <= end {
      let block = bytes.loadUnaligned(fromByteOffset: position, as: SIMD8<UInt64>.self)
      let half = block.lowHalf | block.highHalf
      let quarter = half.lowHalf | half.highHalf
      if (quarter[0] | quarter[1]) & 0x8080_8080_8080_8080 != 0 { break }
      position += 64
    }
    while position + 8 <= end {
      let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080
      if word != 0 { return position + word.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < end && buffer[position] < 0x80 { position += 1 }
    return position
  }

  /// The length of the sequence that begins here (Unicode 16, table 3-7); 0 when it is unfinished, −1 when it is invalid.
  private func sequenceLength(_ bytes: UnsafeMutablePointer<UInt8>, available: Int) -> Int {
    let first = bytes[0]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return -1
    }
    for index in 1..<length {
      guard index < available else { return 0 }
      let range = index == 1 ? second : 0x80...0xBF
      guard range.contains(bytes[index]) else { return -1 }
    }
    return length
  }

  // MARK: Other encodings

  private mutating func transcode(
    to buffer: UnsafeMutablePointer<UInt8>, count: inout Int, isEnd: Bool
  ) throws(ByteProblem) {
    var position = 0
    if encoding == .windows1252 {
      for byte in raw {
        switch byte {
        case 0..<0x80: buffer[count] = byte; count += 1
        case 0x80..<0xA0: append(UInt32(TextEncoding.windows1252Specials[Int(byte) - 0x80]), buffer, &count)
        default: append(UInt32(byte), buffer, &count)
        }
      }
      position = raw.count
    } else {
      let isLittle = encoding == .utf16LittleEndian
      func unit(_ at: Int) -> UInt32 {
        isLittle
          ? UInt32(raw[at]) | UInt32(raw[at + 1]) << 8 : UInt32(raw[at]) << 8 | UInt32(raw[at + 1])
      }
      while position + 1 < raw.count {
        let first = unit(position)
        if first & 0xFC00 == 0xD800 {
          guard position + 3 < raw.count else {
            if isEnd { append(0xFFFD, buffer, &count); position = raw.count }
            break
          }
          let second = unit(position + 2)
          if second & 0xFC00 == 0xDC00 {
            append(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), buffer, &count)
            position += 4
            continue
          }
        }
        append(first & 0xF800 == 0xD800 ? 0xFFFD : first, buffer, &count)
        position += 2
      }
      if isEnd && position < raw.count { throw .oddUTF16(offset: count) }
    }
    raw.removeFirst(position)
  }

  private func append(_ scalar: UInt32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: inout Int) {
    for byte in UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
      buffer[count] = byte
      count += 1
    }
  }
}

/// Why bytes could not be had or understood; the reader of records turns it into a finding with a place.
enum ByteProblem: Error {
  case unreadable(String)
  case invalidUTF8(offset: Int, byte: UInt8)
  case oddUTF16(offset: Int)
  case nul(offset: Int)
  /// What a source of records says of itself.
  case found(Finding)
}

/// Text in UTF-8 whose code points are found by their number.
struct IndexedText {
  /// The text in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// How many code points it has.
  private(set) var count = 0

  /// How many code points lie between two marks.
  private static let stride = 256
  /// The byte at which each 256th code point begins.
  private var marks: [Int] = []

  /// Adds a byte of valid UTF-8.
  mutating func append(_ byte: UInt8) {
    if byte & 0xC0 != 0x80 {
      if count % Self.stride == 0 { marks.append(bytes.count) }
      count += 1
    }
    bytes.append(byte)
  }

  /// Makes room.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// The bytes of a range of code points, which must lie in the text.
  func bytes(_ span: Range<Int>) -> ArraySlice<UInt8> { bytes[byte(span.lowerBound)..<byte(span.upperBound)] }

  /// The byte at which a code point begins.
  func byte(_ position: Int) -> Int {
    guard position < count else { return bytes.count }
    var (place, byte) = (position / Self.stride * Self.stride, marks[position / Self.stride])
    while place < position {
      byte += 1
      while bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      place += 1
    }
    return byte
  }
}

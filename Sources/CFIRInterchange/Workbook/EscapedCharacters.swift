/// Characters that XML cannot hold, as workbooks write them: `_x000D_` for a carriage return (ECMA-376 part 1, 22.9.2.19).
enum EscapedCharacters {
  /// Undoes them in UTF-8 bytes from an offset on.
  ///
  /// NUL stays as it is written; half of a surrogate pair becomes U+FFFD.
  static func undo(in bytes: inout [UInt8], from start: Int) {
    guard var read = firstEscape(bytes, from: start) else { return }
    var write = read
    while read < bytes.count {
      guard let unit = unit(bytes, at: read), unit != 0 else {
        bytes[write] = bytes[read]
        (read, write) = (read + 1, write + 1)
        continue
      }
      read += 7
      var scalar = UInt32(unit)
      if UTF16.isLeadSurrogate(unit), let trail = self.unit(bytes, at: read), UTF16.isTrailSurrogate(trail) {
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (UInt32(trail) - 0xDC00)
        read += 7
      }
      for byte in String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8 {
        bytes[write] = byte
        write += 1
      }
    }
    bytes.removeLast(bytes.count - write)
  }

  private static func firstEscape(_ bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = start
      while index + 7 <= buffer.count {
        if buffer[index] == 0x5F && buffer[index + 1] == 0x78 && buffer[index + 6] == 0x5F { return index }
        index += 1
      }
      return nil
    }
  }

  /// The UTF-16 unit of an escape that begins here.
  private static func unit(_ bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + 7 <= bytes.count, bytes[index] == 0x5F, bytes[index + 1] == 0x78, bytes[index + 6] == 0x5F
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[(index + 2)..<(index + 6)] {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}

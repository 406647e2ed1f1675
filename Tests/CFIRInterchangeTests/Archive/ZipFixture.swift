import Foundation

/// A zip archive written byte by byte, so that it can be as wrong as a test needs it.
struct ZipFixture {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds an entry that is stored as it is.
  mutating func add(_ name: String, _ text: String, flags: UInt16 = 0) {
    add(name, Array(text.utf8), flags: flags)
  }

  /// Adds an entry that is stored as it is.
  mutating func add(_ name: String, _ bytes: [UInt8], flags: UInt16 = 0) {
    add(name, stored: bytes, method: 0, size: bytes.count, checksum: Self.checksum(bytes), flags: flags)
  }

  /// Adds an entry of zeros, deflated about 158 to 1.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - runs: How many runs of 258 zeros follow the first zero.
  ///   - declared: The size that the archive says; the true one by default.
  mutating func addZeros(_ name: String, runs: Int, declared: Int? = nil) {
    // RFC 1951: a last block with fixed codes, a literal 0, matches of length 258 at distance 1, the end.
    var bits = Bits()
    bits.add(0b1, 1)
    bits.add(0b01, 2)
    bits.addCode(0b0011_0000, 8)
    for _ in 0..<runs {
      bits.addCode(0b1100_0101, 8)
      bits.addCode(0, 5)
    }
    bits.addCode(0, 7)
    let size = 1 + 258 * runs
    add(
      name, stored: bits.bytes, method: 8, size: declared ?? size,
      checksum: Self.checksum([UInt8](repeating: 0, count: size)), flags: 0)
  }

  private mutating func add(
    _ name: String, stored: [UInt8], method: UInt16, size: Int, checksum: UInt32, flags: UInt16
  ) {
    let offset = body.count
    // Bit 11: the name is UTF-8.
    let shared =
      Self.two(20) + Self.two(flags | 0x800) + Self.two(method) + Self.four(0x5A21_0000)
      + Self.four(checksum) + Self.four(UInt32(stored.count)) + Self.four(UInt32(size))
      + Self.two(UInt16(name.utf8.count)) + Self.two(0)
    body += Self.four(0x0403_4B50) + shared + name.utf8 + stored
    directory +=
      Self.four(0x0201_4B50) + Self.two(20) + shared + [UInt8](repeating: 0, count: 10)
      + Self.four(UInt32(offset)) + name.utf8
    count += 1
  }

  /// The archive.
  var bytes: [UInt8] {
    body + directory + Self.four(0x0605_4B50) + Self.four(0) + Self.two(UInt16(count))
      + Self.two(UInt16(count)) + Self.four(UInt32(directory.count)) + Self.four(UInt32(body.count))
      + Self.two(0)
  }

  private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
  private static func four(_ value: UInt32) -> [UInt8] {
    two(UInt16(value & 0xFFFF)) + two(UInt16(value >> 16))
  }

  /// CRC-32 as zip has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes { sum = sum >> 8 ^ table[Int((sum ^ UInt32(byte)) & 0xFF)] }
    return ~sum
  }

  private static let table: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }
}

/// Bits packed as deflate packs them.
private struct Bits {
  private(set) var bytes: [UInt8] = []
  private var count = 0

  /// Numbers: lowest bit first.
  mutating func add(_ value: Int, _ width: Int) {
    for bit in 0..<width { add(bit: value >> bit & 1) }
  }

  /// Codes: highest bit first.
  mutating func addCode(_ code: Int, _ width: Int) {
    for bit in (0..<width).reversed() { add(bit: code >> bit & 1) }
  }

  private mutating func add(bit: Int) {
    if count % 8 == 0 { bytes.append(0) }
    bytes[bytes.count - 1] |= UInt8(bit << (count % 8))
    count += 1
  }
}

/// A file that lasts as long as a test.
final class TemporaryFile {
  let path: String

  init(_ bytes: [UInt8] = [], suffix: String = "") throws {
    path = FileManager.default.temporaryDirectory.appending(path: "cfir-\(UUID().uuidString)\(suffix)").path
    try Data(bytes).write(to: URL(filePath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// What is thrown, as a finding.
func finding(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return "\(error)"
  }
}

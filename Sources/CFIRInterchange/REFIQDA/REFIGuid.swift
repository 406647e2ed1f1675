import CFIRDigest

/// The identifier of something in a REFI-QDA file.
///
/// Files write it in either case, with or without braces; these are the same. What is no UUID at all, as hand-made files have it, becomes
/// one that is made from its characters, so that its references still meet it.
struct REFIGuid: Hashable, Sendable {
  private let high, low: UInt64

  private init(_ bytes: ArraySlice<UInt8>) {
    var (high, low) = (UInt64(0), UInt64(0))
    for byte in bytes.prefix(8) { high = high << 8 | UInt64(byte) }
    for byte in bytes.dropFirst(8).prefix(8) { low = low << 8 | UInt64(byte) }
    (self.high, self.low) = (high, low)
  }

  /// An identifier as a file writes it; nothing where it is empty.
  init?(_ written: some Collection<UInt8>) {
    var digits: [UInt8] = []
    var length = 0
    var isUUID = true
    for byte in written {
      length += 1
      if let digit = Self.digit(byte) {
        digits.append(digit)
      } else if ![0x2D, 0x7B, 0x7D, 0x20, 0x09, 0x0A, 0x0D].contains(byte) {
        isUUID = false
      }
    }
    guard length > 0 else { return nil }
    if isUUID && digits.count == 32 {
      self.init(stride(from: 0, to: 32, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }[...])
    } else {
      self.init(.other, [String(decoding: written, as: UTF8.self).uppercased()])
    }
  }

  /// An identifier as a file writes it; nothing where it is empty.
  init?(_ written: String) { self.init(written.utf8) }

  /// What an identifier stands for.
  enum Kind: String {
    case project, user, code, variable, person = "case", source, selection, coding, note, set, other
  }

  /// The identifier that something has by what it is: the same in every file and every run (UUID version 5, RFC 9562).
  ///
  /// - Parameters:
  ///   - kind: What it stands for.
  ///   - key: What tells it from others of its kind.
  init(_ kind: Kind, _ key: [String]) {
    let name = ([kind.rawValue] + key).joined(separator: "\u{1F}")
    self.init(namespace: Self.namespace, name: name)
  }

  /// The identifiers that this project makes: a name space of its own below that of URLs.
  private static let namespace = REFIGuid(
    namespace: REFIGuid(high: 0x6BA7_B811_9DAD_11D1, low: 0x80B4_00C0_4FD4_30C8), name: "urn:cfirkit:refi-qda"
  )

  private init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

  /// UUID version 5 of a name in a name space.
  init(namespace: REFIGuid, name: String) {
    var digest = Digest.sha1(namespace.bytes + Array(name.utf8))
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    self.init(digest[..<16])
  }

  private var bytes: [UInt8] {
    [high, low].flatMap { half in (0..<8).reversed().map { UInt8(truncatingIfNeeded: half >> ($0 * 8)) } }
  }

  /// As ATLAS.ti, MAXQDA and Taguette write it: upper case, no braces.
  var text: String {
    var characters: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { characters.append(0x2D) }
      for digit in [byte >> 4, byte & 15] { characters.append(digit < 10 ? 0x30 + digit : 0x37 + digit) }
    }
    return String(decoding: characters, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}

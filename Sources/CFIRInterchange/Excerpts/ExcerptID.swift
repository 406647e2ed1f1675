import CFIRKit
import Foundation

#if canImport(CryptoKit)
  import CryptoKit
#else
  import CLibCrypto
#endif

extension Excerpt {
  /// The id of an excerpt that has none of its own: `SOURCE#` and the first 8 hex digits of SHA-256.
  ///
  /// Hashed are source, start, end and the text, in NFC and without blanks at its ends, joined by U+001F; so the id stays when an
  /// export is reordered or made again.
  static func id(source: String, start: String, end: String, text: String) -> Excerpt.ID {
    let bytes = Array([source, start, end, text.trimmingWhitespace()].joined(separator: "\u{1F}").utf8)
    return Excerpt.ID(source + "#" + hexadecimal(sha256(bytes).prefix(4)))
  }

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  private static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    #if canImport(CryptoKit)
      return Array(SHA256.hash(data: bytes))
    #else
      var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
      _ = CLibCrypto.SHA256(bytes, bytes.count, &digest)
      return digest
    #endif
  }
}

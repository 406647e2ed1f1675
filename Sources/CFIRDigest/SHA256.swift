#if canImport(CryptoKit)
  import CryptoKit
#else
  import CLibCrypto
#endif

/// Digests by the system's own library.
package enum Digest {
  /// The 32 bytes of the SHA-256 of bytes.
  package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    #if canImport(CryptoKit)
      return Array(CryptoKit.SHA256.hash(data: bytes))
    #else
      var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
      _ = CLibCrypto.SHA256(bytes, bytes.count, &digest)
      return digest
    #endif
  }

  /// The 20 bytes of the SHA-1 of bytes, for identifiers that are made of names (RFC 9562, UUID version 5); no protection.
  package static func sha1(_ bytes: [UInt8]) -> [UInt8] {
    #if canImport(CryptoKit)
      return Array(CryptoKit.Insecure.SHA1.hash(data: bytes))
    #else
      var digest = [UInt8](repeating: 0, count: Int(SHA_DIGEST_LENGTH))
      _ = CLibCrypto.SHA1(bytes, bytes.count, &digest)
      return digest
    #endif
  }

  /// Two lower-case hexadecimal digits for each byte.
  package static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

import CFIRDigest
import CFIRKit

extension Excerpt {
  /// The id of an excerpt that has none of its own: `SOURCE#` and the first 8 hex digits of SHA-256.
  ///
  /// Hashed are source, start, end and the text, in NFC and without blanks at its ends, joined by U+001F; so the id stays when an
  /// export is reordered or made again.
  static func id(source: String, start: String, end: String, text: String) -> Excerpt.ID {
    let bytes = Array([source, start, end, text.trimmingWhitespace()].joined(separator: "\u{1F}").utf8)
    return Excerpt.ID(source + "#" + Digest.hexadecimal(Digest.sha256(bytes).prefix(4)))
  }
}

import Foundation

/// A name as names are compared: without case, punctuation, leading numbering, and with `&` read as “and”.
public struct NameKey: Hashable, Sendable {
  /// Letters and digits only, in lower case.
  public let text: String

  /// The key of a name.
  public init(_ name: String) {
    let plain = name.replacing("&", with: " and ").lowercased().decomposedStringWithCanonicalMapping
    let unnumbered = plain.replacing(Self.numbering, with: "", maxReplacements: 1)
    let key = Self.lettersAndDigits(unnumbered)
    text = key.isEmpty ? Self.lettersAndDigits(plain) : key
  }

  private static func lettersAndDigits(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }

  /// `III.D.3 `, `IV.`, `2.1)`, `(4) `: never a bare word, and never a lone Roman numeral without its dot.
  nonisolated(unsafe) private static let numbering =
    /^\s*(?:[ivx]+(?:\.[a-z0-9]+)+\.?\s+|[ivx]+\.\s+|\(?\d+(?:\.\d+)*[.)]?\s+)/

  /// The least number of edits (insertions, deletions, substitutions, swaps of neighbours) between two keys.
  public func distance(to other: NameKey) -> Int {
    let first = Array(text.unicodeScalars)
    let second = Array(other.text.unicodeScalars)
    var before: [Int] = []
    var last = Array(0...second.count)
    for row in 0..<first.count {
      var present = [row + 1]
      for column in 0..<second.count {
        var best = min(
          last[column + 1] + 1, present[column] + 1,
          last[column] + (first[row] == second[column] ? 0 : 1))
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          best = min(best, before[column - 1] + 1)
        }
        present.append(best)
      }
      before = last
      last = present
    }
    return last[second.count]
  }
}

/// The candidate nearest to what was written, or nothing when none is near.
///
/// Near means at most one edit for each three letters, and at least one; ties go to the first candidate.
public func nearest<Candidates: Sequence<String>>(_ written: String, among candidates: Candidates) -> String?
{
  let key = NameKey(written)
  let limit = max(1, key.text.count / 3)
  var best: (name: String, distance: Int)?
  for candidate in candidates {
    let other = NameKey(candidate)
    guard abs(other.text.count - key.text.count) <= limit else { continue }
    let distance = key.distance(to: other)
    if distance <= limit && distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

extension Optional<String> {
  /// ` (did you mean 'x'?)`, or nothing.
  public var asSuggestion: String { map { "did you mean '\($0)'?" } ?? "" }
}

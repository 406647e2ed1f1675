import Foundation

/// Numbers and lists as sentences have them.
enum English {
  private static let small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

  /// `no`, `one` … `nine`, `10`: a number before what it counts.
  static func number(_ value: Int) -> String {
    small.indices.contains(value) ? small[value] : String(value)
  }

  /// `no excerpts`, `one excerpt`, `12 excerpts`.
  static func count(_ value: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(number(value)) \(form(value, singular, plural))"
  }

  /// The noun alone in the number that a count asks for: `excerpt`, `excerpts`.
  static func form(_ value: Int, _ singular: String, _ plural: String? = nil) -> String {
    value == 1 ? singular : plural ?? singular + "s"
  }

  /// `both organizations`, `all seven organizations`; `the organization` where there is one.
  static func all(_ value: Int, _ singular: String, _ plural: String? = nil) -> String {
    switch value {
    case 1: "the \(singular)"
    case 2: "both \(form(2, singular, plural))"
    default: "all \(count(value, singular, plural))"
    }
  }

  /// `A, B and C`.
  static func list(_ items: [String], _ conjunction: String = "and") -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// The text with a capital at its beginning.
  static func opening(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// The text as a sentence: a capital first, a full stop last.
  static func sentence(_ text: String) -> String {
    let open = opening(text.trimmingCharacters(in: .whitespacesAndNewlines))
    guard let last = open.last, !".!?…”".contains(last) else { return open }
    return open + "."
  }
}

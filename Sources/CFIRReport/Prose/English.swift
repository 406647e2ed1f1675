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

  /// `none`, `one` … `nine`, `10`: a number that stands for what it counts.
  static func pronoun(_ value: Int) -> String { value == 0 ? "none" : number(value) }

  /// `none helps`, `one helps`, `two help`.
  static func each(_ value: Int, _ singular: String, _ plural: String) -> String {
    "\(pronoun(value)) \(value < 2 ? singular : plural)"
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
    items.enumerated(with: conjunction)
  }

  /// The text as sentences begin: with a capital, and with a number below a hundred in words.
  static func opening(_ text: String) -> String {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    if let value = Int(digits), (1..<100).contains(value), rest.first == " " || rest.isEmpty {
      return opening(spelled(value)) + rest
    }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private static let teens = [
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]
  private static let tens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  private static func spelled(_ value: Int) -> String {
    if value < 10 { return small[value] }
    if value < 20 { return teens[value - 10] }
    return value % 10 == 0 ? tens[value / 10] : "\(tens[value / 10])-\(small[value % 10])"
  }

  /// The text as a sentence: a capital first, a full stop last.
  static func sentence(_ text: String) -> String {
    let open = opening(text.trimmingCharacters(in: .whitespacesAndNewlines))
    guard let last = open.last, !".!?…”".contains(last) else { return open }
    return open + "."
  }
}

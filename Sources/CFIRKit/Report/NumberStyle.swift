import Foundation

/// How numbers are printed for people: the only place that rounds.
public enum NumberStyle {
  /// A number with so many decimals and a real minus sign; an en dash where there is none.
  public static func decimal(_ value: Double?, places: Int = 2) -> String {
    guard let value else { return "\u{2013}" }
    let text = String(format: "%.\(places)f", value)
    let isZero = !text.contains { "123456789".contains($0) }
    return (isZero ? text.replacing("-", with: "") : text).replacing("-", with: "\u{2212}")
  }

  /// A whole number with a real minus sign; an en dash where there is none.
  public static func whole(_ value: Int?) -> String {
    value.map { String($0).replacing("-", with: "\u{2212}") } ?? "\u{2013}"
  }

  /// A mean of ratings with its sign: `+1.29`, `−0.43`, `0.00`.
  public static func signed(_ value: Double?, places: Int = 2) -> String {
    let text = decimal(value, places: places)
    guard let value, value > 0, text.contains(where: { "123456789".contains($0) }) else { return text }
    return "+" + text
  }

  /// `1 excerpt`, `2 excerpts`.
  public static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
  }

  /// `A, B and C`.
  public static func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}

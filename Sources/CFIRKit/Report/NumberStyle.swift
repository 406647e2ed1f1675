import Foundation

/// How numbers are printed for people: the only place that rounds.
public enum NumberStyle {
  /// A number with so many decimals and a real minus sign; an en dash where there is none.
  public static func decimal(_ value: Double?, places: Int = 2) -> String {
    guard let value else { return "\u{2013}" }
    let text = String(format: "%.\(places)f", value)
    guard text.hasPrefix("-") else { return text }
    let size = String(text.dropFirst())
    // What rounds to nothing has no sign.
    return size.contains { "123456789".contains($0) } ? "\u{2212}" + size : size
  }

  /// A whole number with a real minus sign; an en dash where there is none.
  public static func whole(_ value: Int?) -> String {
    guard let value else { return "\u{2013}" }
    return value < 0 ? "\u{2212}\(value.magnitude)" : String(value)
  }

  /// A mean of ratings with its sign: `+1.29`, `−0.43`, `0.00`.
  public static func signed(_ value: Double?, places: Int = 2) -> String {
    let text = decimal(value, places: places)
    guard let value, value > 0, text.contains(where: { "123456789".contains($0) }) else { return text }
    return "+" + text
  }

  /// A p-value or share with three decimals, `< 0.001` below that; an en dash where there is none.
  public static func share(_ value: Double?) -> String {
    guard let value else { return decimal(nil) }
    return value < 0.001 ? "< 0.001" : decimal(value, places: 3)
  }

  /// `1 excerpt`, `2 excerpts`.
  public static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
  }

  /// `A, B and C`.
  public static func list(_ items: [String]) -> String { items.enumerated(with: "and") }
}

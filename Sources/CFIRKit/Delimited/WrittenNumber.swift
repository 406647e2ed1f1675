/// What a cell says where a number is expected.
public enum WrittenNumber: Hashable, Sendable {
  /// A number.
  case number(Double)
  /// That there is none: an empty cell, `NA`, `n/a`, `.`, `-`, `–`, `?`, `NaN` or `missing`.
  case missing
  /// Something else.
  case unreadable

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - text: What stands in it, without blanks at its ends; a minus sign may be the typographic one.
  ///   - decimalComma: Whether a comma may stand for the decimal point: where commas separate cells, it could as well separate thousands.
  public init(_ text: String, decimalComma: Bool) {
    if Self.words.contains(text.lowercased()) {
      self = .missing
      return
    }
    let plain = text.replacing("\u{2212}", with: "-")
    let number = Double(plain) ?? (decimalComma ? Double(plain.replacing(",", with: ".")) : nil)
    self = number.flatMap { $0.isFinite ? .number($0) : nil } ?? .unreadable
  }

  /// The number; nothing where there is none, or something else.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }

  /// How to mend a cell that cannot be read.
  public static func fix(_ text: String) -> String {
    text.contains(",") ? "write it with a decimal point" : "write a number, or NA where there is none"
  }

  private static let words: Set<String> = ["", "na", "n/a", ".", "-", "\u{2013}", "?", "nan", "missing"]
}

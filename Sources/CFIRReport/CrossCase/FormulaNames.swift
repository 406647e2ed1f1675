import CFIRKit
import CFIRStatistics

/// Formulas as the report writes them: with the constructs' names for their ids, and blanks at which lines can break.
struct FormulaNames {
  let facts: Facts

  /// The name of a factor.
  func name(_ factor: String) -> String { facts.names.factor(factor) }

  /// `local-attitudes*~funding` as “Local Attitudes * ~Funding”.
  func formula(_ text: String) -> String {
    text.split(separator: " + ").map { path in
      path.split(separator: "*").map(literal).joined(separator: " * ")
    }.joined(separator: " + ")
  }

  /// `~funding` as “~Funding”, `funding{2}` as “Funding{2}”.
  private func literal(_ text: Substring) -> String {
    let sign = text.hasPrefix("~") ? "~" : ""
    let factor = text.dropFirst(sign.count).prefix { $0 != "{" }
    return sign + name(String(factor)) + text.dropFirst(sign.count + factor.count)
  }

  /// `funding: crisp, in from -1` as “Funding: crisp, in from −1”.
  func setting(_ text: String) -> String {
    guard let colon = text.firstRange(of: ": ") else { return text }
    return name(String(text[..<colon.lowerBound])) + text[colon.lowerBound...].replacing(" -", with: " −")
  }
}

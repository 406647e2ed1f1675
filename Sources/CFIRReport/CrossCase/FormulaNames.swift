import CFIRKit
import CFIRStatistics

/// Formulas and cases as the report writes them: with the constructs' names for their ids, blanks at which lines can break, and the short
/// names of organizations.
struct FormulaNames {
  let names: Names
  let truth: TruthTable

  init(_ facts: Facts, _ analysis: ConfigurationalAnalysis) {
    names = facts.names
    truth = analysis.truthTable
  }

  /// `local-attitudes*~funding` as “Local Attitudes * ~Funding”.
  func formula(_ text: String) -> String {
    text.split(separator: " + ").map { path in
      path.split(separator: "*").map(literal).joined(separator: " * ")
    }.joined(separator: " + ")
  }

  /// A term in the same way.
  func formula(_ term: Term) -> String { formula(term.text(truth.conditions)) }

  /// `~funding` as “~Funding”, `funding{2}` as “Funding{2}”.
  private func literal(_ text: Substring) -> String {
    let sign = text.hasPrefix("~") ? "~" : ""
    let factor = text.dropFirst(sign.count).prefix { $0 != "{" }
    return sign + names.factor(String(factor)) + text.dropFirst(sign.count + factor.count)
  }

  /// `funding: crisp, in from -1` as “Funding: crisp, in from −1”.
  func setting(_ text: String) -> String {
    guard let colon = text.firstRange(of: ": ") else { return text }
    let factor = names.factor(String(text[..<colon.lowerBound]))
    return factor + text[colon.lowerBound...].replacing(" -", with: " −")
  }

  /// The combinations of some rows, the first four written out.
  func combinations(_ rows: [Int]) -> String {
    let shown = rows.prefix(4).map { formula(truth.term(ofRow: $0)) }
    return shown.joined(separator: "; ") + (rows.count > 4 ? "; and \(rows.count - 4) more" : "")
  }

  /// The organizations at some places.
  func cases(_ places: [Int]) -> String {
    places.map { names.short(Organization.ID(truth.cases[$0])) }.joined(separator: ", ")
  }
}

/// Formulas as the literature on coincidence analysis writes them: `u*L->D`, `U+D<->L`, `C=1+F=2<->PB=1`,
/// `(L+G<->E)*(U+D<->L)`.
///
/// Source: Baumgartner & Ambühl, Political Science Research and Methods 2020;8:526–542.
public struct FormulaNotation: Sendable {
  let table: FactorTable

  /// The notation of a table's factors.
  public init(_ table: FactorTable) { self.table = table }

  /// `U` and `u`, or `C=2`.
  public func text(_ value: FactorValue) -> String {
    let name = table.factors[value.factor].name
    if table.kind == .multiValue { return "\(name)=\(value.value)" }
    return value.value == 1 ? name : name.lowercased()
  }

  /// `g*E`.
  public func text(_ conjunction: Conjunction) -> String {
    conjunction.values.map(text).joined(separator: "*")
  }

  /// `U+D<->L`; `U->L` where sufficiency is all that is claimed.
  public func text(_ formula: AtomicFormula, isSufficientOnly: Bool = false) -> String {
    formula.disjuncts.map(text).joined(separator: "+") + (isSufficientOnly ? "->" : "<->")
      + text(formula.outcome)
  }

  /// `(L+G<->E)*(U+D<->L)`, or one formula without parentheses.
  public func text(_ model: CoincidenceModel, isSufficientOnly: Bool = false) -> String {
    if model.formulas.count == 1, let formula = model.formulas.first {
      return text(formula, isSufficientOnly: isSufficientOnly)
    }
    return model.formulas.map { "(\(text($0)))" }.joined(separator: "*")
  }

  /// `E,L`.
  public func outcomes(_ model: CoincidenceModel) -> String {
    model.formulas.map { text($0.outcome) }.joined(separator: ",")
  }

  /// By letters first, then lower case before upper.
  func sortKey(_ value: FactorValue) -> String { Self.sortKey(text(value)) }

  /// By letters first, then lower case before upper.
  static func sortKey(_ text: String) -> String {
    text.lowercased() + "\u{0}" + String(text.map { $0.isLowercase ? "a" : "b" })
  }
}

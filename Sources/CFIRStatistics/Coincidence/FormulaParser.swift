/// Why text is no formula of a table's factors.
public enum FormulaProblem: Error, Hashable, Sendable {
  /// There is no `<->` or `->`, or more than one.
  case arrow(String)
  /// No factor, or no value of it, is called this.
  case unknown(String)
  /// Nothing stands between two signs.
  case blank
}

extension FormulaNotation {
  /// Reads a factor value: `U` (any upper-case letter) for presence, `u` for absence, `C=2` for a value.
  public func value(_ text: String) throws(FormulaProblem) -> FactorValue {
    let written = text.trimmingBlanks()
    if written.isEmpty { throw .blank }
    let parts = written.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let factor = table.factor(named: parts[0].trimmingBlanks()) else { throw .unknown(written) }
    if table.kind != .multiValue {
      guard parts.count == 1 else { throw .unknown(written) }
      return FactorValue(factor: factor, value: written == written.lowercased() ? 0 : 1)
    }
    guard parts.count == 2, let value = Int(parts[1].trimmingBlanks()),
      table.factors[factor].values.contains(value)
    else { throw .unknown(written) }
    return FactorValue(factor: factor, value: value)
  }

  /// Reads `g*E`.
  public func conjunction(_ text: String) throws(FormulaProblem) -> Conjunction {
    var values: [FactorValue] = []
    for part in text.split(separator: "*", omittingEmptySubsequences: false) {
      values.append(try value(String(part)))
    }
    return Conjunction(values.sorted { table.place(of: $0).lexicographicallyPrecedes(table.place(of: $1)) })
  }

  /// Reads `U+D<->L` or `U->L`.
  public func formula(_ text: String) throws(FormulaProblem) -> AtomicFormula {
    let sides = text.split(separator: ">", omittingEmptySubsequences: false)
    guard sides.count == 2, var left = sides.first, let right = sides.last, left.hasSuffix("-") else {
      throw .arrow(text)
    }
    left.removeLast()
    if left.hasSuffix("<") { left.removeLast() }
    var disjuncts: [Conjunction] = []
    for part in left.split(separator: "+", omittingEmptySubsequences: false) {
      disjuncts.append(try conjunction(String(part)))
    }
    return AtomicFormula(disjuncts, outcome: try value(String(right)))
  }

  /// Reads `(L+G<->E)*(U+D<->L)`, or one formula without parentheses.
  public func formulas(_ text: String) throws(FormulaProblem) -> [AtomicFormula] {
    let written = text.trimmingBlanks()
    guard written.hasPrefix("("), written.hasSuffix(")") else { return [try formula(written)] }
    var formulas: [AtomicFormula] = []
    for part in written.dropFirst().dropLast().split(separator: ")", omittingEmptySubsequences: false) {
      guard let open = part.lastIndex(of: "(") else {
        formulas.append(try formula(String(part)))
        continue
      }
      // Between two formulas stands `*(`.
      guard part[..<open].trimmingBlanks() == "*" else { throw .blank }
      formulas.append(try formula(String(part[part.index(after: open)...])))
    }
    return formulas
  }
}

extension FactorTable {
  /// A factor value's place in the table's order.
  func place(of value: FactorValue) -> [Int] {
    [value.factor, factors[value.factor].values.firstIndex(of: value.value) ?? 0]
  }
}

extension String {
  /// Free text made safe for spreadsheets: what one would take for a formula gets a leading apostrophe.
  ///
  /// Never for numbers or rating tokens. ``withoutFormulaGuard`` undoes it.
  public var withFormulaGuard: String {
    guard let first, "=+-@\t\r".contains(first) || startsWithGuard else { return self }
    return "'" + self
  }

  /// The text without the apostrophe that ``withFormulaGuard`` put before it.
  public var withoutFormulaGuard: String { startsWithGuard ? String(dropFirst()) : self }

  private var startsWithGuard: Bool {
    guard first == "'" else { return false }
    guard let next = dropFirst().first else { return false }
    return "=+-@\t\r'".contains(next)
  }
}

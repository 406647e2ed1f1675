extension String {
  /// Free text made safe for spreadsheets: what one would take for a formula gets a leading apostrophe.
  ///
  /// Never for numbers or rating tokens. ``withoutFormulaGuard`` undoes it.
  public var withFormulaGuard: String {
    // By scalars: a joiner or accent behind the sign makes another character of it, which a spreadsheet does not care about.
    guard let first = unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) || startsWithGuard
    else { return self }
    return "'" + self
  }

  /// The text without the apostrophe that ``withFormulaGuard`` put before it.
  public var withoutFormulaGuard: String { startsWithGuard ? String(unicodeScalars.dropFirst()) : self }

  private var startsWithGuard: Bool {
    guard unicodeScalars.first == "'", let next = unicodeScalars.dropFirst().first else { return false }
    return "=+-@\t\r'".unicodeScalars.contains(next)
  }
}

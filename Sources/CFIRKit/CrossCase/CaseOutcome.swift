/// An outcome as it is asked about.
struct CaseOutcome: Sendable {
  /// The column that holds it.
  var column: CaseColumns.Column
  /// Whether its absence is asked about.
  var isNegated: Bool
  /// The value that is asked about, where it has several.
  var value: Int?

  /// Reads `NAME`, `~NAME`, `NAME{2}` or `NAME=2`.
  ///
  /// Names as they stand come first: a column may be called `~A` or `A{1}`. Marks are read before names that are merely alike.
  ///
  /// - Throws: Which columns there are instead.
  init(_ text: String, in columns: CaseColumns, at origin: Origin) throws(Findings) {
    func isColumn(_ name: String) -> Bool { columns.columns.contains { $0.name == name } }
    var name = text.trimmingWhitespace()
    isNegated = !isColumn(name) && name.hasPrefix("~")
    if isNegated { name = String(name.dropFirst()).trimmingWhitespace() }
    if !isColumn(name) {
      let open = name.hasSuffix("}") ? name.lastIndex(of: "{") : name.lastIndex(of: "=")
      if let open {
        let written = name[name.index(after: open)...]
        value = Int((name.hasSuffix("}") ? written.dropLast() : written).trimmingWhitespace())
        if value != nil { name = String(name[..<open]).trimmingWhitespace() }
      }
    }
    column = try columns.column(name, at: origin)
  }
}

import CFIRCodebooks

/// How constructs of CFIR 2009 and CFIR 2022 correspond.
public struct Crosswalk: Sendable {
  /// One correspondence.
  public struct Row: Sendable {
    /// The construct of 2009; nothing where 2022 added one.
    public let from: Construct.ID?
    /// The constructs of 2022; none where it was removed.
    public let to: [Construct.ID]
    /// What changed: kept, renamed, moved, split, promoted, …
    public let changes: [String]
    /// How sure the correspondence is: `confirmed`, `partly confirmed`, `unconfirmed`.
    public let certainty: String
    /// What to mind.
    public let note: String
  }

  /// All correspondences in the order of 2009, then what 2022 added.
  public let rows: [Row]

  /// The crosswalk that travels with the program.
  public static let shipped = Crosswalk(table: CodebookText.crosswalk)

  private init(table text: String) {
    var rows: [Row] = []
    var findings = Findings()
    if let records = try? RecordReader(text: text, file: "crosswalk-2009-2022.csv") {
      var table = TableReader(records)
      let columns = ["from", "to", "change", "certainty", "note"].map { table.column($0) }
      while (try? table.next(noting: &findings)) == true {
        let cells = columns.map { table.text($0) }
        rows.append(
          Row(
            from: cells[0].isEmpty ? nil : .init(cells[0]),
            to: cells[1].split(separator: ";").map { .init($0.trimmingWhitespace()) },
            changes: cells[2].split(separator: "+").map(String.init), certainty: cells[3], note: cells[4]))
      }
    }
    self.rows = rows
  }
}

import CFIRKit

/// What variables of documents and cases are good for: one of an excerpt's columns, by its name.
struct VariableColumns {
  /// Which column each variable fills.
  private(set) var homes: [(place: Int, column: ExcerptColumn)] = []
  /// Variables that fill none.
  private(set) var homeless: [(place: Int, name: String)] = []
  private var isNoted = false

  /// - Parameter variables: Where each variable stands, and its name without a program's prefix.
  init(_ variables: [(place: Int, name: String)]) {
    for variable in variables {
      if let column = Self.home(of: variable.name) {
        homes.append((variable.place, column))
      } else {
        homeless.append(variable)
      }
    }
  }

  /// The column that a variable fills by its name: the organization or the participant.
  static func home(of name: String) -> ExcerptColumn? {
    [.organization, .participant].first { (column: ExcerptColumn) in
      column.names.contains { TableReader.key($0) == TableReader.key(name) }
    }
  }

  /// Fills what a row has not, and notes once which variables are not used.
  ///
  /// - Parameters:
  ///   - row: The row to fill.
  ///   - records: The table, at the record that the row comes from.
  ///   - account: What is noted.
  ///   - place: Where a variable that has this place in the header stands in this record.
  mutating func fill(
    _ row: inout ExcerptRow, from records: inout RecordReader, noting account: inout ImportAccount,
    at place: (Int) -> Int = { $0 }
  ) {
    for home in homes {
      let value = records.trimmed(place(home.place))
      switch home.column {
      case .organization where row.organization.isEmpty: row.organization = value
      case .participant where row.participant.isEmpty: row.participant = value
      default: break
      }
    }
    guard !isNoted else { return }
    isNoted = true
    for variable in homeless {
      account.leave(.homeless, at: records.headerOrigins[variable.place], named: variable.name)
    }
  }
}

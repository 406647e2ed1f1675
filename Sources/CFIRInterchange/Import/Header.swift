import CFIRKit

/// The columns of a table by their names, which are compared without case, blanks, `_` and `-`.
struct Header {
  /// The names as they are written.
  let names: [String]
  private var places: [String: Int] = [:]

  init(_ names: [String]) {
    self.names = names
    for (place, name) in names.enumerated() where places[TableReader.key(name)] == nil {
      places[TableReader.key(name)] = place
    }
  }

  /// Where the first column of any of these names stands, the earlier name first.
  subscript(_ names: String...) -> Int? { self[names] }

  /// Where the first column of any of these names stands, the earlier name first.
  subscript(_ names: [String]) -> Int? { names.lazy.compactMap { places[TableReader.key($0)] }.first }

  /// Whether there is a column for each of these names.
  func has(_ names: String...) -> Bool { names.allSatisfy { places[TableReader.key($0)] != nil } }

  /// Whether these are the columns, in this order, and no others but empty ones.
  func isExactly(_ names: String...) -> Bool {
    self.names.filter { !$0.isEmpty }.map(TableReader.key) == names.map(TableReader.key)
  }
}

extension RecordReader {
  /// The text of a cell without blanks at its ends; empty where there is no such column.
  func trimmed(_ place: Int?) -> String { place.map { text($0).trimmingWhitespace() } ?? "" }

  /// The text of a cell as it is; empty where there is no such column.
  func verbatim(_ place: Int?) -> String { place.map { text($0) } ?? "" }
}

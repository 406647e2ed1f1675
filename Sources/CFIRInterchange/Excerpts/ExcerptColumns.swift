import CFIRKit

/// What a column of an excerpt table holds.
public enum ExcerptColumn: String, Sendable, CaseIterable {
  case id, organization, group, participant, source, code, text, start, end, rating, weight, coder, memo,
    date, cleared

  /// The header names that mean it: the canonical ones, and MAXQDA's in each language.
  ///
  /// MAXQDA translates some headers and not others, so that names of all languages may meet in one file.
  public var names: [String] { canonicalNames + MAXQDAHeaders.languages.flatMap { $0.columns[self] ?? [] } }

  private var canonicalNames: [String] {
    switch self {
    case .organization: ["organization", "organisation", "site"]
    case .participant: ["participant", "speaker"]
    case .source: ["source", "document"]
    case .text: ["text", "excerpt"]
    case .coder: ["coder", "Coded by"]
    default: [rawValue]
    }
  }
}

/// Where the columns of an excerpt table stand.
struct ExcerptColumns {
  private(set) var places: [ExcerptColumn: Int] = [:]
  /// Whether positions may count characters: `start` does, and a column that the study names; MAXQDA's count paragraphs.
  private(set) var mayHaveCharacters = false
  /// Where MAXQDA says how many characters each segment has.
  let area: Int?

  subscript(column: ExcerptColumn) -> Int? { places[column] }

  /// Whether a header is one of excerpts: it has codes and sources.
  static func recognizes(_ header: [String]) -> Bool {
    let found = ExcerptColumns(header)
    return found[.code] != nil && found[.source] != nil
  }

  /// Whether a header is one of excerpts, or would be but for one column.
  static func resembles(_ header: [String]) -> Bool {
    let found = ExcerptColumns(header)
    return [.source, .code, .text].count { found[$0] != nil } >= 2
  }

  private init(_ header: [String]) {
    area = MAXQDAHeaders.area(header)
    let keys = header.map(TableReader.key)
    for column in ExcerptColumn.allCases {
      places[column] = column.names.lazy.compactMap { keys.firstIndex(of: TableReader.key($0)) }.first
    }
  }

  /// Finds the columns of a header, by a study's mapping where it has one.
  ///
  /// - Throws: A finding for a mapped column that is not there, and for a missing code, source or text column.
  init(_ header: [String], mapping: [ExcerptColumn: Located<String>], file: String) throws(Finding) {
    self.init(header)
    for (column, name) in mapping.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard let place = header.firstIndex(where: { TableReader.key($0) == TableReader.key(name.value) })
      else {
        throw .error(
          at: name.origin, "'\(file)' has no column '\(name.value)'",
          fix: nearest(name.value, among: header).asSuggestion.ifEmpty(
            "its columns are \(header.joined(separator: ", "))"))
      }
      places[column] = place
    }
    if let start = places[.start] {
      mayHaveCharacters =
        mapping[.start] != nil || TableReader.key(header[start]) == ExcerptColumn.start.rawValue
    }
    let missing = [ExcerptColumn.source, .code, .text].filter { places[$0] == nil }
    guard missing.isEmpty else {
      throw .error(
        at: Origin(file: file, line: 1),
        "there is no column for the \(missing.map(\.rawValue).joined(separator: " or the "))",
        fix:
          "name it in study.yaml under excerpts: columns: (its columns are \(header.joined(separator: ", "))), or export coded segments with it"
      )
    }
  }
}

/// A value and where it was written.
public struct Located<Value: Sendable>: Sendable {
  /// The value.
  public var value: Value
  /// Where it was written.
  public var origin: Origin
}

import CFIRKit

/// The analysed tables as a Frictionless Data Package (specs.frictionlessdata.io, version 1): a CSV file for each and a description of
/// their fields, keys and missing values, for statistics programs and archives.
public struct DataPackage: Sendable {
  /// `datapackage.json` and the tables.
  public let files: [StudyReport.File]

  /// Describes a study's tables.
  ///
  /// - Parameters:
  ///   - study: The study, read with its ratings, its tally and its words.
  ///   - onlyCleared: Whether the words of excerpts that nobody has cleared for sharing are left out.
  public init(_ study: Study, onlyCleared: Bool = false) {
    let tables = AnalysedTables(facts: Facts(study, findings: []), onlyCleared: onlyCleared).all
    let name = Construct.slug(study.title).rawValue.ifEmpty("study")
    let quotations =
      onlyCleared
      ? "Only quotations that are cleared for sharing are included."
      : "It holds quotations that nobody has cleared for sharing: for the study team."
    let description: JSON = [
      "profile": "tabular-data-package", "name": .string(name), "title": .string(study.title),
      "description": .string(
        "Ratings from -2 to +2 by construct and organization, and what they rest on. \(quotations)"),
      "resources": .array(tables.map(\.resource)),
    ]
    files =
      [StudyReport.File(name: "datapackage.json", text: description.text)]
      + tables.map { StudyReport.File(name: $0.path, text: $0.table.csv) }
  }
}

/// A table and what its columns mean to programs.
struct PackagedTable {
  /// What a column holds.
  enum Kind: String {
    case string, integer, number, boolean
  }

  /// A reference to another table's key.
  struct ForeignKey {
    var fields: [String]
    var table: String
    var keys: [String]
  }

  let name: String
  let title: String
  let table: Table
  /// The kinds of columns that are not text.
  var kinds: [String: Kind] = [:]
  var primaryKey: [String] = []
  var foreignKeys: [ForeignKey] = []

  var path: String { "\(name).csv" }

  /// The table as a resource of a package.
  var resource: JSON {
    var schema: [(key: String, value: JSON)] = [
      ("fields", .array(table.columns.map { field($0.title) })), ("missingValues", [""]),
    ]
    if !primaryKey.isEmpty { schema.append(("primaryKey", .array(primaryKey.map(JSON.string)))) }
    if !foreignKeys.isEmpty { schema.append(("foreignKeys", .array(foreignKeys.map(Self.reference)))) }
    return [
      "profile": "tabular-data-resource", "name": .string(name), "path": .string(path),
      "title": .string(title),
      "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "schema": .object(schema),
    ]
  }

  private func field(_ title: String) -> JSON {
    let kind = kinds[title] ?? .string
    var members: [(key: String, value: JSON)] = [("name", .string(title)), ("type", .string(kind.rawValue))]
    if kind == .boolean { members += [("trueValues", ["yes"]), ("falseValues", ["no"])] }
    return .object(members)
  }

  private static func reference(_ key: ForeignKey) -> JSON {
    [
      "fields": .array(key.fields.map(JSON.string)),
      "reference": ["resource": .string(key.table), "fields": .array(key.keys.map(JSON.string))],
    ]
  }
}

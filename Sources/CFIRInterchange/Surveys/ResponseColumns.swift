import CFIRKit

/// Where a table of responses has what.
struct ResponseColumns {
  static let respondentNames = [
    "respondent", "respondentid", "participant", "participantid", "recordid", "responseid", "id",
  ]
  static let organizationNames = ["organization", "organisation", "site", "case"]

  let respondent: Int?
  let organization: Int?
  let role: Int?
  let round: Int?
  /// Of a long table: the item, its answer, and what stands behind it.
  let item: Int?
  let answer: Int?
  let evidence: Int?
  private let places: [String: Int]

  /// Whether a row is one answer, not one respondent.
  var isLong: Bool { item != nil && answer != nil }

  init(
    header: [String], origins: [Origin], file: String, options: ResponseOptions
  ) throws(Finding) {
    var places: [String: Int] = [:]
    for (place, name) in header.enumerated() where places[TableReader.key(name)] == nil {
      places[TableReader.key(name)] = place
    }
    self.places = places
    func find(_ names: [String]) -> Int? { names.lazy.compactMap { places[$0] }.first }
    func named(_ name: String?, _ option: String, or names: [String]) throws(Finding) -> Int? {
      guard let name else { return find(names) }
      if let place = places[TableReader.key(name)] { return place }
      throw .error(
        at: Origin(file: file, line: 1), "there is no column '\(name)', which \(option) names",
        fix: nearest(name, among: header).asSuggestion.ifEmpty(
          "the columns are \(header.joined(separator: ", "))"))
    }
    respondent = try named(options.respondent, "--respondent", or: Self.respondentNames)
    organization = try named(options.organization, "--group", or: Self.organizationNames)
    role = find(["role"])
    round = find(["round", "wave"])
    item = find(["item", "question"])
    answer = find(["answer", "response", "value"])
    evidence = find(["evidence"])
  }

  /// The place of an item's column.
  func place(of item: Item) -> Int? { places[TableReader.key(item.id.rawValue)] }

  /// The place of the column that says what stands behind the answer to an item.
  func evidencePlace(of item: Item) -> Int? { places[TableReader.key(item.id.rawValue + "_evidence")] }

  /// The columns that are no item and nothing else that is known.
  func unknown(_ header: [String], items: [Item]) -> [Int] {
    let known = Set(items.flatMap { [place(of: $0), evidencePlace(of: $0)] }.compactMap { $0 })
      .union([respondent, organization, role, round, item, answer, evidence].compactMap { $0 })
    return header.indices.filter { !known.contains($0) && !header[$0].isEmpty }
  }
}

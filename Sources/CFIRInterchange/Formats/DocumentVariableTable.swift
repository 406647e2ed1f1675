import CFIRKit

extension DocumentVariables {
  /// Whether a file is a table of document variables, of MAXQDA or OpenQDA.
  static func recognizes(_ sample: FileSample) -> Bool {
    guard !sample.header.isEmpty else { return false }
    let header = Header(sample.header)
    return MAXQDAHeaders.variables(header) != nil || isOpenQDA(header, sample)
  }

  /// Reads a table of document variables.
  ///
  /// - Returns: How many documents it names, and what was left.
  /// - Throws: A finding where reading cannot go on.
  mutating func read(_ sample: FileSample) throws(Finding) -> ImportAccount {
    let header = Header(sample.header)
    var records = try sample.openTable()
    var account = ImportAccount(file: sample.name, format: "document variables")
    let places: (group: Int?, document: Int)
    if let found = MAXQDAHeaders.variables(header) {
      places = (found.group, found.document)
    } else {
      places = (nil, 0)
      for _ in Self.openQDAMeta { _ = try records.next() }
    }
    let columns = header.names.indices.filter {
      $0 != places.group && $0 != places.document && !header.names[$0].isEmpty
    }
    var hasParticipants = false
    while try records.next() {
      let name = records.trimmed(places.document)
      guard !name.isEmpty else {
        account.leave(.nameless, at: records.line())
        continue
      }
      let attributes = columns.map { Attribute(name: header.names[$0], value: records.trimmed($0)) }
      add(attributes, to: Document(group: records.trimmed(places.group), name: name))
      hasParticipants =
        hasParticipants
        || attributes.contains { VariableColumns.home(of: $0.name) == .participant && !$0.value.isEmpty }
    }
    // What is known of a person is kept with them; of a document, only the organization has a place.
    for place in columns where !hasParticipants && VariableColumns.home(of: header.names[place]) == nil {
      account.leave(.homeless, at: records.headerOrigins[place], named: header.names[place])
    }
    account.take(records.encoding)
    return account
  }

  /// The first cells of the rows between the header and the documents.
  private static let openQDAMeta = ["datatype", "description", "created_at", "created_by", "updated_at"]

  private static func isOpenQDA(_ header: Header, _ sample: FileSample) -> Bool {
    guard header.names.first == "name", var records = try? sample.openTable() else { return false }
    return openQDAMeta.allSatisfy { (try? records.next()) == true && records.trimmed(0) == $0 }
  }
}

extension ImportAccount.Reason {
  /// A row of variables that names no document.
  fileprivate static let nameless = ImportAccount.Reason(
    "nameless-document", "row without a document", several: "rows without a document",
    why: "the variables belong to no document; fill the cell")
}

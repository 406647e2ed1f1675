import CFIRKit

/// A raw export of REDCap: the record's identifier first, a column for each field, and one for each choice of a field with several.
struct REDCapResponses {
  /// Whether a header is REDCap's without a dictionary: it has columns that only REDCap makes.
  static func recognizes(_ header: Header) -> Bool {
    header.names.contains { $0.hasPrefix("redcap_") || $0.contains("___") }
      || header.names.first == "record_id" && header.names.contains { $0.hasSuffix("_complete") }
  }

  /// Where the answer to an item stands; where several may be chosen, a column for each choice.
  private struct Column {
    var place: Int
    var choice: String?
  }

  private let header: Header
  private var table: ResponseTable
  private var columns: [[Column]] = []
  private var attributes: [Int] = []

  init(_ header: Header, _ dictionary: REDCapDictionary?, file: String) throws(Finding) {
    self.header = header
    table = ResponseTable(account: ImportAccount(file: file, format: "REDCap raw export"))
    var known: [String: REDCapDictionary.Field] = [:]
    for field in dictionary?.fields ?? [] { known[field.item.id] = field }
    var places: [String: Int] = [:]
    for (place, name) in header.names.enumerated().dropFirst() where !name.isEmpty {
      // `conditions___3` is the choice 3 of the field `conditions`.
      let parts = name.split(separator: "___", maxSplits: 1).map(String.init)
      let choice = known[name] == nil && parts.count == 2 ? parts[1] : nil
      let id = choice == nil ? name : parts[0]
      if let field = known[id] {
        guard !field.isIdentifying else {
          if places[id] == nil { leave(id, place) }
          places[id] = -1
          continue
        }
        add(
          Column(place: place, choice: choice.map { field.item.code(ofSuffix: $0) }), to: field.item, &places)
      } else if name == "redcap_survey_identifier" {
        leave(name, place)
      } else if name.hasPrefix("redcap_") || name.hasSuffix("_complete") || name.hasSuffix("_timestamp") {
        attributes.append(place)
      } else if dictionary == nil {
        add(Column(place: place, choice: choice), to: .init(id: id, allowsSeveral: choice != nil), &places)
      } else {
        table.account.leave(.unknownField, at: Origin(file: file, line: 1), named: name)
      }
    }
    guard !table.items.isEmpty else {
      throw .error(
        at: Origin(file: file, line: 1), "no column is a field of the data dictionary",
        fix: "export the raw data, with variable names as headers, and the dictionary of the same project")
    }
  }

  private mutating func add(_ column: Column, to item: ResponseTable.Item, _ places: inout [String: Int]) {
    if let place = places[item.id] {
      columns[place].append(column)
    } else {
      places[item.id] = columns.count
      columns.append([column])
      table.items.append(item)
    }
  }

  private mutating func leave(_ name: String, _ place: Int) {
    table.account.leave(
      .identifying, at: Origin(file: table.account.file, line: 1), named: name)
  }

  /// - Throws: A finding where reading cannot go on.
  consuming func read(_ records: consuming RecordReader) throws(Finding) -> ResponseTable {
    while try records.next() {
      if let finding = records.raggedRow() { throw finding }
      let answers = columns.map { columns in
        guard columns.first?.choice != nil else { return records.trimmed(columns.first?.place) }
        // Chosen is 1, or `Checked` where labels were exported.
        return columns.filter { ["1", "checked"].contains(records.trimmed($0.place).lowercased()) }
          .compactMap(\.choice).joined(separator: ";")
      }
      table.responses.append(
        .init(
          respondent: records.trimmed(0),
          attributes: attributes.map { Attribute(name: header.names[$0], value: records.trimmed($0)) },
          answers: answers, origin: records.line()))
    }
    table.account.take(records.encoding)
    return table
  }
}

extension ResponseTable.Item {
  /// The code of the choice that a column's name ends in: REDCap writes it in small letters, and `_` for a minus sign.
  fileprivate func code(ofSuffix suffix: String) -> String {
    choices.first { $0.code.lowercased().replacing("-", with: "_") == suffix.lowercased() }?.code ?? suffix
  }
}

extension ImportAccount.Reason {
  /// A column that the dictionary does not know.
  fileprivate static let unknownField = ImportAccount.Reason(
    "unknown-field", "column that is no field of the dictionary",
    several: "columns that are no fields of the dictionary",
    why: "download the dictionary again if the project has changed")
}

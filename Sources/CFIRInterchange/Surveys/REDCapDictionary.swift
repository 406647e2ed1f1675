import CFIRKit

/// REDCap's data dictionary: the fields of a project, as its web pages or its programming interface give them.
struct REDCapDictionary {
  /// A field.
  struct Field {
    var item: ResponseTable.Item
    /// REDCap's word for how it is answered: `radio`, `checkbox`, `yesno`, `text`, …
    var type: String
    /// Whether the project marks it as one that can tell who somebody is.
    var isIdentifying: Bool
  }

  /// In their order; the first is the record's identifier.
  private(set) var fields: [Field] = []

  /// - Throws: A finding where it cannot be read, or is no dictionary.
  init(path: String) throws(Finding) {
    var records = try TabularFile.open(path: path)
    let header = Header(records.header)
    guard let name = header["Variable / Field Name", "field_name"],
      let type = header["Field Type", "field_type"]
    else {
      throw .error(
        at: Origin(file: path, line: 1), "this is not REDCap's data dictionary: it has no names of fields",
        fix: "download it from the project's page 'Data Dictionary'")
    }
    let label = header["Field Label", "field_label"]
    let choices = header["Choices, Calculations, OR Slider Labels", "select_choices_or_calculations"]
    let identifier = header["Identifier?", "identifier"]
    while try records.next() {
      let type = records.trimmed(type).lowercased()
      let item = ResponseTable.Item(
        id: records.trimmed(name),
        label: MarkupWords(html: records.trimmed(label)).text.trimmingWhitespace(),
        choices: Self.choices(records.trimmed(choices), type), allowsSeveral: type == "checkbox")
      if item.id.isEmpty || type == "descriptive" { continue }
      fields.append(
        Field(item: item, type: type, isIdentifying: records.trimmed(identifier).lowercased() == "y"))
    }
  }

  /// `1, Never | 2, Often, or always`: a code ends at the first comma.
  private static func choices(_ written: String, _ type: String) -> [ResponseTable.Choice] {
    switch type {
    case "yesno": return [.init(code: "1", label: "Yes"), .init(code: "0", label: "No")]
    case "truefalse": return [.init(code: "1", label: "True"), .init(code: "0", label: "False")]
    case "radio", "dropdown", "checkbox":
      return written.split(separator: "|").compactMap { choice in
        let parts = choice.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        return .init(
          code: parts[0].trimmingWhitespace(),
          label: MarkupWords(html: String(parts[1])).text.trimmingWhitespace())
      }
    default: return []
    }
  }
}

extension InstrumentForm {
  /// The instrument as a data dictionary, in the columns that REDCap imports.
  ///
  /// The column names are those of REDCap's data dictionary; `x` and other codes that do not count stay answers there.
  public var redcap: Table {
    var table = Table("redcap", columns: Self.columns.map { Table.Column($0) })
    let form = variable(instrument.id.rawValue)
    add(&table, form, "record_id", "text", "Record ID", "")
    for name in ["organization", "role"] { add(&table, form, name, "text", name.capitalizedFirst, "") }
    var previous: Instrument.Subscale.ID?
    for item in items {
      var section = ""
      if item.subscale != previous {
        section = instrument.subscales.first { $0.id == item.subscale }?.name ?? ""
        previous = item.subscale
      }
      let choices = item.answers.choices.map { "\($0.code), \($0.label)" }.joined(separator: " | ")
      let type =
        switch item.kind {
        case .text: "notes"
        case .number: "text"
        case .choices: "checkbox"
        case .rating, .choice: choices.isEmpty ? "text" : "radio"
        }
      add(
        &table, form, variable(item.id.rawValue), type, question(item), choices, section: section,
        range: type == "text" ? item.answers : nil)
      if instrument.asksEvidence && item.kind == .rating {
        let kinds = Instrument.evidence.enumerated().map {
          "\($0.offset + 1), \($0.element.capitalizedFirst)"
        }
        add(
          &table, form, variable(item.id.rawValue) + "_evidence", "radio", "What do you base this on?",
          kinds.joined(separator: " | "))
      }
    }
    return table
  }

  private static let columns = [
    "Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label",
    "Choices, Calculations, OR Slider Labels", "Field Note", "Text Validation Type OR Show Slider Number",
    "Text Validation Min", "Text Validation Max", "Identifier?",
    "Branching Logic (Show field only if...)", "Required Field?", "Custom Alignment",
    "Question Number (surveys only)", "Matrix Group Name", "Matrix Ranking?", "Field Annotation",
  ]

  private func add(
    _ table: inout Table, _ form: String, _ name: String, _ type: String, _ label: String,
    _ choices: String, section: String = "", range: ResponseScale? = nil
  ) {
    let ends = [range?.lowest, range?.highest].map { $0.map(ResponseScale.plain) ?? "" }
    table.add(
      ([name, form, section, type, label, choices, "", range == nil ? "" : "number"] + ends
        + [String](repeating: "", count: 8)).map { .text($0) })
  }

  /// Lower-case letters, digits and `_`, as REDCap wants names.
  private func variable(_ name: String) -> String {
    String(name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// An instrument to fill in: as a page to print, as a table, or as a data dictionary for REDCap.
public struct InstrumentForm: Sendable {
  /// Whose words are used.
  public enum Role: String, Sendable, CaseIterable {
    case leader, staff
  }

  let instrument: Instrument
  let role: Role

  /// An instrument in the words of a role.
  public init(_ instrument: Instrument, role: Role) {
    self.instrument = instrument
    self.role = role
  }

  /// The items that the role is asked.
  var items: [Item] { instrument.items.filter { $0.roles.isEmpty || $0.roles.contains(role.rawValue) } }

  /// What an item asks; its number where its words are others'.
  func question(_ item: Item) -> String { item.text(for: role.rawValue).ifEmpty("Item \(item.id)") }

  /// The items in words; as CSV, the header of the table to fill in.
  public func answer() -> Answer {
    Answer(instrument.title, blocks: blocks(), data: sheet(), json: json())
  }

  /// A row for each respondent: the columns that the answers are read from.
  private func sheet() -> Table {
    let evidence = instrument.asksEvidence
    let columns = items.flatMap { item in
      [item.id.rawValue] + (evidence && item.kind == .rating ? ["\(item.id)_evidence"] : [])
    }
    return Table(
      "responses",
      columns: (["respondent", "organization", "role", "round"] + columns).map { Table.Column($0) })
  }

  private func blocks() -> [Answer.Block] {
    var table = Table(
      "", columns: [.init("Item", isHeader: true), .init("Question"), .init("Answers"), .init("Constructs")],
      notes: [instrument.note])
    for item in items {
      let answers =
        item.answers.choices.isEmpty
        ? item.answers.words : item.answers.choices.map { "\($0.code) \($0.label)" }.joined(separator: ", ")
      table.add([
        .text(item.id.rawValue + (item.isReverse ? " (reverse)" : "")), .text(question(item)),
        .text(item.kind == .text ? "words" : answers),
        .text(item.constructs.map(\.rawValue).joined(separator: "; ")),
      ])
    }
    return [.table(table)]
  }

  private func json() -> JSON {
    [
      "schema": "cfir.instrument/1", "instrument": JSON(instrument.id), "title": .string(instrument.title),
      "note": .string(instrument.note),
      "subscales": .array(
        instrument.subscales.map {
          [
            "id": JSON($0.id), "name": .string($0.name), "rule": .string($0.rule.rawValue),
            "minimum": JSON($0.minimumAnswered),
          ]
        }),
      "items": .array(
        items.map { item in
          [
            "id": JSON(item.id), "subscale": JSON(item.subscale?.rawValue),
            "constructs": JSON(item.constructs),
            "text": .string(item.text), "staff": .string(item.staffText),
            "type": .string(item.kind.rawValue), "reverse": .bool(item.isReverse),
            "answers": .array(
              item.answers.choices.map {
                ["code": .string($0.code), "label": .string($0.label), "value": JSON($0.value)]
              }),
            "lowest": JSON(item.answers.lowest), "highest": JSON(item.answers.highest),
          ]
        }),
    ]
  }
}

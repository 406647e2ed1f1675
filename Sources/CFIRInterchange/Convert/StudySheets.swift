import CFIRKit

extension [Organization] {
  /// The organizations as a table that reads back.
  var sheet: Table {
    let attributes = first?.attributes.map(\.name) ?? []
    var table = Table(
      "organizations", columns: (["organization", "name"] + attributes).map { Table.Column($0) })
    for organization in self {
      table.add(
        ([organization.id.rawValue, organization.name] + attributes.map { organization.attribute($0) ?? "" })
          .map { .text($0) })
    }
    return table
  }
}

extension [Participant] {
  /// The participants as a table that reads back.
  var sheet: Table {
    let attributes = first?.attributes.map(\.name) ?? []
    var table = Table(
      "participants",
      columns: (["participant", "organization", "role", "source"] + attributes).map { Table.Column($0) })
    for participant in self {
      let values = attributes.map { name in participant.attributes.first { $0.name == name }?.value ?? "" }
      table.add(
        ([
          participant.id.rawValue, participant.organization.rawValue, participant.role,
          participant.sources.joined(separator: "; "),
        ] + values).map { .text($0) })
    }
    return table
  }
}

/// Rows of a study's excerpt file with the organization and participant that the study gives them.
final class PlacedRows: ExcerptStream {
  private let rows: any ExcerptStream
  private let assignment: SourceAssignment

  init(_ rows: any ExcerptStream, _ assignment: SourceAssignment) {
    self.rows = rows
    self.assignment = assignment
  }

  var account: ImportAccount { rows.account }

  func next() throws(Finding) -> ExcerptRow? {
    guard var row = try rows.next() else { return nil }
    let informant = assignment.informant(
      organization: row.organization, participant: row.participant, group: row.group, source: row.source)
    if let informant {
      row.organization = informant.organization.rawValue
      row.participant = informant.participant?.rawValue ?? ""
    }
    return row
  }
}

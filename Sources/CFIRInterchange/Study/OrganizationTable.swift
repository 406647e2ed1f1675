import CFIRKit

/// `organizations.csv`: organization, name, any attributes.
enum OrganizationTable {
  static func read(_ records: consuming RecordReader, noting findings: inout Findings) throws(Finding)
    -> [Organization]
  {
    var table = TableReader(records)
    let id = table.column("organization", "organisation", "site", "id")
    guard let id else {
      throw .error(
        at: Origin(file: table.file, line: 1), "there is no column 'organization'",
        fix: nearest("organization", among: table.header).asSuggestion.ifEmpty(
          "give the column that names the organizations this header"))
    }
    let name = table.column("name")
    var organizations: [Organization] = []
    var places: [Organization.ID: Origin] = [:]
    while try table.next(noting: &findings) {
      let written = table.text(id)
      guard !written.isEmpty else {
        findings.add(
          .error(
            at: table.origin(id), "this row names no organization", fix: "fill the cell or delete the row"))
        continue
      }
      if let first = places[.init(written)] {
        findings.add(
          .error(
            at: table.origin(id), "the organization '\(written)' stands here twice, first at \(first)",
            fix: "keep one row"))
        continue
      }
      places[.init(written)] = table.origin(id)
      let header = table.header
      var organization = Organization(
        id: .init(written), name: name.map { table.text($0) }.flatMap { $0.isEmpty ? nil : $0 })
      for place in header.indices where place != id && place != name {
        organization.attributes.append(
          Attribute(name: header[place], value: table.text(place), origin: table.origin(place)))
      }
      organizations.append(organization)
    }
    if organizations.isEmpty {
      findings.add(
        .warning(
          at: Origin(file: table.file, line: 1), "no organization is listed",
          fix: "add rows, or delete the file to have them discovered"))
    }
    return organizations
  }
}

/// `participants.csv`: participant, organization, role, source.
enum ParticipantTable {
  static func read(
    _ records: consuming RecordReader, organizations: [Organization], noting findings: inout Findings
  ) throws(Finding) -> [Participant] {
    var table = TableReader(records)
    let id = table.column("participant", "id")
    let organization = table.column("organization", "organisation", "site")
    guard let id, let organization else {
      throw .error(
        at: Origin(file: table.file, line: 1),
        "there is no column '\(id == nil ? "participant" : "organization")'",
        fix: "its columns are participant, organization, role, source")
    }
    let role = table.column("role")
    let source = table.column("source", "document", "sources")
    let known = Set(organizations.map(\.id))
    let byName = Dictionary(organizations.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
    var participants: [Participant] = []
    var places: [Participant.ID: Int] = [:]
    while try table.next(noting: &findings) {
      let written = Participant.ID(table.text(id))
      guard !written.rawValue.isEmpty else {
        findings.add(
          .error(
            at: table.origin(id), "this row names no participant", fix: "fill the cell or delete the row"))
        continue
      }
      var place = Organization.ID(table.text(organization))
      if !known.isEmpty && !known.contains(place) {
        if let found = byName[place.rawValue] {
          place = found
        } else {
          findings.add(
            .error(
              at: table.origin(organization), "the organization '\(place)' is not in organizations.csv",
              fix: nearest(place.rawValue, among: known.sorted().map(\.rawValue)).asSuggestion.ifEmpty(
                "add it there")))
        }
      }
      let sources = table.text(source).split(separator: ";").map { $0.trimmingWhitespace() }.filter {
        !$0.isEmpty
      }
      if let before = places[written] {
        guard participants[before].organization == place else {
          findings.add(
            .error(
              at: table.origin(id),
              "participant '\(written)' is of '\(place)' here and of '\(participants[before].organization)' above",
              fix: "give the two people different ids"))
          continue
        }
        participants[before].sources += sources.filter { !participants[before].sources.contains($0) }
        continue
      }
      places[written] = participants.count
      let header = table.header
      participants.append(
        Participant(
          id: written, organization: place, role: table.text(role), sources: sources,
          attributes: header.indices.filter { ![id, organization, role, source].contains($0) }.map {
            Attribute(name: header[$0], value: table.text($0))
          }))
    }
    return participants
  }
}

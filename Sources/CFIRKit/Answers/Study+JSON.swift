extension Study {
  /// The head of every JSON answer: which contract, which study, which framework.
  func json(_ schema: String, _ members: [(key: String, value: JSON)]) -> JSON {
    .object(
      [
        ("schema", .string("cfir.\(schema)/1")), ("study", .string(title)),
        ("framework", .string(codebook.framework.edition.rawValue)),
      ] + members)
  }

  /// The organizations of a matrix, in its order.
  func json(organizations: [Organization]) -> JSON {
    .array(
      organizations.map { organization in
        [
          "id": JSON(organization.id), "name": .string(organization.name),
          "group": JSON(groups?.group(of: organization.id)?.rawValue),
          "outcome": JSON(groups?.labels[organization.id]),
        ]
      })
  }

  /// The members that name a construct.
  func members(_ construct: Construct) -> [(key: String, value: JSON)] {
    [
      ("id", JSON(construct.id)), ("name", .string(construct.name)), ("number", .string(construct.number)),
      ("domain", JSON(construct.domain)),
    ]
  }

  /// The heading under which a construct's row stands, where it differs from the one before.
  func heading(_ construct: Construct, after previous: Construct?) -> Table.Row? {
    guard construct.domain != previous?.domain else { return nil }
    return .heading(codebook.construct(construct.domain)?.name ?? "Other")
  }

  /// Adds a row for each construct under its domain's heading.
  func addRows(for constructs: [Construct], to table: inout Table, _ cells: (Construct) -> [Table.Cell]) {
    var previous: Construct?
    for construct in constructs {
      if let heading = heading(construct, after: previous) { table.rows.append(heading) }
      table.add(cells(construct))
      previous = construct
    }
  }

  /// An organization's name for people.
  func name(_ id: Organization.ID) -> String { organizations.first { $0.id == id }?.name ?? id.rawValue }
}

extension Codebook {
  /// The codebook, or the parts of it below one construct.
  ///
  /// - Parameters:
  ///   - title: How it is called.
  ///   - name: A construct or domain by any of its names; nothing: everything.
  /// - Returns: Its constructs, with definitions and criteria.
  /// - Throws: ``UnknownName`` where the name is unknown or borne by several constructs.
  public func answer(title: String, below name: String? = nil) throws(UnknownName) -> Answer {
    var shown = constructs
    if let name {
      let top = try construct(named: name)
      if construct(top.id)?.kind == .roleCharacteristic && !constructs.contains(top) {
        shown = [top]
      } else {
        shown = constructs.filter { $0.id == top.id || isBelow($0, top.id) }
      }
    }
    return Answer(
      title, blocks: shown.count == 1 || name != nil ? shown.flatMap(card) : overview(shown),
      data: table(of: shown),
      json: [
        "schema": "cfir.codebook/1", "study": .string(title),
        "framework": .string(framework.edition.rawValue),
        "citation": .string(framework.citation), "constructs": .array(shown.map(json)),
      ])
  }

  /// The whole codebook as a table that reads back.
  public var table: Table { table(of: constructs) }

  private func table(of constructs: [Construct]) -> Table {
    var table = Table("codebook", columns: CodebookTable.columns.map { Table.Column($0) })
    for construct in constructs { table.add(cells(construct)) }
    return table
  }

  /// The construct that a name means.
  ///
  /// - Throws: ``UnknownName`` where there is none, or several.
  public func construct(named name: String) throws(UnknownName) -> Construct {
    switch match(name) {
    case .found(let construct): return construct
    case .ambiguous(let constructs):
      throw UnknownName(
        message: "'\(name)' is borne by \(constructs.count) constructs",
        fix: choice(among: constructs))
    case .none:
      throw UnknownName(
        message: "'\(name)' is not in \(framework.title)",
        fix: nearest(name, among: names).asSuggestion.ifEmpty("`cfir codebook` lists what is"))
    }
  }

  private func isBelow(_ construct: Construct, _ top: Construct.ID) -> Bool {
    var ancestor = construct.parent
    while let present = ancestor {
      if present == top { return true }
      ancestor = self.construct(present)?.parent
    }
    return false
  }

  private func cells(_ construct: Construct) -> [Table.Cell] {
    [
      .text(construct.id.rawValue), .text(construct.number), .text(construct.domain.rawValue),
      .text(construct.parent?.rawValue ?? ""), .text(construct.name), .text(construct.kind.rawValue),
      .text(construct.isReverseRated ? "yes" : ""), .text(construct.aliases.joined(separator: ";")),
      .text(construct.definition), .text(construct.include), .text(construct.exclude),
      .text(construct.question),
    ]
  }

  private func overview(_ shown: [Construct]) -> [Answer.Block] {
    var table = Table(
      "", columns: [.init("Number"), .init("Name", isHeader: true), .init("Id"), .init("Definition")],
      notes: [framework.citation, "Definitions, criteria and questions are this project's own words."])
    for construct in shown {
      if construct.kind == .domain {
        table.rows.append(.heading("\(construct.number)  \(construct.name)"))
        continue
      }
      table.add([
        .text(construct.number),
        .text(construct.name + (construct.isReverseRated ? " (reverse rated)" : "")),
        .text(construct.id.rawValue),
        .text(construct.definition),
      ])
    }
    return [.table(table)]
  }

  private func card(_ construct: Construct) -> [Answer.Block] {
    let number = construct.number.isEmpty ? "" : "\(construct.number)  "
    let parts: [(String, String)] = [
      ("", construct.definition), ("Code here: ", construct.include), ("Not here: ", construct.exclude),
      ("Ask: ", construct.question), ("Also called: ", construct.aliases.joined(separator: "; ")),
      ("Id: ", construct.id.rawValue),
      ("", construct.isReverseRated ? "Reverse rated: + always helps." : ""),
    ]
    return [.heading(construct.kind == .domain ? 2 : 3, number + construct.name)]
      + parts.filter { !$0.1.isEmpty }.map { .paragraph($0.0 + $0.1) }
  }

  private func json(_ construct: Construct) -> JSON {
    [
      "id": JSON(construct.id), "number": .string(construct.number), "domain": JSON(construct.domain),
      "parent": JSON(construct.parent?.rawValue), "name": .string(construct.name),
      "kind": .string(construct.kind.rawValue),
      "reverse": .bool(construct.isReverseRated), "aliases": .array(construct.aliases.map(JSON.string)),
      "definition": .string(construct.definition), "include": .string(construct.include),
      "exclude": .string(construct.exclude), "question": .string(construct.question),
    ]
  }
}

extension CodebookTable {
  /// Adaptations of a framework as a table that reads back.
  public static func table(of rows: [Row]) -> Table {
    var table = Table("codebook", columns: columns.map { Table.Column($0) })
    for row in rows {
      table.add(
        [
          row.id, row.number, row.domain, row.parent, row.name, row.kind?.rawValue ?? "",
          row.reverse.map { $0 ? "yes" : "no" } ?? "", row.aliases.joined(separator: ";"), row.definition,
          row.include, row.exclude, row.question,
        ].map { .text($0) })
    }
    return table
  }
}

/// A name that no construct, or more than one, answers to.
public struct UnknownName: Error, Sendable, CustomStringConvertible {
  /// What is wrong.
  public let message: String
  /// How to mend it.
  public let fix: String
  /// Both.
  public var description: String { fix.isEmpty ? message : "\(message); \(fix)" }
}

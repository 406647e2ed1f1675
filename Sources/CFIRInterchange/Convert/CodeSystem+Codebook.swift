import CFIRKit

extension ImportAccount.Reason {
  static let judgementCode = Self(
    "judgement-code", "code that judges passages", several: "codes that judge passages",
    why: "Facilitator, Barrier and the like are known without a codebook")
  static let groupingCode = Self(
    "grouping-code", "code that only groups others", several: "codes that only group others",
    why: "a codebook groups by constructs and domains")
  static let codeOutside = Self(
    "code-outside", "code that stands below no construct", several: "codes that stand below no construct",
    why: "add it to codebook.csv yourself, and name the construct or domain that it belongs to")
}

extension Codebook {
  /// Another program's codes as a codebook's table: constructs with what the code says of them, further codes below their construct.
  ///
  /// - Parameters:
  ///   - codes: The codes.
  ///   - account: Where codes that a codebook cannot hold are noted.
  /// - Returns: A table that reads back as adaptations of the framework.
  func table(of codes: [ProjectOutline.Code], noting account: inout ImportAccount) -> Table {
    var table = Table("codebook", columns: CodebookTable.columns.map { Table.Column($0) })
    var ids: [[String]: Construct.ID] = [:]
    var rows: [Construct.ID: Int] = [:]
    func add(_ code: ProjectOutline.Code, id: Construct.ID, parent: Construct.ID?, name: String, kind: String)
    {
      ids[code.path] = id
      if rows[id] != nil { return }
      rows[id] = table.rows.count
      let cells = [
        id.rawValue, "", "", parent?.rawValue ?? "", name, kind, "", "", code.description, "", "", "",
      ]
      table.add(cells.map { .text($0) })
    }
    for code in codes {
      let origin = Origin(file: account.file)
      switch resolve(code: code.joined) {
      case .construct(let id, nil):
        add(code, id: id, parent: nil, name: "", kind: "")
      case .construct(_, .some), .judgement:
        account.leave(.judgementCode, at: origin, named: code.joined)
      case .ambiguous, .unmapped:
        let above = (1..<code.path.count).reversed().lazy.compactMap { ids[Array(code.path.prefix($0))] }
        let name = code.path.last ?? code.joined
        if let parent = above.first {
          let id = Construct.slug(name)
          add(
            code, id: construct(id) == nil ? id : Construct.slug(code.joined), parent: parent, name: name,
            kind: "code")
        } else {
          let groups = codes.contains { $0.path.count > code.path.count && $0.path.starts(with: code.path) }
          account.leave(groups ? .groupingCode : .codeOutside, at: origin, named: code.joined)
        }
      }
    }
    return table
  }
}

extension Framework.Edition {
  /// The edition that knows most of some codes; the newest where they know as many.
  static func knowingMost(of codes: some Sequence<String>) -> Framework.Edition {
    func known(_ edition: Framework.Edition) -> Int {
      let codebook = Codebook(Framework(edition))
      return Set(codes).count { code in
        if case .construct = codebook.resolve(code: code) { true } else { false }
      }
    }
    return known(.cfir2009) > known(.cfir2022) ? .cfir2009 : .cfir2022
  }
}

import CFIRKit

/// `code-system.csv`: the codes of a QDA program as it had them, so that a project can be given back to it.
///
/// The assessment does not need it: what a code means is found in the codebook. A code stands by its path, as excerpts bear it, and by its
/// name and the path of its parent, since a name may itself hold what stands between the steps of a path.
enum CodeSystemTable {
  static let name = "code-system.csv"
  private static let separator = ProjectOutline.pathSeparator
  private static let columns = ["code", "name", "parent", "color", "codable", "description", "memo", "guid"]

  static func text(_ codes: [ProjectOutline.Code]) -> String {
    var writer = CSVWriter()
    writer.row(columns)
    for code in codes {
      writer.row(
        [
          code.joined, code.path.last ?? "", code.path.dropLast().joined(separator: separator), code.color,
          code.isCodable ? "yes" : "no", code.description, code.memos.joined(separator: "\n\n"), code.guid,
        ].map(\.withFormulaGuard))
    }
    return writer.text
  }

  /// - Throws: A finding where the table cannot be read at all, or has no codes.
  static func read(_ records: consuming RecordReader, noting findings: inout Findings) throws(Finding)
    -> [ProjectOutline.Code]
  {
    var table = TableReader(records)
    guard let path = table.column("code") else {
      throw .error(
        at: Origin(file: table.file, line: 1), "there is no column 'code'",
        fix: "its columns are \(columns.joined(separator: ", "))")
    }
    let (name, parent) = (table.column("name"), table.column("parent"))
    let (color, codable) = (table.column("color"), table.column("codable"))
    let (description, memo, guid) = (table.column("description"), table.column("memo"), table.column("guid"))
    var codes: [ProjectOutline.Code] = []
    var paths: [String: [String]] = [:]
    while try table.next(noting: &findings) {
      let written = table.text(path)
      guard !written.isEmpty else {
        findings.add(.error(at: table.origin(path), "this row names no code", fix: "fill the cell"))
        continue
      }
      let above = table.text(parent)
      let steps =
        name == nil || !above.isEmpty && paths[above] == nil
        ? written.split(separator: separator).map(String.init) : (paths[above] ?? []) + [table.text(name)]
      paths[written] = steps
      var code = ProjectOutline.Code(path: steps)
      code.color = table.text(color)
      code.isCodable = table.text(codable).lowercased() != "no"
      code.description = table.text(description)
      code.memos = [table.text(memo)].filter { !$0.isEmpty }
      code.guid = table.text(guid)
      codes.append(code)
    }
    return codes
  }
}

extension ProjectOutline.Code {
  /// The path as excerpts bear it.
  var joined: String { path.joined(separator: ProjectOutline.pathSeparator) }
}

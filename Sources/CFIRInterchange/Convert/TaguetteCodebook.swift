import CFIRKit

extension [ProjectOutline.Code] {
  /// The codes as Taguette imports them: a path and a description to each.
  var taguetteTable: String {
    var writer = CSVWriter()
    writer.row(["tag", "description"])
    // Taguette's tags are cut at 200 characters.
    for code in self where code.isCodable {
      writer.row(
        [String(code.path.joined(separator: "/").prefix(200)), code.description].map(\.withFormulaGuard))
    }
    return writer.text
  }
}

/// A codebook as Taguette writes it: tags whose names are paths, and descriptions.
enum TagTable {
  /// - Throws: A finding where the table cannot be read.
  static func read(
    _ records: consuming RecordReader, noting findings: inout Findings
  ) throws(Finding) -> [ProjectOutline.Code] {
    var table = TableReader(records)
    let (tag, description) = (table.column("tag", "name", "path"), table.column("description"))
    var codes: [ProjectOutline.Code] = []
    while try table.next(noting: &findings) {
      let steps = table.text(tag).split(separator: "/").map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
      guard !steps.isEmpty else { continue }
      var code = ProjectOutline.Code(path: steps)
      code.description = table.text(description)
      codes.append(code)
    }
    return codes
  }
}

import CFIRKit

extension Codebook {
  /// The codebook as a system of codes: constructs under what they are a part of, domains grouping them.
  var codeSystem: [ProjectOutline.Code] {
    constructs.map { construct in
      var path = [construct.name]
      var ancestor = construct.parent.flatMap { self.construct($0) }
      while let present = ancestor {
        path.insert(present.name, at: 0)
        ancestor = present.parent.flatMap { self.construct($0) }
      }
      var code = ProjectOutline.Code(path: path)
      code.isCodable = construct.kind != .domain && construct.kind != .subdomain
      code.description = [
        construct.definition, construct.include.isEmpty ? "" : "Code here: \(construct.include)",
        construct.exclude.isEmpty ? "" : "Not here: \(construct.exclude)",
      ].filter { !$0.isEmpty }.joined(separator: "\n")
      return code
    }
  }
}

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

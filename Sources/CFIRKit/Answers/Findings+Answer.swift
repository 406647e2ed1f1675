extension Findings {
  /// Everything that was found, for people and programs.
  ///
  /// - Parameters:
  ///   - study: What was checked, as the user named it.
  ///   - framework: The edition that it was read by, where it could be read.
  ///   - imports: What was taken and left of each file, for programs.
  /// - Returns: The findings, in their order.
  public func answer(study: String, framework: Framework.Edition?, imports: [JSON] = []) -> Answer {
    func count(_ severity: Finding.Severity) -> Int { all.count { $0.severity == severity } }
    var table = Table(
      "", columns: [.init("Where"), .init("What"), .init("Finding"), .init("How to mend it")])
    var data = Table(
      "check", columns: ["file", "line", "column", "severity", "message", "fix"].map { Table.Column($0) })
    for finding in all {
      table.add([
        .text(finding.origin.description), .text(finding.severity.rawValue), .text(finding.message),
        .text(finding.fix),
      ])
      data.add([
        .text(finding.origin.file), .count(finding.origin.line), .count(finding.origin.column),
        .text(finding.severity.rawValue), .text(finding.message), .text(finding.fix),
      ])
    }
    let counts = [
      NumberStyle.count(count(.error), "error"), NumberStyle.count(count(.warning), "warning"),
      NumberStyle.count(count(.note), "note"),
    ]
    return Answer(
      "Check of \(study)",
      blocks: [.paragraph(NumberStyle.list(counts) + ".")] + (all.isEmpty ? [] : [.table(table)]), data: data,
      json: [
        "schema": "cfir.check/1", "study": .string(study), "framework": JSON(framework?.rawValue),
        "findings": .array(all.map(\.json)),
        "imports": .array(imports),
        "counts": [
          "error": JSON(count(.error)), "warning": JSON(count(.warning)), "note": JSON(count(.note)),
        ],
      ])
  }
}

extension Finding {
  /// The finding for programs.
  public var json: JSON {
    [
      "file": .string(origin.file), "sheet": JSON(origin.sheet), "line": JSON(origin.line),
      "column": JSON(origin.column),
      "severity": .string(severity.rawValue), "message": .string(message), "fix": .string(fix),
    ]
  }
}

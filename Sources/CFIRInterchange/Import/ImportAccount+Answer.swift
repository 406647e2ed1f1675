import CFIRKit

extension ImportAccount {
  /// The account for programs: what was taken, and what was left by reason.
  public var json: JSON {
    [
      "file": .string(file), "format": .string(format), "encoding": JSON(encoding.isEmpty ? nil : encoding),
      "codings": JSON(codings),
      "left": .array(
        left.map { left in
          [
            "reason": .string(left.reason.key), "count": JSON(left.count),
            "what": .string(left.count == 1 ? left.reason.one : left.reason.several),
            "why": .string(left.reason.why), "examples": .array(left.examples.map(JSON.string)),
            "file": .string(left.first.file), "line": JSON(left.first.line),
            "column": JSON(left.first.column),
          ]
        }),
      "notes": .array(notes.map { .string($0.message) }),
    ]
  }

  /// What was left, one reason to a row.
  var table: Table {
    var table = Table(
      "",
      columns: [
        .init("Left out", isNumeric: true), .init("What", isHeader: true), .init("Such as"), .init("Why"),
      ])
    for left in left {
      table.add([
        .count(left.count), .text(left.count == 1 ? left.reason.one : left.reason.several),
        .text(left.examples.joined(separator: "; ")), .text(left.reason.why),
      ])
    }
    return table
  }
}

extension Conversion {
  /// What was converted, for people and programs.
  ///
  /// - Parameters:
  ///   - input: What was converted, as the user named it.
  ///   - output: What was written, as the user named it.
  /// - Returns: What was taken, what was left, and what else was found.
  public func answer(from input: String, to output: String) -> Answer {
    var data = Table(
      "left", columns: ["reason", "count", "what", "why", "examples"].map { Table.Column($0) })
    for left in account.left {
      data.add([
        .text(left.reason.key), .count(left.count), .text(left.reason.several), .text(left.reason.why),
        .text(left.examples.joined(separator: "; ")),
      ])
    }
    let taken = account.codings > 0 ? " \(NumberStyle.count(account.codings, "coding")) taken." : ""
    let blocks: [Answer.Block] =
      [.paragraph("\(output): \(target.rawValue), from \(account.format).\(taken)")]
      + (account.notes + findings.all).map { .paragraph($0.description) }
      + [account.left.isEmpty ? .paragraph("Nothing was left out.") : .table(account.table)]
    return Answer(
      "Conversion of \(input)", blocks: blocks, data: data,
      json: [
        "schema": "cfir.convert/1", "input": .string(input), "output": .string(output),
        "target": .string(target.rawValue), "account": account.json,
        "findings": .array(findings.all.map(\.json)),
      ])
  }
}

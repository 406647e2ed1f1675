import CFIRStatistics

extension CrossCaseAnalysis {
  /// What programs get of it: the best conditions of the reduction, how conditions were chosen, and `cfir.qca/1` below its head.
  public var record: JSON {
    var members: [(key: String, value: JSON)] = [("outcome", .string(outcome))]
    if let reduction {
      let notation = FormulaNotation(reduction.table)
      members.append(
        (
          "reduction",
          [
            "consistency": JSON(reduction.options.consistency),
            "counts": .array(reduction.found.counts.map { JSON($0) }),
            "constructs": .array(reduction.conditions.map(JSON.string)),
            "leftOut": .array(reduction.leftOut.map(JSON.string)),
            "complete": .bool(reduction.found.bound == nil),
            "msc": .array(
              reduction.found.models.map { .model($0, notation, isSufficientOnly: true) }),
          ]
        ))
    }
    switch choice {
    case .named: members.append(("chosen", ["by": "study", "most": .null]))
    case .reduced(let most): members.append(("chosen", ["by": "reduction", "most": JSON(most)]))
    }
    switch analysis {
    case .failure(let findings):
      members.append(("reason", .string(findings.all.map(\.message).joined(separator: "; "))))
    case .success(let analysis):
      guard case .object(let found) = analysis.json else { break }
      members += found.filter { !["schema", "study", "framework", "outcome"].contains($0.key) }
    }
    if let absence, case .object(let found) = absence.json {
      let solutions = found.filter { ["outcome", "solutions"].contains($0.key) }
      members.append(("absence", .object(solutions)))
    }
    return .object(members)
  }
}

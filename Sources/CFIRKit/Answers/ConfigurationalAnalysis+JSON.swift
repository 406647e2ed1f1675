import CFIRStatistics

extension ConfigurationalAnalysis {
  /// `cfir.qca/1`.
  var json: JSON {
    var members: [(key: String, value: JSON)] = [
      ("schema", "cfir.qca/1"), ("study", .string(columns.title)), ("framework", JSON(columns.framework)),
      ("outcome", .string(outcomeText)),
      (
        "conditions",
        .array(
          truthTable.conditions.map {
            ["name": .string($0.name), "levels": JSON($0.levels), "fuzzy": .bool($0.isFuzzy)]
          })
      ),
      ("calibration", cases.calibration), ("cuts", cuts), ("cases", JSON(truthTable.counts.reduce(0, +))),
      ("leftOut", cases.omissions),
      ("notes", .array((columns.notes + cases.notes).map(JSON.string))),
      ("ambiguous", strings(truthTable.ambiguous)), ("possible", JSON(truthTable.possible)),
      ("truthTable", .array(truthTable.rows.map(json))),
      ("necessity", .array((necessity.singles + necessity.combinations).map(json))),
      ("solutions", .array(solutions.map(json))),
    ]
    if question.checksRobustness { members.append(("robustness", .array(variations.map(json)))) }
    return .object(members)
  }

  /// Assumptions are listed for every model of up to so many possible combinations.
  private static let mostListed = 256

  private var cuts: JSON {
    [
      "inclusion": JSON(truthTable.cuts.inclusion), "contradiction": JSON(truthTable.cuts.contradiction),
      "pri": JSON(truthTable.cuts.pri), "n": JSON(truthTable.cuts.count),
    ]
  }

  private func strings(_ places: [Int]) -> JSON { .array(places.map { .string(truthTable.cases[$0]) }) }

  private func json(_ row: TruthTable.Row) -> JSON {
    let outcome: JSON =
      switch row.outcome {
      case .present: 1
      case .absent: 0
      case .contradiction, .remainder: .string(row.outcome.rawValue)
      }
    return [
      "row": JSON(row.number),
      "configuration": .object(zip(truthTable.conditions, row.configuration).map { ($0.name, JSON($1)) }),
      "outcome": outcome, "cases": strings(row.cases), "n": JSON(row.count), "inclusion": JSON(row.inclusion),
      "pri": JSON(row.pri),
      "contradiction": row.contradiction.map { ["with": strings($0.with), "without": strings($0.without)] }
        ?? nil,
    ]
  }

  private func json(_ row: Necessity.Row) -> JSON {
    [
      "term": .string(row.text(truthTable.conditions)), "inclusion": JSON(row.fit.inclusion),
      "ron": JSON(row.fit.ron), "coverage": JSON(row.fit.coverage),
    ]
  }

  private func json(_ solution: Solution) -> JSON {
    [
      "kind": .string(solution.kind.rawValue),
      "count": .integer("\(solution.count.value)"), "countIsExact": .bool(solution.count.isExact),
      "complete": .bool(solution.isComplete), "shortest": JSON(solution.size.lowerBound),
      "shortestAtMost": JSON(solution.size.upperBound),
      "models": .array(solution.models.map { json($0, solution.kind) }),
      "primeImplicants": .array(
        solution.primes.map {
          [
            "term": .string($0.term.text(truthTable.conditions)), "rows": .array($0.rows.map { JSON($0) }),
            "essential": .bool($0.isEssential),
          ]
        }),
    ]
  }

  private func json(_ model: Solution.Model, _ kind: Solution.Kind) -> JSON {
    var members: [(key: String, value: JSON)] = [
      ("formula", .string(formula(model))), ("inclusion", JSON(model.fit.inclusion)),
      ("pri", JSON(model.fit.pri)),
      ("coverage", JSON(model.fit.coverage)), ("paths", .array(model.paths.map(json))),
    ]
    if kind != .conservative && truthTable.possible <= Self.mostListed {
      members.append(
        ("assumptions", .array((truthTable.assumptions(of: model) ?? []).map { JSON($0) })))
    }
    if !model.between.isEmpty {
      members += [
        ("between", .array(model.between.map(JSON.string))),
        ("easyCounterfactuals", .array(model.counterfactuals.map { JSON($0) })),
      ]
    }
    return .object(members)
  }

  private func json(_ path: Solution.Path) -> JSON {
    [
      "term": .string(path.term.text(truthTable.conditions)), "inclusion": JSON(path.fit.inclusion),
      "pri": JSON(path.fit.pri), "coverage": JSON(path.fit.coverage),
      "uniqueCoverage": JSON(path.uniqueCoverage),
      "cases": strings(path.cases),
    ]
  }

  private func json(_ variation: Variation) -> JSON {
    [
      "varied": .string(variation.varied.rawValue), "setting": .string(variation.setting),
      "solution": .string(variation.kind.rawValue), "same": .bool(variation.isSame),
      "models": .array(variation.formulas.prefix(10).map(JSON.string)),
      "count": JSON(variation.formulas.count),
    ]
  }
}

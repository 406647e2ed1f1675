import CFIRKit

/// The report's records for programs: `cfir.report/1`.
///
/// What other answers give is taken from them, so that their contracts and this one cannot part.
struct ReportJSON {
  let facts: Facts

  var value: JSON {
    let study = facts.study
    let gaps = Gaps(facts)
    let matrix = study.matrixAnswer().json
    let head: [(key: String, value: JSON)] = [
      ("schema", "cfir.report/1"), ("study", .string(study.title)),
      ("framework", .string(study.codebook.framework.edition.rawValue)), ("counts", counts),
      ("groups", study.groups.map(groups) ?? .null), ("organizations", matrix["organizations"]),
      ("constructs", matrix["constructs"]), ("cells", matrix["cells"]),
      ("agreement", facts.agreement?.record ?? .null), ("comparison", comparison),
      ("configurations", facts.crossCase?.record ?? .null),
    ]
    let rest: [(key: String, value: JSON)] = [
      ("summary", study.summaryAnswer().json["constructs"]),
      ("unmapped", .array(gaps.unmapped.map { ["code": .string($0.code), "excerpts": JSON($0.rows)] })),
      ("unrated", .array(gaps.unratedCells.map(unrated))),
      ("unratedConstructs", JSON(gaps.unratedConstructs.map(\.id))),
      ("unresolved", .array(gaps.unresolved.map(unresolved))),
      ("joint", joint),
      ("ledger", study.ledger.map { LedgerSeal(ledger: $0).json } ?? .null),
      ("findings", .array(facts.findings.map(finding))),
    ]
    return .object(head + rest)
  }

  private func unrated(_ cell: Gaps.UnratedCell) -> JSON {
    [
      "organization": JSON(cell.organization), "construct": JSON(cell.construct.id),
      "excerpts": JSON(cell.evidence.excerpts),
      "suggestion": JSON(cell.evidence.suggestion.map { RatingValue.score($0.score).token }),
    ]
  }

  private func unresolved(_ cell: RatingMatrix.Cell) -> JSON {
    [
      "organization": JSON(cell.organization), "construct": JSON(cell.construct),
      "ratings": ratings(cell.settled),
    ]
  }

  private var joint: JSON {
    guard let survey = facts.survey, facts.joint != nil else { return .null }
    return facts.study.jointAnswer(survey, onlyCleared: false).json["rows"]
  }

  private var counts: JSON {
    let counts = Counts(facts)
    return .object([
      ("organizations", JSON(counts.organizations)), ("participants", JSON(counts.participants)),
      ("sources", JSON(counts.sources)),
      ("passages", JSON(counts.passages)), ("excerpts", JSON(counts.rows)),
      ("constructs", JSON(counts.constructs)),
      ("cells", JSON(counts.cells)), ("rated", JSON(counts.ratedCells)), ("scored", JSON(counts.scoredCells)),
      ("basis", .object(counts.bases.map { ($0.basis.rawValue, JSON($0.cells)) })),
    ])
  }

  private func groups(_ groups: OrganizationGroups) -> JSON {
    ["high": JSON(groups.high), "middle": JSON(groups.middle), "low": JSON(groups.low)]
  }

  private func ratings(_ settled: SettledRating) -> JSON {
    .array(settled.ratings.map { ["rater": JSON($0.rater), "rating": .string($0.value.token)] })
  }

  /// What `cfir.compare/1` holds below its head; null where nothing is compared.
  private var comparison: JSON {
    guard case .object(let members)? = facts.study.comparisonAnswer()?.json else { return .null }
    return .object(members.filter { !["schema", "study", "framework"].contains($0.key) })
  }

  private func finding(_ finding: Finding) -> JSON {
    [
      "file": .string(finding.origin.file), "line": JSON(finding.origin.line),
      "column": JSON(finding.origin.column),
      "severity": .string(finding.severity.rawValue), "message": .string(finding.message),
      "fix": .string(finding.fix),
    ]
  }
}

extension JSON {
  /// The member of an object; null where there is none.
  fileprivate subscript(_ key: String) -> JSON {
    guard case .object(let members) = self else { return .null }
    return members.first { $0.key == key }?.value ?? .null
  }
}

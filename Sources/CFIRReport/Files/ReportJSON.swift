import CFIRKit

/// The report's records for programs: `cfir.report/1`.
struct ReportJSON {
  let facts: Facts

  var value: JSON {
    let study = facts.study
    let gaps = Gaps(facts)
    return .object([
      ("schema", "cfir.report/1"), ("study", .string(study.title)),
      ("framework", .string(study.codebook.framework.edition.rawValue)), ("counts", counts),
      ("groups", study.groups.map(groups) ?? .null), ("organizations", organizations),
      ("constructs", constructs),
      ("cells", .array(facts.matrix.allCells.map(cell))), ("comparison", comparison),
      ("summary", .array(facts.influences.map(influence))),
      ("unmapped", .array(gaps.unmapped.map { ["code": .string($0.code), "excerpts": JSON($0.rows)] })),
      (
        "unrated",
        .array(
          gaps.unratedCells.map {
            [
              "organization": JSON($0.organization), "construct": JSON($0.construct.id),
              "excerpts": JSON($0.evidence.excerpts),
              "suggestion": JSON($0.evidence.suggestion.map { RatingValue.score($0.score).token }),
            ]
          })
      ), ("unratedConstructs", JSON(gaps.unratedConstructs.map(\.id))),
      (
        "unresolved",
        .array(
          gaps.unresolved.map {
            [
              "organization": JSON($0.organization), "construct": JSON($0.construct),
              "raters": raters($0.settled),
            ]
          })
      ),
      ("findings", .array(facts.findings.map(finding))),
    ])
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

  private var organizations: JSON {
    .array(
      facts.organizations.map { organization in
        let groups = facts.study.groups
        return [
          "id": JSON(organization.id), "name": .string(organization.name),
          "group": JSON(groups?.group(of: organization.id)?.rawValue),
          "outcome": JSON(groups?.labels[organization.id]),
        ]
      })
  }

  private var constructs: JSON {
    .array(
      facts.matrix.constructs.map {
        [
          "id": JSON($0.id), "name": .string($0.name), "number": .string($0.number),
          "domain": JSON($0.domain),
        ]
      })
  }

  private func raters(_ settled: SettledRating) -> JSON {
    .array(settled.ratings.map { ["rater": JSON($0.rater), "rating": .string($0.value.token)] })
  }

  private func cell(_ cell: RatingMatrix.Cell) -> JSON {
    [
      "organization": JSON(cell.organization), "construct": JSON(cell.construct),
      "rating": .string(cell.token),
      "score": JSON(cell.score?.value), "mixed": .bool(cell.score?.isMixed ?? false),
      "basis": .string(cell.settled.basis.rawValue), "raters": raters(cell.settled),
      "excerpts": JSON(cell.evidence?.excerpts ?? 0), "sources": JSON(cell.evidence?.sources ?? 0),
    ]
  }

  private var comparison: JSON {
    guard let comparison = facts.comparison else { return .null }
    return [
      "rule": .string(comparison.rule.rawValue), "mixed": .string(comparison.mixed.rawValue),
      "groups": groups(comparison.groups), "constructs": .array(comparison.rows.map(row)),
      "counts": .object(Verdict.allCases.map { ($0.rawValue, JSON(comparison.count($0))) }),
    ]
  }

  private func row(_ row: Comparison.Row) -> JSON {
    let permutation: JSON =
      row.permutation.map {
        [
          "atLeast": .integer($0.atLeast.description), "total": .integer($0.total.description),
          "share": JSON($0.share),
        ]
      } ?? .null
    return [
      "id": JSON(row.construct.id), "name": .string(row.construct.name),
      "verdict": .string(row.verdict.rawValue),
      "direction": JSON(row.direction?.rawValue), "gap": JSON(row.gap), "diff": JSON(row.diff),
      "verdicts": .object(
        DistinguishingRule.allCases.map { ($0.rawValue, JSON(row.verdicts[$0]?.rawValue)) }),
      "permutation": permutation,
      "association": ["kendallTauB": JSON(row.kendallTauB), "spearman": JSON(row.spearman)],
      "stability": [
        "leaveOneOut": .array(
          row.leaveOneOut.map {
            ["organization": JSON($0.organization), "verdict": .string($0.verdict.rawValue)]
          }),
        "mixedUnscored": .string(row.mixedUnscored.rawValue),
        "alternativeCut": [
          "middleWithHigh": JSON(row.middleWithHigh?.rawValue),
          "middleWithLow": JSON(row.middleWithLow?.rawValue),
        ],
      ],
      "published": JSON(row.published?.rawValue),
    ]
  }

  private func influence(_ influence: Influence) -> JSON {
    [
      "id": JSON(influence.construct.id), "name": .string(influence.construct.name),
      "scored": JSON(influence.scored),
      "counts": .object(
        [-2, -1, 0, 1, 2].map {
          (RatingValue.Score($0).map { RatingValue.score($0).token } ?? "", JSON(influence.counts[$0] ?? 0))
        }),
      "mixed": JSON(influence.mixed),
      "unscored": .object(
        Influence.Unscored.allCases.map { ($0.rawValue, JSON(influence.unscored[$0] ?? 0)) }),
      "mean": JSON(influence.mean), "median": JSON(influence.median),
      "influence": .string(influence.kind.rawValue),
      "strength": JSON(influence.strength?.rawValue), "facilitates": JSON(influence.facilitates),
      "hinders": JSON(influence.hinders),
    ]
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

import CFIRStatistics

extension Study {
  /// What `cfir.compare/1` holds below its head.
  ///
  /// - Parameters:
  ///   - comparison: The comparison; nothing where there are no groups, and only the change between rounds was asked for.
  ///   - change: That change; nothing where it was not asked for.
  /// - Returns: The members in order.
  func members(_ comparison: Comparison?, change: RoundChange?) -> [(key: String, value: JSON)] {
    var members: [(key: String, value: JSON)] = [
      ("rule", .string(rule.rawValue)), ("mixed", .string(mixed.rawValue)),
      ("groups", comparison.map { groups($0.groups) } ?? .null),
      ("constructs", .array(comparison?.rows.map { json($0, in: comparison) } ?? [])),
      ("counts", comparison.map(counts) ?? .null),
      ("cuts", .array(comparison?.cuts.map(json) ?? [])),
      ("reference", comparison.flatMap(reference) ?? .null), ("change", change.map(json) ?? .null),
    ]
    if let comparison, comparison.hasPublishedLabels {
      members.append(
        (
          "publishedAgreement",
          .object(
            [("labels", JSON(comparison.rows.count))]
              + comparison.agreementWithPublished.map { ($0.rule.rawValue, JSON($0.agreeing)) })
        ))
    }
    return members
  }

  private func groups(_ groups: OrganizationGroups) -> JSON {
    ["high": JSON(groups.high), "middle": JSON(groups.middle), "low": JSON(groups.low)]
  }

  private func counts(_ comparison: Comparison) -> JSON {
    .object(Verdict.allCases.map { ($0.rawValue, JSON(comparison.count($0))) })
  }

  private func json(_ cut: OutcomeCut) -> JSON {
    ["from": .string(cut.from), "high": JSON(cut.high), "low": JSON(cut.low)]
  }

  private func reference(_ comparison: Comparison) -> JSON? {
    guard let reference = comparison.reference else { return nil }
    func labels(_ labels: TableReference.Labels) -> JSON {
      [
        "observed": JSON(labels.observed), "mean": JSON(labels.mean), "atLeast": JSON(labels.atLeast),
        "total": JSON(labels.total), "share": JSON(labels.share),
        "standardError": reference.splits.isExact ? nil : JSON(labels.standardError),
        "distribution": .array(
          labels.distribution.map { ["labelled": JSON($0.labelled), "splits": JSON($0.splits)] }),
      ]
    }
    return [
      "sites": JSON(reference.splits.units), "high": JSON(reference.splits.size),
      "method": reference.splits.isExact ? "exact" : "sampled", "splits": JSON(reference.splits.ways),
      "leastShare": JSON(reference.leastShare), "strong": labels(reference.strong),
      "strongOrWeak": labels(reference.strongOrWeak),
      "sentence": .string(ComparisonWords(comparison, naming: name).wholeTable),
    ]
  }

  private func json(_ row: Comparison.Row, in comparison: Comparison?) -> JSON {
    let permutation: JSON =
      row.permutation.map {
        [
          "atLeast": .integer($0.atLeast.description), "total": .integer($0.total.description),
          "share": JSON($0.share), "q": JSON(row.permutationQ),
        ]
      } ?? nil
    let words = comparison.map { ComparisonWords($0, naming: name).sentence(row) }
    return .object([
      ("id", JSON(row.construct.id)), ("name", .string(row.construct.name)),
      ("verdict", .string(row.verdict.rawValue)),
      ("direction", JSON(row.direction?.rawValue)), ("gap", JSON(row.gap)), ("diff", JSON(row.diff)),
      (
        "verdicts",
        .object(DistinguishingRule.allCases.map { ($0.rawValue, JSON(row.verdicts[$0]?.rawValue)) })
      ),
      ("permutation", permutation), ("association", association(row)), ("trend", trend(row)),
      ("stability", stability(row)), ("published", JSON(row.published?.rawValue)),
      ("sentence", JSON(words)),
    ])
  }

  private func association(_ row: Comparison.Row) -> JSON {
    [
      "kendallTauB": JSON(row.kendallTauB), "spearman": JSON(row.spearman),
      "organizations": JSON(row.association?.units), "p": JSON(row.association?.p),
      "q": JSON(row.associationQ), "distribution": JSON(row.association?.distribution.rawValue),
    ]
  }

  private func trend(_ row: Comparison.Row) -> JSON {
    guard let trend = row.trend else { return .null }
    return [
      "jonckheere": JSON(trend.statistic), "expected": JSON(trend.expected), "p": JSON(trend.p),
      "q": JSON(row.trendQ), "distribution": .string(trend.concordance.distribution.rawValue),
      "sizes": .array(trend.sizes.map { JSON($0) }),
    ]
  }

  /// How many changing pairs are listed; all are counted.
  private static let mostPairs = 1000

  private func stability(_ row: Comparison.Row) -> JSON {
    let cut: JSON =
      row.middleWithHigh.map {
        ["middleWithHigh": .string($0.rawValue), "middleWithLow": JSON(row.middleWithLow?.rawValue)]
      } ?? nil
    let sensitivity = row.sensitivity
    return [
      "leaveOneOut": .array(
        row.leaveOneOut.map {
          ["organization": JSON($0.organization), "verdict": .string($0.verdict.rawValue)]
        }),
      "mixedUnscored": .string(row.mixedUnscored.rawValue), "alternativeCut": cut,
      "leaveTwoOut": [
        "pairs": JSON(sensitivity.pairs), "changed": JSON(sensitivity.changed),
        "emptied": JSON(sensitivity.emptied),
        "changes": .array(
          sensitivity.changingPairs.prefix(Self.mostPairs).map {
            ["organizations": JSON($0.organizations), "verdict": .string($0.verdict.rawValue)]
          }),
      ],
      "mixed": .object(
        MixedRule.allCases.map { ($0.rawValue, JSON(sensitivity.mixed[$0]?.rawValue)) }),
      "cuts": .array(sensitivity.cuts.map { .string($0.rawValue) }),
    ]
  }

  private func json(_ change: RoundChange) -> JSON {
    [
      "from": .string(change.rounds.from), "to": .string(change.rounds.to),
      "constructs": .array(change.rows.map(json)),
    ]
  }

  private func json(_ row: RoundChange.Row) -> JSON {
    let flips: JSON =
      row.flips.map {
        [
          "atLeast": .integer($0.atLeast.description), "total": .integer($0.total.description),
          "share": JSON($0.share), "q": JSON(row.flipsQ),
        ]
      } ?? nil
    return .object([
      ("id", JSON(row.construct.id)), ("name", .string(row.construct.name)),
      ("organizations", JSON(row.sites.count)), ("rose", JSON(row.risen)), ("fell", JSON(row.fallen)),
      ("stayed", JSON(row.unchanged)), ("meanChange", JSON(row.meanChange)), ("signFlip", flips),
      ("signTest", JSON(row.signP)), ("unpaired", JSON(row.unpaired)),
      (
        "changes",
        .array(
          row.sites.map {
            [
              "organization": JSON($0.organization), "from": .string($0.before.token),
              "to": .string($0.after.token), "change": JSON($0.change),
            ]
          })
      ), ("sentence", .string(ChangeWords().sentence(row))),
    ])
  }
}

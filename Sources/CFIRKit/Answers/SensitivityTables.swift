import CFIRStatistics

/// Tables that stand behind the verdicts of a comparison: what they depend on, and what the outcome itself says.
public struct SensitivityTables {
  let comparison: Comparison

  /// The tables of a comparison.
  public init(_ comparison: Comparison) { self.comparison = comparison }

  // MARK: What verdicts depend on

  /// The columns of `sensitivity`.
  public var sensitivityColumns: [Table.Column] {
    var columns: [Table.Column] = [
      .init("Construct", isHeader: true), .init("Rules"), .init("Mixed"),
      .init("One left out", isNumeric: true), .init("Two left out", isNumeric: true),
      .init("Share", isNumeric: true), .init("q", isNumeric: true),
    ]
    if !comparison.otherCuts.isEmpty { columns.insert(.init("Cuts"), at: 3) }
    return columns
  }

  /// One construct's cells, its name first.
  public func sensitivity(_ row: Comparison.Row, _ name: String) -> [Table.Cell] {
    let changed = row.leaveOneOut.count { $0.verdict != row.verdict }
    var cells: [Table.Cell] = [
      .text(name), letters(DistinguishingRule.allCases.compactMap { row.verdicts[$0] }),
      letters(MixedRule.allCases.compactMap { row.sensitivity.mixed[$0] }),
      .text("\(changed) of \(row.leaveOneOut.count)"),
      .text("\(row.sensitivity.changed) of \(row.sensitivity.comparablePairs)"),
      .text(NumberStyle.share(row.permutation?.share)), .text(NumberStyle.share(row.permutationQ)),
    ]
    if !comparison.otherCuts.isEmpty { cells.insert(letters(row.sensitivity.cuts), at: 3) }
    return cells
  }

  /// What the columns mean.
  public var sensitivityNotes: [String] {
    var notes = [
      "S strong, W weak, N not distinguishing, I insufficient.",
      "Rules: \(DistinguishingRule.allCases.map(\.rawValue).joined(separator: ", ")). "
        + "Mixed ratings: \(MixedRule.allCases.map(\.rawValue).joined(separator: ", ")).",
    ]
    if !comparison.otherCuts.isEmpty {
      notes.append(
        "Cuts of the outcome, the high group beginning at: "
          + comparison.cuts.map { "\($0.from) (\($0.high.count) against \($0.low.count))" }.joined(
            separator: ", ") + ".")
    }
    notes.append(
      "One, two left out: how many organizations change the verdict when they are missing, and how many of the pairs that leave both groups a score. "
        + "Share: of the splits, those as far apart. q: the same corrected for "
        + "\(NumberStyle.count(comparison.rows.count { $0.permutation != nil }, "construct")) (Benjamini–Hochberg)."
    )
    return notes
  }

  private func letters(_ verdicts: [Verdict]) -> Table.Cell {
    .text(verdicts.map { $0.rawValue.prefix(1).uppercased() }.joined(separator: " "))
  }

  // MARK: What the outcome says

  /// Whether there is a middle group, so that a trend can be tested.
  private var hasTrend: Bool { comparison.rows.contains { $0.trend != nil } }

  /// The columns of `association`.
  public var associationColumns: [Table.Column] {
    [Table.Column("Construct", isHeader: true)]
      + (["Sites", "τ-b", "p", "q"] + (hasTrend ? ["J", "expected", "p (J)", "q (J)"] : [])).map {
        Table.Column($0, isNumeric: true)
      }
  }

  /// One construct's cells, its name first.
  public func association(_ row: Comparison.Row, _ name: String) -> [Table.Cell] {
    var cells: [Table.Cell] = [
      .text(name), .count(row.association?.units), .number(row.kendallTauB),
      .text(Self.words(row.association)), .text(NumberStyle.share(row.associationQ)),
    ]
    if hasTrend {
      cells += [
        .number(row.trend?.statistic, places: 1), .number(row.trend?.expected, places: 1),
        .text(Self.words(row.trend?.concordance)), .text(NumberStyle.share(row.trendQ)),
      ]
    }
    return cells
  }

  /// What the columns mean.
  public var associationNotes: [String] {
    var notes = [
      "τ-b: rank association of rating and outcome over all organizations that have both. p: of all ways to deal the same ratings out to the organizations, "
        + "the share with an association at least as strong either way. q: corrected for the constructs of this table (Benjamini–Hochberg)."
    ]
    if hasTrend {
      notes.append(
        "J: Jonckheere–Terpstra, pairs of organizations whose ratings rise with their group, low, middle, high; expected by chance: half of the pairs."
      )
    }
    let tests = comparison.rows.flatMap { [$0.association, $0.trend?.concordance].compactMap { $0 } }
    notes.append(
      tests.contains { $0.distribution == .normal }
        ? "Exact, ties included; ≈ marks the normal approximation, its variance corrected for ties."
        : "All exact, ties included.")
    return notes
  }

  private static func words(_ test: ConcordanceTest?) -> String {
    guard let test else { return NumberStyle.decimal(nil) }
    return (test.distribution == .normal ? "≈ " : "") + NumberStyle.share(test.p)
  }
}

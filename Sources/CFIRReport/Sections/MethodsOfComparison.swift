import CFIRKit

/// How constructs were analysed across organizations.
struct MethodsOfComparison {
  let facts: Facts

  var text: String {
    guard !facts.matrix.allCells.isEmpty, !facts.isSingleCase else { return "" }
    return [distinguishing, influence].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var distinguishing: String {
    guard let comparison = facts.comparison else { return "" }
    let groups = comparison.groups
    let members = OrganizationGroups.Group.allCases.compactMap { group -> String? in
      let number = groups.members(group).count
      guard number > 0 else { return nil }
      let words = groups.outcomeWords(group).map { "\($0), " } ?? ""
      return "\(group.rawValue) (\(words)n = \(number))"
    }
    let basis = facts.study.outcomeColumn.map { " by \($0)" } ?? ""
    var text =
      "Organizations were grouped\(basis) as \(English.list(members)). Constructs were compared between the high and the low group by the rule “\(comparison.rule.rawValue)”: \(comparison.rule.criteria). "
    switch comparison.mixed {
    case .number: text += "Mixed ratings counted with their number."
    case .unscored: text += "Mixed ratings were left out."
    case .leaning:
      text += "Mixed ratings counted where they leaned to one side and were left out where they balanced."
    }
    text +=
      " For each construct we counted, of all ways to divide the organizations with a score into groups of the same sizes, how many set the means at least as far apart, and computed Kendall’s τ-b of rating and outcome."
    text += " A verdict was called stable if it did not change when any one organization was left out"
    text +=
      groups.middle.isEmpty
      ? " or when mixed ratings were left out."
      : ", when mixed ratings were left out, or when the middle group was counted as high or as low."
    return text + sensitivity(comparison)
  }

  private func sensitivity(_ comparison: Comparison) -> String {
    var text =
      " Verdicts were also compared across \(English.count(DistinguishingRule.allCases.count, "rule")), three readings of mixed ratings and all pairs of organizations left out"
    text += comparison.otherCuts.isEmpty ? "." : ", and at every cut of the outcome."
    if let reference = comparison.reference {
      text +=
        reference.splits.isExact
        ? " For the table as a whole we counted the labels that every other way to divide the organizations into groups of the same sizes would give."
        : " For the table as a whole we counted the labels that \(reference.splits.considered) ways to divide the organizations into groups of the same sizes give, drawn at random with a fixed seed."
    }
    let tests = comparison.rows.flatMap { [$0.association, $0.trend?.concordance].compactMap { $0 } }
    guard !tests.isEmpty else { return text }
    let isExact = tests.allSatisfy { $0.distribution == .exact }
    text += " τ-b"
    if comparison.rows.contains(where: { $0.trend != nil }) {
      text += " and, over the ordered groups, Jonckheere–Terpstra’s J"
    }
    return text
      + " \(comparison.rows.contains { $0.trend != nil } ? "were" : "was") tested by permutation, \(isExact ? "exactly, ties included" : "exactly where that could be counted and else by the normal approximation corrected for ties"); p-values and permutation shares are given with q-values (Benjamini–Hochberg)."
  }

  private var influence: String {
    "Across all organizations, a construct was called a facilitator (barrier) if more than half of the organizations with a score were rated positive (negative), and a strong one if more than half were rated +2 (\u{2212}2)."
  }
}

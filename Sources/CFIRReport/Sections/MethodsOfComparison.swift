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
    return text
  }

  private var influence: String {
    "Across all organizations, a construct was called a facilitator (barrier) if more than half of the organizations with a score were rated positive (negative), and a strong one if more than half were rated +2 (\u{2212}2)."
  }
}

import CFIRKit

extension RatingValue.Score {
  /// A score with a real minus sign: `+2`, `−1`, `0 (mixed)`.
  var typographic: String { RatingValue.score(self).typographic }
}

extension SettledRating.Basis {
  /// What it means, after “basis:”.
  var words: String {
    switch self {
    case .consensus: "consensus of the team"
    case .agreed: "all raters agree"
    case .single: "one rater"
    case .derived: "derived by the criteria"
    case .unresolved: "unresolved: the raters differ"
    }
  }

  /// The mark in the matrix; nothing for a consensus, and none needed where the cell says it.
  var mark: String? {
    switch self {
    case .agreed: "a"
    case .single: "s"
    case .derived: "d"
    case .consensus, .unresolved: nil
    }
  }
}

extension Verdict {
  /// What it says of a construct: `strongly distinguishing`.
  var words: String {
    switch self {
    case .strong: "strongly distinguishing"
    case .weak: "weakly distinguishing"
    case .none: "not distinguishing"
    case .insufficient: "insufficient data"
    }
  }
}

extension OrganizationGroups.Group {
  /// `High`, `Middle`, `Low`.
  var title: String { English.opening(rawValue) }
}

extension OrganizationGroups {
  /// The members of a group.
  func members(_ group: Group) -> [Organization.ID] {
    switch group {
    case .high: high
    case .middle: middle
    case .low: low
    }
  }

  /// The outcome's own words for a group, where they are few: `sustained`.
  func outcomeWords(_ group: Group) -> String? {
    var words: [String] = []
    for label in members(group).compactMap({ labels[$0] }) where !words.contains(label) {
      words.append(label)
    }
    return words.isEmpty || words.count > 3 ? nil : words.joined(separator: ", ")
  }
}

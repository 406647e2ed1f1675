import CFIRStatistics

/// A comparison's verdicts in plain words: what was found, what it depends on, and what cannot be concluded.
public struct ComparisonWords {
  let comparison: Comparison
  let name: (Organization.ID) -> String

  /// Words for a comparison.
  ///
  /// - Parameters:
  ///   - comparison: The comparison.
  ///   - name: How an organization is called.
  public init(_ comparison: Comparison, naming name: @escaping (Organization.ID) -> String) {
    self.comparison = comparison
    self.name = name
  }

  // MARK: One construct

  /// One line for a construct: `Strong by separation, so say 5 of 5 rules; holds without any one or two sites; …`.
  public func sentence(_ row: Comparison.Row) -> String {
    guard row.verdict != .insufficient else { return insufficient(row) }
    let parts = [verdict(row), withoutSites(row), mixed(row), cuts(row), splits(row)]
    return parts.filter { !$0.isEmpty }.joined(separator: "; ") + "."
  }

  private func insufficient(_ row: Comparison.Row) -> String {
    let empty = [("high", row.scoredHigh), ("low", row.scoredLow)].filter { $0.1 == 0 }.map(\.0)
    return "Insufficient: no score in \(empty.count == 2 ? "either" : "the \(empty.joined())") group."
  }

  private func verdict(_ row: Comparison.Row) -> String {
    let found =
      switch row.verdict {
      case .strong: "Strong"
      case .weak: "Weak"
      case .none, .insufficient: "Not distinguishing"
      }
    let agreeing = row.verdicts.values.count { $0 == row.verdict }
    let direction = row.direction == .low && row.verdict != .none
    return "\(found) by \(comparison.rule.rawValue), so \(agreeing == 1 ? "says" : "say") \(agreeing) of "
      + "\(row.verdicts.count) rules"
      + (direction ? "; rated higher where implementation went less well" : "")
  }

  private func withoutSites(_ row: Comparison.Row) -> String {
    let left = row.leaveOneOut.filter { $0.verdict != row.verdict }
    let pairs = row.sensitivity
    if left.isEmpty {
      let isLimited = pairs.emptied > 0
      guard pairs.changed > 0 else {
        return isLimited
          ? "holds without any one site, or any two that leave both groups"
          : "holds without any one or two sites"
      }
      return
        "holds without any one site, but not without \(pairs.changed) of the \(pairs.comparablePairs) pairs"
        + (isLimited ? " that leave both groups" : "")
    }
    if left.count > 3 { return "changes without any of \(left.count) of the \(row.leaveOneOut.count) sites" }
    return Verdict.allCases.compactMap { verdict in
      let sites = left.filter { $0.verdict == verdict }.map { name($0.organization) }
      return sites.isEmpty ? nil : "\(verdict.rawValue) without \(sites.joined(separator: " or "))"
    }.joined(separator: ", ")
  }

  private func mixed(_ row: Comparison.Row) -> String {
    Verdict.allCases.compactMap { verdict in
      guard verdict != row.verdict else { return nil }
      let rules = MixedRule.allCases.filter { row.sensitivity.mixed[$0] == verdict }
      return rules.isEmpty
        ? nil : "\(verdict.rawValue) if mixed ratings \(rules.map(\.verb).joined(separator: " or "))"
    }.joined(separator: ", ")
  }

  private func cuts(_ row: Comparison.Row) -> String {
    let others = comparison.otherCuts
    guard !others.isEmpty else { return "" }
    let changed = others.filter { row.sensitivity.cuts[$0] != row.verdict }
    if changed.isEmpty {
      return others.count == 1
        ? "holds at the other cut"
        : "holds at \(others.count == 2 ? "both" : "all \(others.count)") other cuts"
    }
    if others.count > 3 { return "another verdict at \(changed.count) of \(others.count) other cuts" }
    return Verdict.allCases.compactMap { verdict in
      let places = changed.filter { row.sensitivity.cuts[$0] == verdict }
      let words = places.map { "‘\(comparison.cuts[$0].from)’" }.joined(separator: " or ")
      return places.isEmpty ? nil : "\(verdict.rawValue) if the high group begins at \(words)"
    }.joined(separator: ", ")
  }

  private func splits(_ row: Comparison.Row) -> String {
    guard let permutation = row.permutation else { return "" }
    let verb = permutation.atLeast == Natural(1) ? "does" : "do"
    let found = "\(permutation.atLeast) of \(permutation.total) splits \(verb) as well"
    guard permutation.atLeast == Natural(UInt64(row.leastSplits)) else { return found }
    return "\(found): with \(NumberStyle.count(row.scored, "site")) no stronger statement is possible"
  }

  // MARK: The whole table

  /// What the labels of the table come to beside those that other splits of the sites would give.
  public var wholeTable: String {
    guard let reference = comparison.reference else { return "" }
    let (strong, labelled) = (reference.strong.observed, reference.strongOrWeak.observed)
    let opening =
      "\(strong) of \(NumberStyle.count(comparison.rows.count, "construct")) "
      + "\(strong == 1 ? "is" : "are") strong and \(labelled - strong) weak by \(comparison.rule.rawValue)."
    guard labelled > 0 else { return "\(opening) Without a label there is nothing to hold against chance." }
    let sites = reference.splits.units
    let way =
      "Splitting the same \(sites) sites \(reference.splits.size) against \(sites - reference.splits.size) "
      + (reference.splits.isExact
        ? "in all \(NumberStyle.count(reference.splits.considered, "way"))"
        : "in \(reference.splits.considered) of \(reference.splits.ways.map { "\($0)" } ?? "more than 9·10¹⁸") ways, drawn at random,")
    let kinds = [("strong", reference.strong), ("strong or weak", reference.strongOrWeak)].filter {
      $0.1.observed > 0
    }
    let chance = kinds.map { kind, labels in
      "\(NumberStyle.decimal(labels.mean)) constructs \(kind) on average, and at least \(labels.observed) in "
        + "\(labels.atLeast) of \(labels.total) ways\(error(labels, reference))"
    }
    return "\(opening) \(way) makes \(chance.joined(separator: "; ")). \(conclusion(reference))"
  }

  private func error(_ labels: TableReference.Labels, _ reference: TableReference) -> String {
    reference.splits.isExact
      ? ""
      : " (share \(NumberStyle.decimal(labels.share, places: 4)), standard error "
        + "\(NumberStyle.decimal(labels.standardError, places: 4)))"
  }

  /// The share that is by habit called rare; below it a design could, and above it no result can, speak against chance.
  private static let rare = 0.05

  private func conclusion(_ reference: TableReference) -> String {
    let sites = reference.splits.units
    guard reference.leastShare > Self.rare else {
      return
        "The share is for the table as a whole: it does not say which labels are chance, and it holds only if nobody who rated knew the outcomes."
    }
    return
      "With \(NumberStyle.count(sites, "site")) no table of high against low can come below \(reference.leastSplits) of \(reference.splits.considered): "
      + "such a comparison cannot rule out chance, neither for the table nor for any one construct, however the ratings stand."
  }
}

extension MixedRule {
  /// What mixed ratings do under the rule, after “if mixed ratings”.
  fileprivate var verb: String {
    switch self {
    case .number: "count by their number"
    case .unscored: "are left out"
    case .leaning: "count only where they lean"
    }
  }
}

import CFIRStatistics

/// What several respondents of an organization think of one thing.
public struct Opinion: Hashable, Sendable {
  /// How many they are.
  public let respondents: Int
  /// The mean of their scores, in units of the answers.
  public let mean: Double
  /// Where the mean stands from −2, the lowest answer, by 0, the middle, to +2, the highest: as ratings do.
  public let position: Double
  /// Whether they are too far apart for the mean to speak for all: the mean distance from the mean is more than a sixth of the
  /// number of answers (Burke & Dunlap, Organizational Research Methods 2002;5:159–172).
  public let isDivided: Bool
}

/// What may be said of an opinion.
public enum ShownOpinion: Hashable, Sendable {
  /// The opinion.
  case opinion(Opinion)
  /// It is over too few respondents, or would show what too few say.
  case heldBack
  /// Enough were asked, and nobody could answer.
  case unanswered
  /// Nobody was asked.
  case none

  /// The opinion, where it is shown.
  public var opinion: Opinion? { if case .opinion(let opinion) = self { opinion } else { nil } }
}

/// Organizations' opinions, as far as they may be seen by the organization's leader.
extension Survey {
  /// The answers' ends, where all items of a scale have the same, and scores are means.
  public func ends(of scale: Int) -> ClosedRange<Double>? {
    tally.scales[scale].rule == .sum ? nil : scoreEnds(of: scale)
  }

  /// The lowest and the highest score, where all items of a scale have the same answers.
  func scoreEnds(of scale: Int) -> ClosedRange<Double>? {
    let scored = tally.scales[scale]
    let answers = scored.items.map { tally.items[$0].answers }
    guard let low = answers.first?.lowest, let high = answers.first?.highest, low < high,
      answers.allSatisfy({ $0.lowest == low && $0.highest == high })
    else { return nil }
    let width = scored.rule == .sum ? Double(scored.items.count) : 1
    return low * width...high * width
  }

  /// The place of a mean from −2 to +2: the lowest answer becomes −2, the middle 0, the highest +2, evenly between.
  public static func position(_ mean: Double, in ends: ClosedRange<Double>) -> Double {
    4 * (mean - ends.lowerBound) / (ends.upperBound - ends.lowerBound) - 2
  }

  /// What all respondents of an organization say.
  public func everybody(_ scale: Int, organization: Int) -> ShownOpinion {
    let site = tally.organizations[organization]
    guard site.scores[scale].count > 0 else {
      // That none of the others could answer is a statistic over the others.
      let others = site.respondents - (soleLeader(of: organization) == nil ? 0 : 1)
      return !isProtected || others >= minimumCell ? .unanswered : .heldBack
    }
    return hiddenOrganizations(scale).contains(organization) ? .heldBack : view(site.scores[scale], scale)
  }

  /// What the leaders of an organization say; a single leader's own answer is shown, to that leader.
  public func leaders(_ scale: Int, organization: Int) -> ShownOpinion {
    if let own = soleLeader(of: organization) {
      let scores = tally.organizations[organization].roles[own].scores[scale]
      return scores.count > 0 ? view(scores, scale) : .unanswered
    }
    return view(of: .leader, scale, organization: organization) {
      hiddenRoles(scale, organization: organization)
    }
  }

  /// What the staff of an organization say.
  public func staff(_ scale: Int, organization: Int) -> ShownOpinion {
    view(of: .staff, scale, organization: organization) {
      guard isProtected, let own = soleLeader(of: organization) else {
        return hiddenRoles(scale, organization: organization)
      }
      let site = tally.organizations[organization]
      if hiddenOrganizations(scale).contains(organization) { return Set(site.roles.indices) }
      // The single leader's answer is known to the reader, so that it can neither be protected nor protect others.
      var counts = site.roles.map { $0.scores[scale].count }
      counts.append(site.scores[scale].count - counts.reduce(0, +))
      counts[own] = 0
      return SmallCells.hidden(counts, minimum: minimumCell)
    }
  }

  private func view(
    of role: Respondent, _ scale: Int, organization: Int, hidden: () -> Set<Int>
  ) -> ShownOpinion {
    let roles = tally.organizations[organization].roles
    let places = roles.indices.filter { role.matches(roles[$0].role) }
    guard let place = places.first else { return .none }
    // One role in two spellings is not put together.
    guard places.count == 1 else { return .heldBack }
    guard roles[place].scores[scale].count > 0 else {
      return !isProtected || roles[place].respondents >= minimumCell ? .unanswered : .heldBack
    }
    return hidden().contains(place) ? .heldBack : view(roles[place].scores[scale], scale)
  }

  private func view(_ scores: ValueCounts, _ scale: Int) -> ShownOpinion {
    guard let mean = scores.mean, let ends = ends(of: scale) else { return .none }
    let answers = tally.items[tally.scales[scale].items[0]].answers.steps
    let isDivided = answers.map { (scores.averageDeviation ?? 0) > Double($0) / 6 + 1e-9 } ?? false
    return .opinion(
      Opinion(
        respondents: scores.count, mean: mean, position: Self.position(mean, in: ends), isDivided: isDivided))
  }
}

import CFIRStatistics

/// What of a survey may leave the study team.
extension Survey {
  /// Whether anything is held back; never for a profile, which is facts from one informant by design.
  public var isProtected: Bool { minimumCell > 1 && !instrument.isProfile }

  /// Whether statistics over all respondents of a scale are shown.
  public func showsWhole(_ scale: Int) -> Bool {
    guard isProtected else { return true }
    let whole = tally.scores[scale].count
    let unknown = whole - tally.organizations.indices.reduce(0) { $0 + knownScores(scale, organization: $1) }
    return whole >= minimumCell && (unknown == 0 || unknown >= minimumCell)
  }

  /// Whether answers to an item over all respondents are shown.
  public func showsItem(_ item: Int) -> Bool {
    guard isProtected else { return true }
    let scale = tally.scales.firstIndex { $0.kind == .item && $0.items == [item] }
    return scale.map(showsWhole) ?? (tally.answers[item].count >= minimumCell)
  }

  /// Whether what is over those of a group who answered every item is shown: they can be fewer than those with a score.
  public func showsComplete(_ group: ScaleAggregation.Group) -> Bool {
    !isProtected || group.complete >= minimumCell
  }

  /// The organizations of a scale that are held back, by their places.
  public func hiddenOrganizations(_ scale: Int) -> Set<Int> {
    guard isProtected else { return [] }
    var counts = tally.organizations.map { $0.scores[scale].count }
    let known = tally.organizations.indices.map { knownScores(scale, organization: $0) }
    // Those who name no organization are a part that is never shown: whole less organizations would show it.
    counts.append(tally.scores[scale].count - counts.reduce(0, +))
    var hidden = SmallCells.hidden(counts, known: known, minimum: minimumCell)
    hidden.remove(counts.count - 1)
    return hidden
  }

  /// The roles of an organization that are held back on a scale, by their places.
  public func hiddenRoles(_ scale: Int, organization: Int) -> Set<Int> {
    guard isProtected else { return [] }
    let roles = tally.organizations[organization].roles
    if hiddenOrganizations(scale).contains(organization) { return Set(roles.indices) }
    let whole = tally.organizations[organization].scores[scale].count
    var counts = roles.map { $0.scores[scale].count }
    counts.append(whole - counts.reduce(0, +))
    var hidden = SmallCells.hidden(counts, minimum: minimumCell)
    hidden.remove(counts.count - 1)
    return hidden
  }

  /// The place of the role in which a single leader answered for an organization: who then reads the leader's page knows these answers.
  public func soleLeader(of organization: Int) -> Int? {
    let roles = tally.organizations[organization].roles
    let leaders = roles.indices.filter { Respondent.leader.matches(roles[$0].role) }
    return leaders.count == 1 && roles[leaders[0]].respondents == 1 ? leaders[0] : nil
  }

  /// How many of an organization's scores are known to its single leader, who gave them.
  func knownScores(_ scale: Int, organization: Int) -> Int {
    soleLeader(of: organization).map { tally.organizations[organization].roles[$0].scores[scale].count } ?? 0
  }

  /// How far organizations differ on a scale, of those that are shown: F of all would give away those held back.
  public func shownCorrelation(_ scale: Int) -> GroupCorrelation? {
    let hidden = hiddenOrganizations(scale)
    return GroupCorrelation(
      tally.organizations.indices.filter { !hidden.contains($0) }.map {
        tally.organizations[$0].scores[scale]
      })
  }
}

/// In which role somebody answers, as far as it matters who sees it how.
public enum Respondent: String, Sendable, CaseIterable {
  case leader, staff

  /// Whether a file's word for a role means this one.
  public func matches(_ role: String) -> Bool { role == rawValue || role.lowercased() == rawValue }
}

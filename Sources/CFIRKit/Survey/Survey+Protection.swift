import CFIRStatistics

/// What of a survey may leave the study team.
extension Survey {
  /// Whether anything is held back; never for a profile, which is facts from one informant by design.
  public var isProtected: Bool { minimumCell > 1 && !instrument.isProfile }

  /// Whether statistics over all respondents of a scale are shown.
  public func showsWhole(_ scale: Int) -> Bool { !isProtected || tally.scores[scale].count >= minimumCell }

  /// The organizations of a scale that are held back, by their places.
  public func hiddenOrganizations(_ scale: Int) -> Set<Int> {
    guard isProtected else { return [] }
    var counts = tally.organizations.map { $0.scores[scale].count }
    // Those who name no organization are a part that is never shown: whole less organizations would show it.
    counts.append(tally.scores[scale].count - counts.reduce(0, +))
    var hidden = SmallCells.hidden(counts, minimum: minimumCell)
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

  /// How far organizations differ on a scale, of those that are shown: F of all would give away those held back.
  public func shownCorrelation(_ scale: Int) -> GroupCorrelation? {
    let hidden = hiddenOrganizations(scale)
    return GroupCorrelation(
      tally.organizations.indices.filter { !hidden.contains($0) }.map {
        tally.organizations[$0].scores[scale]
      })
  }
}

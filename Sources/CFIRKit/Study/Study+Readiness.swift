extension Study {
  /// How ready an organization is; nothing for one that the study does not have.
  public func readiness(of organization: Organization.ID) -> ReadinessProfile? {
    organizations.first { $0.id == organization }.map {
      ReadinessProfile(of: $0, surveys: surveys, matrix: matrix(), codebook: codebook)
    }
  }

  /// What stands in the way of an organization as its leader may see it: the study's barriers, and gaps in the leader's own answers.
  public func barriers(for profile: ReadinessProfile) -> [Barrier] {
    let known = barriers(in: profile.organization.id)
    let own = profile.gaps.filter { line in
      line.basis == .leader && !known.contains { $0.construct == line.construct.id }
    }
    return known
      + own.compactMap { line in
        line.opinion.map {
          Barrier(
            organization: profile.organization.id, construct: line.construct.id,
            ground: .survey(mean: $0.mean, instrument: profile.instrument ?? ""))
        }
      }
  }
}

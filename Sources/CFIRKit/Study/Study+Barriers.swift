extension Study {
  /// What stands in the way, by organization and construct: ratings below 0, and survey means below the middle of their scale.
  ///
  /// Where both say so, the rating is named. Survey means that are held back name no barrier.
  ///
  /// - Parameter organization: Only of this one.
  /// - Returns: The barriers in the order of the matrix, then of the surveys.
  public func barriers(in organization: Organization.ID? = nil) -> [Barrier] {
    var barriers: [Barrier] = []
    var seen: Set<[String]> = []
    func add(_ barrier: Barrier) {
      guard organization == nil || organization == barrier.organization else { return }
      if seen.insert([barrier.organization.rawValue, barrier.construct.rawValue]).inserted {
        barriers.append(barrier)
      }
    }
    for cell in matrix().allCells {
      if let score = cell.score, score.value < 0 {
        add(Barrier(organization: cell.organization, construct: cell.construct, ground: .rating(cell.token)))
      }
    }
    for survey in surveys {
      for (place, scale) in survey.tally.scales.enumerated() where scale.kind == .construct {
        let answers = scale.items.map { survey.tally.items[$0].answers }
        guard let low = answers.first?.lowest, let high = answers.first?.highest,
          answers.allSatisfy({ $0.lowest == low && $0.highest == high })
        else { continue }
        let hidden = survey.hiddenOrganizations(place)
        for (number, site) in survey.tally.organizations.enumerated() where !hidden.contains(number) {
          guard let mean = site.scores[place].mean, mean < (low + high) / 2 else { continue }
          add(
            Barrier(
              organization: site.id, construct: .init(scale.id),
              ground: .survey(mean: mean, instrument: survey.instrument.title)))
        }
      }
    }
    return barriers
  }
}

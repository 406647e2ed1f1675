import CFIRStatistics

extension Study {
  /// What respondents say, as the means of their organizations on a scale's own answers: a column `survey:ID` for each construct,
  /// subscale and domain that is scored.
  ///
  /// Where several surveys score an id, the columns are `survey:INSTRUMENT:ID`; where several scales of one survey bear it, it is the
  /// construct's. Organizations that are held back, by the survey's minimum cell or so that those cannot be worked out, have no number.
  func surveyColumns(_ organizations: [Organization]) -> [CaseColumns.Column] {
    let scored = surveys.filter { !$0.instrument.isProfile }
    var bearers: [String: Int] = [:]
    for id in scored.flatMap({ survey in survey.conditionScales.map { survey.tally.scales[$0].id } }) {
      bearers[id, default: 0] += 1
    }
    return scored.enumerated().flatMap { place, survey in
      // An instrument of two tables is told apart by their order.
      let before = scored[..<place].count { $0.instrument.id == survey.instrument.id }
      let instrument = survey.instrument.id.rawValue + (before == 0 ? "" : "-\(before + 1)")
      return survey.conditionScales.map { scale in
        let prefix = bearers[survey.tally.scales[scale].id] == 1 ? "" : instrument + ":"
        return column(survey, scale, prefix: CaseColumns.surveyMark + prefix, organizations)
      }
    }
  }

  private func column(
    _ survey: Survey, _ scale: Int, prefix: String, _ organizations: [Organization]
  ) -> CaseColumns.Column {
    let (scored, ends) = (survey.tally.scales[scale], survey.scoreEnds(of: scale))
    let hidden = survey.hiddenOrganizations(scale)
    var column = CaseColumns.Column(
      prefix + scored.id, aliases: [prefix + scored.name], kind: .survey,
      values: organizations.map { organization in
        guard let place = survey.place(of: organization.id), !hidden.contains(place) else { return nil }
        return survey.tally.organizations[place].scores[scale].mean
      })
    column.calibration = ends.map(CalibrationRecipe.usualForScores)
    column.account = column.calibration.map { "survey scores by the usual recipe, \($0.words)" }
    let round = survey.round.map { ", round \($0)" } ?? ""
    var note =
      "\(column.name): the mean of an organization’s respondents on ‘\(scored.name)’ (\(survey.instrument.title)\(round))"
    if let ends {
      note += ", from \(ResponseScale.plain(ends.lowerBound)) to \(ResponseScale.plain(ends.upperBound))"
    }
    let silent = zip(organizations, column.values).filter { $1 == nil }.map(\.0.id.rawValue)
    if !silent.isEmpty {
      note += "; no score, or one that is held back"
      if survey.isProtected { note += " (minimum-cell \(survey.minimumCell))" }
      note += ", for \(silent.enumerated(with: "and"))"
    }
    column.notes = [note + "."]
    return column
  }
}

extension Survey {
  /// The scales that can be conditions: all but single items, and of scales with one id the construct's, else the first.
  fileprivate var conditionScales: [Int] {
    let scales = tally.scales
    let wanted = scales.indices.filter { scales[$0].kind != .item }
    return wanted.filter { place in
      let same = wanted.filter { scales[$0].id == scales[place].id }
      return place == same.first { scales[$0].kind == .construct } ?? same.first
    }
  }
}

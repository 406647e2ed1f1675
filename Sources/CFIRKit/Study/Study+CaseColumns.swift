import CFIRStatistics

extension Study {
  /// The organizations and their numbers: a column for each construct that is rated, for each attribute that is a number, for each
  /// scale of a survey, and for the outcome, which is the last.
  ///
  /// Ratings are calibrated by the study's own recipe or, without one, by ``CalibrationRecipe/usualForRatings``. An outcome without
  /// a recipe is crisp: the high group has it, the others have not.
  public func caseColumns() -> CaseColumns {
    let matrix = matrix()
    let organizations = matrix.organizations
    let rule = calibration.mixed ?? mixed
    var made = CaseColumns(
      title: title, cases: organizations.map(\.id.rawValue),
      columns: ratings(matrix, rule) + attributes(organizations) + surveyColumns(organizations),
      framework: codebook.framework.edition.rawValue)
    if let groups { made.columns.append(outcome(groups, organizations)) }
    made.notes = [
      "Mixed ratings count by the rule ‘\(rule.rawValue)’; cases without a number on a factor: \(calibration.missing.rawValue)."
    ]
    return made
  }

  private func ratings(_ matrix: RatingMatrix, _ rule: MixedRule) -> [CaseColumns.Column] {
    let recipe = calibration.ratings ?? CalibrationRecipe.usualForRatings
    let account =
      calibration.ratings == nil ? "ratings by the usual recipe" : "ratings by the study’s recipe"
    return matrix.constructs.map { construct in
      let cells = matrix.organizations.map { matrix[construct.id, $0.id] }
      return CaseColumns.Column(
        construct.id.rawValue, aliases: [construct.name], kind: .rating,
        values: cells.map { rule.number(of: $0?.score).map(Double.init) },
        origins: cells.map { $0?.settled.speaking?.origin }, calibration: recipe,
        account: "\(account), \(recipe.words)")
    }
  }

  /// Attributes of which at least one is a number; words among them matter where the column is analysed.
  private func attributes(_ organizations: [Organization]) -> [CaseColumns.Column] {
    var names: [String] = []
    for attribute in organizations.flatMap(\.attributes)
    where attribute.name != outcomeColumn && !names.contains(attribute.name) {
      names.append(attribute.name)
    }
    return names.compactMap { name in
      let entries = organizations.map { $0.entry(name) }
      guard entries.contains(where: { $0?.written.number != nil }) else { return nil }
      var column = CaseColumns.Column(
        name, values: entries.map { $0?.written.number }, origins: entries.map { $0?.origin })
      column.findings = entries.compactMap { entry in
        guard let entry, entry.written == .unreadable else { return nil }
        return column.unreadable(entry.value, at: entry.origin ?? Origin(file: name))
      }
      return column
    }
  }

  /// The outcome's number, or the group where no recipe asks for the number.
  private func outcome(_ groups: OrganizationGroups, _ organizations: [Organization]) -> CaseColumns.Column {
    let name = outcomeColumn ?? "outcome"
    let entries = organizations.map { organization in outcomeColumn.flatMap { organization.entry($0) } }
    var column = CaseColumns.Column(
      name, aliases: ["outcome"], kind: .outcome, values: [], origins: entries.map { $0?.origin })
    if calibration.calibration(of: column.names) == nil {
      column.values = organizations.map { groups.group(of: $0.id).map { $0 == .high ? 1 : 0 } }
      column.account = "crisp, the high group is in and the others are out"
    } else {
      column.values = zip(organizations, entries).map { $1?.written.number ?? groups.outcomes[$0.id] }
    }
    return column
  }
}

import CFIRStatistics

extension Study {
  /// The organizations and their numbers: a column for each construct that is rated, for each attribute that is a number, and for
  /// the outcome.
  ///
  /// Ratings are calibrated by the study's own recipe or, without one, by ``CalibrationRecipe/usualForRatings``. An outcome without
  /// a recipe is crisp: the high group has it, the others have not.
  public func caseColumns() -> CaseColumns {
    let matrix = matrix()
    let rule = calibration.mixed ?? mixed
    let organizations = matrix.organizations
    let recipe = calibration.ratings ?? CalibrationRecipe.usualForRatings
    let account =
      calibration.ratings == nil ? "ratings by the usual recipe" : "ratings by the study’s recipe"
    var columns = matrix.constructs.map { construct in
      CaseColumns.Column(
        construct.id.rawValue, aliases: [construct.name],
        values: organizations.map { rule.number(of: matrix[construct.id, $0.id]?.score).map(Double.init) },
        calibration: recipe, account: "\(account), \(recipe.words)")
    }
    var names: [String] = []
    for attribute in organizations.flatMap(\.attributes) where !names.contains(attribute.name) {
      names.append(attribute.name)
    }
    for name in names where name != outcomeColumn {
      let values = organizations.map { $0.attribute(name).flatMap { Double($0.replacing(",", with: ".")) } }
      if values.contains(where: { $0 != nil }) { columns.append(CaseColumns.Column(name, values: values)) }
    }
    if let groups { columns.append(outcome(groups, organizations)) }
    var made = CaseColumns(
      title: title, cases: organizations.map(\.id.rawValue), columns: columns,
      framework: codebook.framework.edition.rawValue)
    made.notes = [
      "Mixed ratings count by the rule ‘\(rule.rawValue)’; cases without a number on a factor: \(calibration.missing.rawValue)."
    ]
    return made
  }

  /// The outcome's number, or the group where no recipe asks for the number.
  private func outcome(_ groups: OrganizationGroups, _ organizations: [Organization]) -> CaseColumns.Column {
    let name = outcomeColumn ?? "outcome"
    guard calibration.calibration(of: [name, "outcome"]) == nil else {
      let values = organizations.map { organization in
        groups.labels[organization.id].flatMap { Double($0.replacing(",", with: ".")) }
          ?? groups.outcomes[organization.id]
      }
      return CaseColumns.Column(name, aliases: ["outcome"], values: values)
    }
    return CaseColumns.Column(
      name, aliases: ["outcome"],
      values: organizations.map { groups.group(of: $0.id).map { $0 == .high ? 1 : 0 } },
      account: "crisp, the high group is in and the others are out")
  }
}

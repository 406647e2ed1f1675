extension CaseColumns {
  /// What stands before the name of a survey's score, so that it is not taken for the rating of the same construct.
  public static let surveyMark = "survey:"

  /// A column by its name, with its letters in either case, or where no column has it, by another of its names.
  func column(_ name: String) -> Column? {
    let lower = name.lowercased()
    let key = NameKey(name)
    if let column = columns.first(where: { $0.name == name })
      ?? columns.first(where: { $0.name.lowercased() == lower })
    {
      return column
    }
    // A sign of formulas says something that a name alone does not.
    if name.contains(where: "~*+{}=!".contains) { return nil }
    let alike = columns.filter { $0.names.contains { NameKey($0) == key } }
    return alike.count == 1 ? alike.first : nil
  }

  /// Whether a column has a name.
  public func knows(_ name: String) -> Bool { column(name) != nil }

  /// Whether a text names an outcome: a column, its absence, or a value of it.
  public func knowsOutcome(_ text: String) -> Bool {
    (try? CaseOutcome(text, in: self, at: Origin(file: title))) != nil
  }

  /// A column by any of its names.
  ///
  /// - Throws: What there is instead.
  func column(_ name: String, at origin: Origin) throws(Findings) -> Column {
    guard let column = column(name) else { throw Findings([unknown(name, at: origin)]) }
    return column
  }

  /// The columns of some names, each once.
  ///
  /// - Throws: What there is instead of a name, or that it stands twice.
  func columns(_ names: [String], at origin: Origin) throws(Findings) -> [Column] {
    var found: [Column] = []
    for name in names {
      let column = try column(name, at: origin)
      guard !found.contains(where: { $0.name == column.name }) else {
        throw Findings([.error(at: origin, "the condition '\(name)' stands twice", fix: "keep one")])
      }
      found.append(column)
    }
    return found
  }

  /// That no column has a name, and which there are.
  public func unknown(_ name: String, at origin: Origin) -> Finding {
    let surveys = columns.filter { $0.kind == .survey }.map(\.name)
    if isStudy && name.lowercased().hasPrefix(Self.surveyMark) {
      return .error(
        at: origin, "there is no survey score '\(name)'",
        fix: nearest(name, among: surveys).asSuggestion.ifEmpty(
          surveys.isEmpty
            ? "no survey of the study is scored; name a rated construct or a number"
            : "there are \(surveys.joined(separator: ", "))"))
    }
    let names = columns.map(\.name)
    return .error(
      at: origin, "there is no column or construct '\(name)'",
      fix: nearest(name, among: names).asSuggestion.ifEmpty("there are \(names.joined(separator: ", "))"))
  }

  /// What is analysed where nobody names conditions: of a table every column; of a study the rated constructs, and besides numbers and
  /// survey scores for which the recipe has an entry, as far as every case with an outcome has a number.
  ///
  /// - Parameters:
  ///   - outcomes: The columns that are to be explained.
  ///   - recipe: How numbers are calibrated.
  /// - Returns: The columns, and those of a study that lack a number.
  func usual(for outcomes: [Column], by recipe: CalibrationRecipe) -> (used: [Column], leftOut: [Column]) {
    let others = columns.filter { column in !outcomes.contains { $0.name == column.name } }
    guard isStudy else { return (others, []) }
    let wanted = others.filter {
      $0.kind == .rating || $0.kind != .outcome && recipe.calibration(of: $0.names) != nil
    }
    let rows = cases.indices.filter { row in outcomes.allSatisfy { $0.values[row] != nil } }
    func isComplete(_ column: Column) -> Bool {
      recipe.missing == .absent || rows.allSatisfy { column.values[$0] != nil }
    }
    return (wanted.filter(isComplete), wanted.filter { !isComplete($0) })
  }
}

import CFIRKit

extension StudyFile {
  /// Reads `calibration:`: how mixed and missing ratings count, and each factor's method and anchors.
  static func calibration(_ node: YAMLNode, noting findings: inout Findings) -> CalibrationRecipe {
    let keys = ["mixed", "missing", "ratings", "factors"]
    let values = node.mapping(keys, in: "calibration", noting: &findings)
    var recipe = CalibrationRecipe()
    recipe.mixed = values["mixed"]?.choice(MixedRule.self, noting: &findings)
    recipe.missing =
      values["missing"]?.choice(CalibrationRecipe.Missing.self, noting: &findings) ?? recipe.missing
    recipe.ratings = values["ratings"].flatMap {
      entry($0, "ratings", noting: &findings)?.calibration
    }
    for (factor, entry) in values["factors"]?.entries(noting: &findings) ?? [] {
      if let entry = self.entry(entry, factor, noting: &findings) { recipe.entries.append(entry) }
    }
    return recipe
  }

  private static func entry(_ node: YAMLNode, _ factor: String, noting findings: inout Findings)
    -> CalibrationRecipe.Entry?
  {
    let values = node.mapping(
      ["method", "anchors", "degree"], in: "the calibration of '\(factor)'", noting: &findings)
    guard let method = values["method"]?.choice(CalibrationMethod.self, noting: &findings) else {
      if values["method"] == nil {
        findings.add(
          node.problem(
            "the calibration of '\(factor)' names no method",
            fix: "add `method:` with \(CalibrationMethod.allCases.map(\.rawValue).joined(separator: ", "))"))
      }
      return nil
    }
    func number(_ node: YAMLNode) -> Double? {
      guard let text = node.text(noting: &findings) else { return nil }
      if let number = Double(text), number.isFinite { return number }
      findings.add(node.problem("the anchor '\(text)' is not a number", fix: "write a number"))
      return nil
    }
    let items = values["anchors"]?.items ?? []
    let anchors = items.compactMap(number)
    guard anchors.count == items.count else { return nil }
    do throws(UnusableAnchors) {
      let degree = values["degree"].flatMap(number) ?? 0.95
      return CalibrationRecipe.Entry(
        factor: factor, calibration: try method.calibration(anchors, degree: degree), origin: node.origin)
    } catch {
      findings.add(
        (values["anchors"] ?? node).problem(
          "these anchors do not fit the method '\(method.rawValue)' of '\(factor)'", fix: error.fix))
      return nil
    }
  }
}

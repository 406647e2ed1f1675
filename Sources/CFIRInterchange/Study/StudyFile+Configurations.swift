import CFIRKit

extension StudyFile {
  /// The question of `configurations:`, and where each condition is named.
  struct Configurations {
    var question: ConfigurationalAnalysis.Question
    var conditions: [Located<String>]
  }

  /// Reads `configurations:`: the question that `cfir qca` and the report's cross-case part ask.
  static func configurations(_ node: YAMLNode, noting findings: inout Findings) -> Configurations {
    let keys = ["outcome", "conditions", "expect", "inclusion", "pri", "cases"]
    let values = node.mapping(keys, in: "configurations", noting: &findings)
    var question = ConfigurationalAnalysis.Question(
      outcome: values["outcome"]?.text(noting: &findings) ?? "")
    let conditions = values["conditions"].map { located($0, noting: &findings) } ?? []
    question.conditions = conditions.map(\.value)
    let expected = values["expect"].map { located($0, noting: &findings) } ?? []
    question.expectations = expected.map(\.value).joined(separator: ",")
    question.places.outcome = (values["outcome"] ?? node).origin
    question.places.conditions = (values["conditions"] ?? node).origin
    question.places.expectations = (values["expect"] ?? node).origin
    if question.conditions.count > 10 {
      findings.add(
        (values["conditions"] ?? node).problem(
          "\(question.conditions.count) conditions leave nearly every combination without a case",
          fix: "name at most 10, better fewer than the organizations allow"))
    }
    func share(_ key: String) -> Double? {
      guard let node = values[key], let text = node.text(noting: &findings) else { return nil }
      if let number = Double(text), (0...1).contains(number) { return number }
      findings.add(node.problem("'\(text)' is no share", fix: "write a number from 0 to 1"))
      return nil
    }
    question.cuts.inclusion = share("inclusion") ?? question.cuts.inclusion
    question.cuts.pri = share("pri") ?? question.cuts.pri
    if let node = values["cases"], let text = node.text(noting: &findings) {
      if let count = Int(text), count > 0 {
        question.cuts.count = count
      } else {
        findings.add(node.problem("'\(text)' is no number of cases", fix: "write 1 or more"))
      }
    }
    return Configurations(question: question, conditions: conditions)
  }
}

import CFIRKit

extension StudyReader {
  /// Takes over what the study asks of configurations; names that it does not know are errors here, where they were written.
  ///
  /// Survey scores are known only where surveys are read.
  mutating func settleConfigurations(_ file: StudyFile, in study: inout Study) {
    guard let asked = file.configurations else { return }
    study.configurations = asked.question
    let columns = study.caseColumns()
    func isKnown(_ name: String) -> Bool {
      let plain = name.lowercased().drop { $0 == "~" || $0.isWhitespace }
      return columns.knows(name) || options.surveys == nil && plain.hasPrefix(CaseColumns.surveyMark)
    }
    for condition in asked.conditions where !isKnown(condition.value) {
      findings.add(columns.unknown(condition.value, at: condition.origin))
    }
    let outcome = asked.question.outcome
    if !outcome.isEmpty, !columns.knowsOutcome(outcome), !isKnown(outcome) {
      findings.add(columns.unknown(outcome, at: asked.question.places.outcome))
    }
  }
}

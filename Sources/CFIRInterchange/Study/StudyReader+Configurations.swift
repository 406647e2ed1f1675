import CFIRKit

extension StudyReader {
  /// Takes over what the study asks of configurations; names that it does not know are errors here, where they were written.
  mutating func settleConfigurations(_ file: StudyFile, in study: inout Study) {
    guard let asked = file.configurations else { return }
    var question = asked.value
    if question.outcome.isEmpty { question.outcome = study.outcomeColumn ?? "outcome" }
    let columns = study.caseColumns().columns
    let known = Set(columns.flatMap { [$0.name] + $0.aliases }.map { NameKey($0) })
    for name in question.conditions where !known.contains(NameKey(name)) {
      findings.add(
        .error(
          at: asked.origin, "there is no construct or number '\(name)' to be a condition",
          fix: nearest(name, among: columns.map(\.name)).asSuggestion.ifEmpty(
            "name a construct that is rated, or a column of numbers of organizations.csv")))
    }
    study.configurations = question
  }
}

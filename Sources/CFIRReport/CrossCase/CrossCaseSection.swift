import CFIRKit
import CFIRStatistics

/// Which combinations of constructs go with the outcome: from the pattern of all ratings to the models, and how far these hold.
struct CrossCaseSection: ReportSection {
  let facts: Facts
  let analysis: CrossCaseAnalysis

  let id = "configurations"
  let title = "Patterns and configurations across organizations"

  /// Nothing where there is no outcome to explain.
  init?(facts: Facts) {
    guard let analysis = facts.crossCase else { return nil }
    self.facts = facts
    self.analysis = analysis
  }

  var body: [HTML] {
    let patterns = PatternFigures(facts: facts)
    var nodes =
      [Prose(Self.introduction).asParagraph, HTML("h3", [:], "The pattern of the ratings")] + patterns.nodes
      + ReductionPart(facts: facts, analysis: analysis).nodes
    switch analysis.analysis {
    case .failure(let findings):
      let reasons = findings.all.map { "\(English.sentence($0.message)) \(English.sentence($0.fix))" }
      nodes += [
        HTML("h3", [:], "No configurations"), HTML("p", [:], .text(reasons.joined(separator: " "))),
      ]
    case .success(let found):
      nodes += TruthTablePart(facts: facts, analysis: found).nodes
      nodes += SolutionPart(facts: facts, analysis: found).nodes
      if let absence = analysis.absence {
        nodes += AbsencePart(facts: facts, analysis: found, absence: absence).nodes
      }
    }
    return nodes + limits
  }

  private static let introduction =
    "The comparison above takes each construct for itself. This part asks which constructs, together, go with the outcome: it shows the pattern of all ratings, cuts the constructs down to a few conditions, and lists every combination and every model that the organizations allow."

  // MARK: What cannot be concluded

  private var limits: [HTML] {
    let cases = facts.organizations.count
    var items = [
      "That a condition brings the outcome about. The models say what goes with what in these \(English.count(cases, "organization")); a construct that was not rated, or not chosen, may stand behind them.",
      "That other organizations follow the same models. One further organization could contradict each of them, and the models that change when one is left out lean on that one.",
    ]
    if case .reduced = analysis.choice, case .success = analysis.analysis {
      items.append(
        "That these conditions matter more than others that fit equally well. They were chosen by looking at the outcome in the same organizations that the models are made from, so that a good fit is no test."
      )
    }
    if case .success(let found) = analysis.analysis {
      let seen = found.truthTable.rows.count { $0.outcome != .remainder }
      let unseen = found.truthTable.possible - seen
      if unseen > 0 {
        items.append(
          "Anything about the \(English.count(unseen, "combination")) that no organization shows. The conservative solution leaves \(English.form(unseen, "it", "them")) out; the parsimonious one assumes what makes it short."
        )
      }
      if found.solutions.contains(where: { $0.models.count > 1 }) {
        items.append(
          "Which of several models is right. Where a solution has more than one, the organizations do not tell, and all are to be reported."
        )
      }
    }
    return [
      HTML("h3", [:], "What cannot be concluded"),
      HTML("ul", [:], items.map { HTML("li", [:], .text($0)) }),
    ]
  }
}

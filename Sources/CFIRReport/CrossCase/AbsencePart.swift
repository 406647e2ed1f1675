import CFIRKit
import CFIRStatistics

/// What goes with the outcome's absence, and what is assumed of it and of the outcome alike.
struct AbsencePart {
  let facts: Facts
  let analysis: ConfigurationalAnalysis
  let absence: ConfigurationalAnalysis

  var nodes: [HTML] {
    [HTML("h3", [:], "The outcome’s absence"), HTML("p", [:], .text(Self.introduction))]
      + SolutionPart(facts: facts, analysis: absence).tables + conflicts
  }

  private static let introduction =
    "What keeps organizations from the outcome need not be the opposite of what goes with it, so its absence (~) is analysed for itself, with the same cut-offs and with expectations turned round."

  private var conflicts: [HTML] {
    let names = FormulaNames(facts, analysis)
    var sentences: [String] = []
    let both = analysis.rows(alsoIn: absence)
    if !both.isEmpty {
      sentences.append(
        "\(English.opening(English.count(both.count, "observed combination"))) \(English.form(both.count, "reaches", "reach")) the cut-offs for the outcome and for its absence alike: \(names.combinations(both)). A higher PRI cut-off keeps \(English.form(both.count, "it", "them")) out."
      )
    }
    for kind in [Solution.Kind.parsimonious, .intermediate]
    where absence.solutions.contains(where: { $0.kind == kind }) {
      guard let rows = analysis.assumptions(alsoOf: absence, kind) else { continue }
      sentences.append(
        rows.isEmpty
          ? "No \(kind.rawValue) model assumes the outcome of a combination of which one of the absence assumes the contrary."
          : "The \(kind.rawValue) models of the outcome and of its absence assume contrary things of \(English.count(rows.count, "combination")) that no organization shows: \(names.combinations(rows)). Both cannot be right; read \(kind == .parsimonious ? "the intermediate or conservative solution" : "the conservative solution") where this matters."
      )
    }
    return sentences.isEmpty ? [] : [HTML("p", [:], .text(sentences.joined(separator: " ")))]
  }
}

import CFIRKit
import CFIRStatistics

/// How configurations were analysed, for a methods section.
struct MethodsOfConfigurations {
  let facts: Facts
  /// The number of its first reference.
  let firstReference: Int

  var text: String {
    guard let analysis = facts.crossCase else { return "" }
    var sentences: [String] = []
    if let reduction = analysis.reduction {
      sentences.append(
        "We searched \(English.count(reduction.conditions.count, reduction.isOfConstructsAlone ? "construct" : "condition")) for minimally sufficient conditions of the outcome of up to \(English.count(reduction.options.conjuncts, "construct")) at a consistency of \(NumberStyle.decimal(reduction.options.consistency)), as coincidence analysis does [\(firstReference)]."
      )
    }
    guard case .success(let found) = analysis.analysis else { return sentences.joined(separator: " ") }
    let conditions = English.count(found.truthTable.conditions.count, "condition")
    switch analysis.choice {
    case .named: sentences.append("\(English.opening(conditions)) were chosen by the study team beforehand.")
    case .reduced:
      sentences.append(
        "\(English.opening(conditions)) were taken from the conditions with the highest coverage, no more than there are organizations to show their combinations."
      )
    }
    sentences.append(
      "These were analysed by qualitative comparative analysis [\(firstReference + 1)], with an inclusion cut-off of \(NumberStyle.decimal(found.truthTable.cuts.inclusion)), a PRI cut-off of \(NumberStyle.decimal(found.truthTable.cuts.pri)) and a frequency cut-off of \(found.truthTable.cuts.count); calibration: \(English.list(accounts(found))). All models were computed, and it was tried how they change with cut-offs, calibration and single organizations."
    )
    return sentences.joined(separator: " ")
  }

  /// Each way of calibration once, with the factors that it holds for.
  private func accounts(_ found: ConfigurationalAnalysis) -> [String] {
    var order: [String] = []
    var factors: [String: [String]] = [:]
    for factor in found.cases.factors {
      if factors[factor.account] == nil { order.append(factor.account) }
      factors[factor.account, default: []].append(facts.names.factor(factor.name))
    }
    return order.map { "\(English.list(factors[$0] ?? [])) (\($0))" }
  }

  var references: [String] {
    guard facts.crossCase != nil else { return [] }
    return [
      "Garr Whitaker R, Sperber N, Baumgartner M, et al. Coincidence analysis: a new method for causal inference in implementation science. Implement Sci 2020;15:108.",
      "Ragin CC. Redesigning social inquiry: fuzzy sets and beyond. Chicago: University of Chicago Press; 2008.",
    ]
  }
}

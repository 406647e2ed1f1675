import CFIRKit
import CFIRStatistics

/// How many constructs became a few conditions: calibration, the sufficient conditions over all constructs, and the choice.
struct ReductionPart {
  let facts: Facts
  let analysis: CrossCaseAnalysis

  private static let mostListed = 12

  var nodes: [HTML] {
    [HTML("h3", [:], "From constructs to conditions")] + calibration + reduction
      + [HTML("p", [:], .text(choice))]
  }

  // MARK: Calibration

  private var calibration: [HTML] {
    let study = facts.study
    let ratings = study.calibration.ratings ?? CalibrationRecipe.usualForRatings
    let usual = study.calibration.ratings == nil ? "the usual recipe" : "the study’s recipe"
    let members: [Double] = [-2, -1, 0, 1, 2].map { ratings($0) }
    let list = members.map { NumberStyle.decimal($0).replacing(".00", with: "") }.joined(separator: ", ")
    var text =
      "Ratings became sets by \(usual) (\(ratings.words)), so that \u{2212}2, \u{2212}1, 0, +1 and +2 count as \(list)."
    if !study.calibration.entries.isEmpty {
      let entries = study.calibration.entries.map { "\($0.factor) by \($0.calibration.words)" }
      text += " Otherwise calibrated: \(English.list(entries))."
    }
    switch study.calibration.mixed ?? study.mixed {
    case .number: text += " Mixed ratings count with their number."
    case .unscored: text += " Mixed ratings count as no number."
    case .leaning: text += " Mixed ratings count where they lean, and as no number where they balance."
    }
    text +=
      study.calibration.missing == .absent
      ? " A rating without a number counts as fully out of the set."
      : " An organization without a number on a condition is left out of the analysis of that condition."
    if let outcome = outcome { text += " \(outcome)" }
    return [HTML("p", [:], .text(text))]
  }

  private var outcome: String? {
    guard let groups = facts.study.groups else { return nil }
    guard facts.study.calibration.calibration(of: [analysis.outcome, "outcome"]) == nil else { return nil }
    let high = English.list(groups.high.map(facts.names.short))
    let others = groups.middle.isEmpty ? "the low group is out" : "the middle and low groups are out"
    return "The outcome, \(analysis.outcome), is crisp: the high group (\(high)) is in, \(others)."
  }

  // MARK: Reduction

  private var reduction: [HTML] {
    guard let reduction = analysis.reduction else {
      return [
        HTML(
          "p", [:],
          "The constructs could not be searched together: none has a number in every organization, or their sets are of kinds that do not mix."
        )
      ]
    }
    let found = reduction.found
    let counts = found.counts.enumerated().map {
      "\(English.pronoun($0.element)) of \(English.count($0.offset + 1, "construct"))"
    }
    var text =
      "Over \(English.count(reduction.conditions.count, "construct")) with a number in every organization, we searched all minimally sufficient conditions of up to \(English.count(reduction.options.conjuncts, "construct")): combinations, present or absent, that come with the outcome at a consistency of at least \(NumberStyle.decimal(reduction.options.consistency)), and of which no part does. We found \(English.list(counts))."
    if !reduction.isOfConstructsAlone {
      text += " Among them are numbers or survey scores that the recipe names."
    }
    if !reduction.leftOut.isEmpty {
      text +=
        " Not searched, since an organization has no number there: \(English.list(reduction.leftOut.map(facts.names.factor)))."
    }
    if found.bound != nil { text += " The search was ended before its end and is incomplete." }
    var nodes = [HTML("p", [:], .text(text))]
    guard !found.models.isEmpty else { return nodes }
    var table = Table(
      "Minimally sufficient conditions, by coverage",
      columns: [
        .init("Condition", isHeader: true), .init("Consistency", isNumeric: true),
        .init("Coverage", isNumeric: true),
      ])
    for model in found.models.prefix(Self.mostListed) {
      table.add([
        .text(words(reduction, model)), .number(model.consistency), .number(model.coverage),
      ])
    }
    let all = found.counts.reduce(0, +)
    if all > Self.mostListed {
      table.notes.append(
        "The best \(min(all, Self.mostListed)) of \(all); report.json has \(all > found.models.count ? "\(found.models.count)" : "all"). Coverage: the share of the outcome that comes with the condition."
      )
    }
    nodes.append(HTMLTable(table, class: "solution").node)
    return nodes
  }

  /// `Financing and not Planning`.
  private func words(_ reduction: CrossCaseReduction, _ model: CoincidenceModel) -> String {
    let terms = reduction.terms(model).map { term in
      let name = facts.names.factor(term.name)
      if reduction.table.kind == .multiValue { return "\(name) = \(term.value)" }
      return term.value == 1 ? name : "no \(name)"
    }
    return terms.joined(separator: " and ")
  }

  // MARK: Choice

  private var choice: String {
    switch analysis.choice {
    case .named:
      return
        "The conditions that follow are those that the study names under “configurations” in study.yaml; they do not come from this list."
    case .reduced(let most):
      let cases = facts.organizations.count
      return
        "The conditions that follow are the constructs of the best conditions of this list, one after the other, as long as they are no more than \(English.number(most)): so many that \(English.count(cases, "organization")) could show every combination once. With dozens of constructs and few organizations some conditions fit by chance; this is a way to choose, not a result."
    }
  }
}

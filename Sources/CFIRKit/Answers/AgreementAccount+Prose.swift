import CFIRStatistics

/// What is said of agreement in sentences.
extension AgreementAccount {
  private var level: String { "\(NumberStyle.decimal(options.level * 100, places: 0)) %" }

  /// What was rated, the headline, and why it is the headline.
  var opening: String {
    var sentences = [counts]
    let coefficient = units.scale.headline
    if let entry = headline {
      if let estimate = entry.estimate {
        let range = estimate.interval.map { "; \(level) interval \(Self.range($0, places: 2))" } ?? ""
        sentences.append(
          "\(coefficient.label) (\(coefficient.weightsLabel)) is \(NumberStyle.decimal(estimate.value))\(range). \(reasonForHeadline)"
        )
      } else {
        sentences.append(
          "\(coefficient.label) (\(coefficient.weightsLabel)) is not defined: \(entry.reason ?? "").")
      }
    }
    if let unscored {
      let option = units.unscoredRule.map { " (--unscored \($0.rawValue))" } ?? ""
      sentences.append("\(unscored)\(option).")
    }
    return sentences.joined(separator: " ")
  }

  private var counts: String {
    if units.raters.isEmpty && units.unscoredRule != nil {
      return
        "There are no ratings but the team’s consensus, and agreement takes the raters’ own: give each rater’s name in the column `rater`."
    }
    let table = units.table
    let units = NumberStyle.count(table.ratedUnitCount, self.units.unitName)
    let pairs =
      table.pairableUnitCount == table.ratedUnitCount
      ? "" : ", \(table.pairableUnitCount) of them by two raters or more"
    return
      "\(NumberStyle.count(self.units.raters.count, "rater")) gave \(NumberStyle.count(table.ratingCount, "rating")) of \(units)\(pairs)."
  }

  private var reasonForHeadline: String {
    switch units.scale {
    case .nominal: "It takes any number of raters and gaps."
    case .ordinal:
      "It stands for the rest because the categories have an order and no known distances: it weighs a difference by how many ratings lie "
        + "between, takes any number of raters and gaps, and allows for chance by how often each category was used by all."
    case .interval:
      "It stands for the rest because the categories have distances, and it takes any number of raters and gaps."
    case .ratio:
      "It stands for the rest because the categories have distances and a zero, and it takes any number of raters and gaps."
    }
  }

  /// What became of ratings without a score, as a sentence without its full stop; nothing where there are none.
  public var unscored: String? {
    guard let rule = units.unscoredRule, !units.unscored.isEmpty else { return nil }
    let states = units.unscored.map { "\($0.count) \($0.token)" }
    let fate =
      switch rule {
      case .gap: "count as no rating"
      case .exclude: "leave their \(units.unitName)s out, \(units.excludedUnits) in all"
      case .category: "are categories of their own, so that the scale has no order"
      }
    return "Ratings without a score – \(NumberStyle.list(states)) – \(fate)"
  }

  /// Where κ and AC part ways.
  public var paradoxWarning: String? {
    guard let paradox else { return nil }
    func share(_ value: Double) -> String { "\(NumberStyle.decimal(value * 100, places: 0)) %" }
    return
      "Warning: κ and AC part ways. \(share(paradox.observed)) of pairs agree, yet κ is \(NumberStyle.decimal(paradox.kappa)) where AC1 is "
      + "\(NumberStyle.decimal(paradox.ac)): \(share(paradox.share)) of ratings are \(typographic(units.categories[paradox.category])), and κ, like α, takes "
      + "most agreement on a common category for chance. Report both, with the distribution of ratings."
  }

  /// A paragraph for the methods section, with the items that GRRAS asks for as far as the ratings show them.
  ///
  /// Source of the items: Kottner et al., Journal of Clinical Epidemiology 2011;64:96–106.
  public var methods: String {
    let table = units.table
    let sizes = table.units.map { $0.count { $0 != nil } }.filter { $0 > 0 }
    let (least, most) = (sizes.min() ?? 0, sizes.max() ?? 0)
    let each = least == most ? NumberStyle.count(most, "rater") : "\(least) to \(most) raters"
    let scale =
      units.categories.count > 12
      ? "\(units.categories.count) values" : units.categories.map(typographic).joined(separator: ", ")
    var sentences = [
      "\(NumberStyle.count(units.raters.count, "rater")) rated \(NumberStyle.count(table.ratedUnitCount, units.unitName)) on "
        + "\(units.scale == .ordinal ? "an" : "a") \(units.scale.rawValue) scale (\(scale)); each by \(each).",
      "The raters’ own ratings were compared, without the consensus.",
    ]
    if units.unscoredRule == nil { sentences.removeLast() }
    if let entry = headline, let estimate = entry.estimate {
      let agreement = self[.percentAgreement, .unweighted]?.estimate
      let observed = agreement.map {
        "\(NumberStyle.decimal($0.value * 100, places: 0)) % of pairs of ratings agreed; "
      }
      let range =
        estimate.interval.map { ", \(level) confidence interval \(Self.range($0, places: 2))" } ?? ""
      sentences.append(
        "\(observed ?? "")\(entry.coefficient.label) with \(entry.coefficient.weightsLabel) metric was \(NumberStyle.decimal(estimate.value))\(range)."
      )
      if let method = estimate.interval?.method {
        let bootstrap = options.bootstrap.map { " (\($0.replicates) replicates, seed \($0.seed))" } ?? ""
        sentences.append("The interval was found by \(method.words)\(bootstrap).")
      }
    }
    if let unscored { sentences.append("\(unscored).") }
    return sentences.joined(separator: " ")
  }

  /// A number with a real minus sign.
  private func typographic(_ category: String) -> String {
    Double(category) == nil ? category : category.replacing("-", with: "\u{2212}")
  }

  /// What the ratings do not show, and a reader of the paper will ask.
  var stillToSay: [String] {
    [
      "GRRAS also asks for what ratings do not show: who the raters are, their training and experience; how \(units.unitName)s and raters were "
        + "chosen; whether raters worked independently and what they knew of each other’s ratings and of the outcome; and what the coefficient "
        + "is to be used for.",
      "Krippendorff asks for α of 0.800 for firm conclusions and 0.667 for tentative ones; the lower end of the interval is what to hold "
        + "against these.",
    ]
  }
}

import CFIRKit
import CFIRStatistics

/// How far the raters agreed before the team settled what the matrix shows.
struct AgreementSection: ReportSection {
  let facts: Facts
  let account: AgreementAccount

  let id = "agreement"
  let title = "Agreement between raters"

  /// Nothing where fewer than two raters rated.
  init?(facts: Facts) {
    guard let account = facts.agreement else { return nil }
    self.facts = facts
    self.account = account
  }

  var body: [HTML] {
    guard let share else {
      return [
        HTML("p", [:], .text("\(raters) rated, but no cell was rated by two of them. \(needed)"))
      ]
    }
    let tables = AgreementTables(facts: facts, account: account)
    return [
      HTML("p", [:], .text([work(share), headline].joined(separator: " "))),
      Prose.paragraph([Prose(reading), after]).asParagraph,
      Prose.paragraph([counted, Prose(Self.notShown)]).asParagraph,
    ] + warning + tables.nodes
  }

  /// One sentence for the study in brief.
  var inBrief: Prose? {
    guard let share else { return nil }
    let same = HTML.link(id, "the same rating in \(percent(share.value)) of \(cells)")
    return account.units.raters.count == 2
      ? "Before consensus the raters gave \(same)."
      : "Before consensus the raters’ \(HTML.link(id, "ratings agreed in \(percent(share.value)) of pairs"))."
  }

  // MARK: Sentences

  private var share: AgreementEstimate? { account[.percentAgreement, .unweighted]?.estimate }
  private var isPair: Bool { account.units.raters.count == 2 }

  private var raters: String {
    English.opening(English.count(account.units.raters.count, "rater"))
      + " (\(English.list(account.units.raters)))"
  }

  private var cells: String {
    "\(English.count(account.units.table.pairableUnitCount, "cell")) that \(isPair ? "both" : "two or more") rated"
  }

  private func percent(_ value: Double) -> String { "\(NumberStyle.decimal(value * 100, places: 0)) %" }

  private func work(_ share: AgreementEstimate) -> String {
    var text =
      "\(raters) rated \(English.count(account.units.table.ratedUnitCount, "cell")) before the team met. "
    let near = account[.percentWithinOne, .unweighted]?.estimate.map { percent($0.value) }
    if isPair {
      text += "Of \(cells), they gave the same rating in \(percent(share.value))"
      text += near.map { " and stood at most one step apart in \($0)" } ?? ""
    } else {
      text += "In \(cells), \(percent(share.value)) of pairs of ratings were the same"
      text += near.map { "; in \($0) of these cells all stood at most one step apart" } ?? ""
    }
    return text + "."
  }

  private var headline: String {
    let coefficient = account.units.scale.headline
    let name = "\(coefficient.label) (\(coefficient.weightsLabel))"
    guard let estimate = account.headline?.estimate else {
      return "\(name) is not defined: \(account.headline?.reason ?? "")."
    }
    let range = estimate.interval.map {
      ", its 95 % interval \(AgreementAccount.range($0, places: 2))"
    }
    return
      "\(name), which allows for chance and weighs ratings by how far they are apart, is \(NumberStyle.decimal(estimate.value))\(range ?? "")."
  }

  /// What the interval allows to conclude, by Krippendorff's marks.
  private var reading: String {
    let scale = "It would be 1 if all ratings were the same, and near 0 if they were given by chance."
    guard let interval = account.headline?.estimate?.interval else {
      return "\(scale) There are too few cells for an interval, so that the number alone says little."
    }
    let judged =
      switch interval.lower {
      case 0.8...:
        "The lower end of the interval stands above 0.800, the mark that Krippendorff sets for firm conclusions."
      case 0.667...:
        "The lower end of the interval stands between 0.667 and 0.800, the marks that Krippendorff sets for tentative and for firm conclusions."
      default:
        "The lower end of the interval stands below 0.667, Krippendorff’s mark for tentative conclusions: one rater’s ratings alone would not carry what is concluded here."
      }
    return
      "\(scale) \(judged) The interval takes cells for independent; cells of one organization or construct tend to be rated alike, so that it is rather too narrow."
  }

  private var after: Prose {
    let number = facts.differences.count
    if number == 0 { return "The matrix shows what was settled afterwards." }
    return
      "The matrix shows what the team settled afterwards, \(HTML.link(SettledDifferences.anchor, "\(English.number(number)) of its cells from different ratings"))."
  }

  /// What mixed ratings and those without a score counted for.
  private var counted: Prose {
    let isMixed = facts.study.allRatings.contains { !$0.isConsensus && $0.value.score?.isMixed == true }
    let mixed =
      switch facts.study.mixed {
      case .number: "Mixed ratings count with their number."
      case .unscored: "Mixed ratings count as no rating."
      case .leaning: "Mixed ratings count where they lean to one side, and as no rating where they balance."
      }
    return .paragraph([Prose(account.unscored.map { $0 + "." } ?? ""), Prose(isMixed ? mixed : "")])
  }

  private static let notShown =
    "The ratings do not show, and a paper should say, who the raters are, how they were trained, and whether they knew each other’s ratings or the outcome."

  private var needed: String {
    "How far they agree can be told only where two rate the same cell; cfir agreement --plan says how many cells that takes."
  }

  private var warning: [HTML] {
    account.paradoxWarning.map { [HTML("p", ["class": "caution"], .text($0))] } ?? []
  }
}

import CFIRKit

/// The study in brief: how much there is, how far it was rated, and what stands out.
struct BriefSection: ReportSection {
  let facts: Facts
  let counts: Counts

  let id = "brief"
  let title = "The study in brief"

  var body: [HTML] {
    let findings = MainFindings(facts: facts).sentences.map { HTML("li", [:], $0.opened.nodes) }
    return [
      HTML(
        "div", ["class": "beside"],
        HTML(
          "div", [:], extent.asParagraph, coverage.asParagraph, HTML("h3", [:], "Main findings"),
          HTML("ul", ["class": "findings"], findings)),
        table)
    ]
  }

  /// What the study looked at.
  private var extent: Prose {
    var sentences: [Prose] = []
    let cases = English.count(counts.organizations, "organization")
    if facts.isSingleCase, let organization = facts.organizations.first {
      sentences.append("This is a study of one organization, \(organization.name).")
    } else {
      let outcome = facts.study.outcomeColumn.map { ", ordered by \($0)" } ?? ""
      sentences.append("This is a study of \(HTML.link("organizations", cases))\(outcome).")
    }
    if counts.participants > 0 {
      let roles = counts.roles.map { $0.participants == 1 ? $0.role : "\($0.role) (\($0.participants))" }
      let list = roles.isEmpty ? "" : ": \(English.list(roles))"
      sentences.append(
        "\(English.opening(English.count(counts.participants, "participant"))) took part\(list).")
    }
    if counts.sources > 0 {
      var text = "The evidence comes from \(English.count(counts.sources, "source"))"
      if let passages = counts.passages {
        text +=
          " and comprises \(English.count(passages, "distinct passage")) with \(English.count(counts.rows, "coded row"))"
      } else {
        text += " and comprises \(English.count(counts.rows, "coded row"))"
      }
      sentences.append("\(text).")
    } else if facts.isSurveyAlone {
      sentences.append("It came as survey answers alone; nothing was coded or rated.")
    } else {
      sentences.append("It came as ratings alone; no excerpts were read.")
    }
    if let survey = facts.survey {
      let people = English.count(survey.tally.respondents, "respondent")
      sentences.append("\(HTML.link("survey", "\(people) answered a survey")).")
    }
    return .paragraph(sentences)
  }

  /// How far the ratings reach.
  private var coverage: Prose {
    guard counts.constructs > 0 else { return "Nothing has been rated yet." }
    var sentences: [Prose] = []
    let across = facts.isSingleCase ? "" : " for \(English.count(counts.organizations, "organization"))"
    let grid = English.count(counts.cells, "cell")
    if counts.ratedCells == counts.cells {
      let all = counts.cells == 1 ? "the one cell is rated" : "\(English.all(counts.cells, "cell")) are rated"
      sentences.append(
        "The matrix holds \(English.count(counts.constructs, "construct"))\(across); \(HTML.link("matrix", all))."
      )
    } else {
      let share =
        "\(English.pronoun(counts.ratedCells)) of \(grid) \(English.form(counts.ratedCells, "is", "are")) rated"
      sentences.append(
        "The matrix holds \(English.count(counts.constructs, "construct"))\(across); \(HTML.link("matrix", share))."
      )
    }
    let bases = counts.bases.filter { $0.cells > 0 }.map { basis in
      let (number, rest) = (English.number(basis.cells), English.form(basis.cells, "rests", "rest"))
      return switch basis.basis {
      case .consensus: "\(number) \(rest) on the consensus of the team"
      case .agreed: "\(number) \(rest) on the agreement of all raters"
      case .single: "\(number) \(rest) on a single rater"
      case .derived: "\(number) \(English.form(basis.cells, "is", "are")) derived by the criteria"
      case .unresolved: "\(number) \(English.form(basis.cells, "is", "are")) unresolved"
      }
    }
    if bases.count == 1, let basis = facts.matrix.allCells.first?.settled.basis {
      sentences.append("\(Self.sole(basis))")
    } else if !bases.isEmpty {
      sentences.append("Of these, \(English.list(bases)).")
    }
    if let sentence = AgreementSection(facts: facts)?.inBrief { sentences.append(sentence) }
    if counts.scoredCells < counts.ratedCells {
      let without = counts.ratedCells - counts.scoredCells
      let rest =
        counts.unscored.map { "\(English.number($0.cells)) \(Self.reason($0.reason))" }
        + (counts.basis(.unresolved) > 0 ? ["\(English.number(counts.basis(.unresolved))) unresolved"] : [])
      sentences.append(
        "A score stands in \(English.pronoun(counts.scoredCells)); \(without == 1 ? "the other is \(Self.only(rest))" : "the rest are \(English.list(rest))")."
      )
    }
    let without = Gaps(facts).unratedCells
    if !without.isEmpty {
      let text = "\(English.count(without.count, "further combination")) of construct and organization"
      sentences.append(
        "\(English.opening(text)) \(English.form(without.count, "has", "have")) \(HTML.link("gaps", "evidence but no rating"))."
      )
    }
    return .paragraph(sentences)
  }

  /// `missing` of `one missing`.
  private static func only(_ reasons: [String]) -> String {
    (reasons.first ?? "").replacing("one ", with: "", maxReplacements: 1)
  }

  private static func sole(_ basis: SettledRating.Basis) -> String {
    switch basis {
    case .consensus: "Every rating is the team’s consensus."
    case .agreed: "In every cell all raters agree."
    case .single: "Every rating was given by a single rater."
    case .derived: "Every rating is derived by the criteria from judged excerpts."
    case .unresolved: "None is settled: the raters differ everywhere."
    }
  }

  /// A reason for having no score, as it stands in a sentence.
  static func reason(_ token: String) -> String {
    switch token {
    case "n/a": "not applicable"
    case "E": "described as external"
    case "I": "described as internal"
    default: token
    }
  }

  private var table: HTML {
    var table = Table(
      "The study in numbers", columns: [.init("", isHeader: true), .init("Number", isNumeric: true)])
    func add(_ name: String, _ number: Int, ifAny: Bool = true) {
      if number > 0 || !ifAny { table.add([.text(name), .count(number)]) }
    }
    add("Organizations", counts.organizations)
    add("Participants", counts.participants)
    add("Sources", counts.sources)
    add("Distinct passages", counts.passages ?? 0)
    add("  of these cleared for publication", counts.clearedPassages)
    add("Coded rows", counts.rows)
    add("  coded to constructs of the framework", counts.constructRows)
    add("  coded to the team’s own codes", counts.ownCodeRows)
    add("  coded to codes that no construct answers to", counts.unmappedRows)
    add("Constructs in the matrix", counts.constructs)
    add("Cells in the matrix", counts.cells)
    add("  rated", counts.ratedCells, ifAny: false)
    for basis in counts.bases { add("    \(basis.basis.rawValue)", basis.cells) }
    add("  with a score", counts.scoredCells, ifAny: false)
    add(
      "Combinations with evidence and without a rating", Gaps(facts).unratedCells.count,
      ifAny: !facts.hasEvidence)
    return HTMLTable(table, class: "numbers").node
  }
}

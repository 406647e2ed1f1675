import CFIRKit

/// The methods in the past tense, every count from the records, to be pasted into a manuscript.
struct MethodsSection: ReportSection {
  let facts: Facts
  let counts: Counts

  let id = "methods"
  let title = "Methods"

  var body: [HTML] {
    paragraphs.map { HTML("p", [:], .text($0)) }
      + [
        HTML("h3", [:], "References"),
        HTML("ol", ["class": "references"], references.map { HTML("li", [:], .text($0)) }),
      ] + (facts.study.ledger.map { LedgerSeal(ledger: $0).body } ?? [])
  }

  private static let ratingCitation =
    "Damschroder LJ, Lowery JC. Evaluation of a large-scale weight management program using the consolidated framework for implementation research (CFIR). Implement Sci 2013;8:51. doi:10.1186/1748-5908-8-51"

  private var references: [String] {
    [facts.study.codebook.framework.citation, Self.ratingCitation] + agreement.references
      + configurations.references
  }

  private var agreement: MethodsOfAgreement { MethodsOfAgreement(facts: facts, firstReference: 3) }

  private var configurations: MethodsOfConfigurations {
    MethodsOfConfigurations(facts: facts, firstReference: 3 + agreement.references.count)
  }

  private var paragraphs: [String] {
    [
      material, coding, MethodsOfRating(facts: facts, counts: counts).text, agreement.text,
      MethodsOfComparison(facts: facts).text, configurations.text, survey, software,
    ]
    .filter { !$0.isEmpty }
  }

  private var material: String {
    let framework = facts.study.codebook.framework
    let edition = framework.edition == .cfir2022 ? "updated in 2022" : "as published in 2009"
    var text =
      "We assessed implementation in \(English.count(counts.organizations, "organization")) with the Consolidated Framework for Implementation Research (CFIR), \(edition) [1]"
    text += counts.constructs > 0 ? ", and looked at \(English.count(counts.constructs, "construct"))." : "."
    let renamed = facts.matrix.constructs.filter { construct in
      let published = framework.constructs.first { $0.id == construct.id }?.name
      return published != facts.study.codebook.construct(construct.id)?.name
        && construct.kind != .roleCharacteristic
    }
    if !renamed.isEmpty {
      let names = English.list(renamed.map(facts.names.construct))
      text +=
        " \(English.form(renamed.count, "One construct was", "\(English.opening(English.number(renamed.count))) constructs were")) named or added by the study: \(names)."
    }
    if counts.participants > 0 {
      let roles = counts.roles.map { $0.participants == 1 ? $0.role : "\($0.role), n = \($0.participants)" }
      let list = roles.isEmpty ? "" : " (\(roles.joined(separator: "; ")))"
      text += " \(English.opening(English.count(counts.participants, "participant"))) took part\(list)."
    }
    if counts.sources > 0 {
      text += " The evidence comprised \(English.count(counts.sources, "source"))"
      let others = counts.sources - counts.attributedSources
      if counts.attributedSources > 0 && others > 0 {
        text +=
          ", of which \(English.number(counts.attributedSources)) came from participants and \(English.number(others)) \(English.form(others, "was a document or other source", "were documents or other sources")) of no single participant"
      }
      text += "."
    }
    return text
  }

  private var coding: String {
    guard facts.hasEvidence else { return "" }
    let coders = counts.coders
    let rows = English.count(counts.rows, "coded row")
    let subject =
      coders.isEmpty
      ? "The coding" : "\(English.opening(English.count(coders.count, "coder"))) (\(English.list(coders)))"
    let passages = counts.passages.map { "\(English.count($0, "distinct passage")) in \(rows)" } ?? rows
    var text = coders.isEmpty ? "\(subject) comprised \(passages)." : "\(subject) coded \(passages)."
    var parts = [
      "\(English.number(counts.constructRows)) \(English.form(counts.constructRows, "was", "were")) on constructs of the framework"
    ]
    if counts.ownCodeRows > 0 {
      parts.append(
        "\(English.number(counts.ownCodeRows)) on \(English.count(counts.ownCodes, "code")) of the team’s own"
      )
    }
    if counts.unmappedRows > 0 {
      let codes = English.count(facts.study.tally.unmapped.count, "code")
      parts.append("\(English.number(counts.unmappedRows)) on \(codes) outside the framework")
    }
    let judgements = counts.rows - counts.constructRows - counts.ownCodeRows - counts.unmappedRows
    if judgements > 0 {
      parts.append(
        "\(English.number(judgements)) that only \(English.form(judgements, "marks", "mark")) the valence of a passage"
      )
    }
    text +=
      parts.count == 1 && counts.rows == counts.constructRows
      ? " All were on constructs of the framework."
      : " Of these rows, \(English.list(parts))."
    if counts.judgedRows > 0 {
      text +=
        " \(English.opening(English.count(counts.judgedRows, "row"))) on constructs and codes carried a judgement of whether the passage helped or hindered: ±2 for an explicit, concrete example, ±1 for a general statement, 0 for no valence, mixed for both."
    }
    return text
  }

  private var survey: String {
    guard let survey = facts.survey else { return "" }
    let people = English.opening(English.count(survey.tally.respondents, "respondent"))
    var text =
      "\(people) of \(English.count(survey.tally.organizations.count, "organization")) answered a survey, “\(survey.instrument.title)”\(survey.round.map { " (round \($0))" } ?? ""). An organization’s score on a construct was the mean of its respondents’ mean answers, placed from \u{2212}2 (lowest answer) to +2 (highest)."
    if survey.isProtected {
      text +=
        " Scores over fewer than \(survey.minimumCell) respondents were held back, and others that would have shown them."
    }
    if facts.joint != nil {
      text += " Survey and ratings were taken to agree where they lay at most one step apart."
    }
    return text
  }

  private var software: String {
    "Codes were matched to constructs, ratings settled, and tables and this report made with CFIRKit."
  }
}

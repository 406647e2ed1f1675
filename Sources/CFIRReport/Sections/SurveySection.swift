import CFIRKit

/// What the organizations' people answered, construct by construct, as far as it may be shown.
struct SurveySection: ReportSection {
  let facts: Facts
  let survey: Survey

  let id = "survey"
  let title = "What people answered"

  var body: [HTML] {
    [HTML("p", [:], .text(introduction))] + (shown.isEmpty ? [] : [figure.node])
  }

  /// The organizations of which something may be shown.
  private var shown: [Organization] {
    facts.organizations.filter { organization in
      survey.constructScales.contains { view($0, organization.id)?.opinion != nil }
    }
  }

  private func view(_ scale: Int, _ organization: Organization.ID) -> ShownOpinion? {
    survey.place(of: organization).map { survey.everybody(scale, organization: $0) }
  }

  private var introduction: String {
    let tally = survey.tally
    var text =
      "\(English.opening(English.count(tally.respondents, "respondent"))) of \(English.count(tally.organizations.count, "organization")) answered “\(survey.instrument.title)”\(survey.round.map { ", round \($0)" } ?? "")."
    if survey.isProtected {
      text +=
        " Nothing is shown over fewer than \(survey.minimumCell) respondents, nor what would let it be worked out."
      let others = facts.organizations.filter { one in !shown.contains { $0.id == one.id } }.map(\.name)
      if !others.isEmpty { text += " Too few answered in, or next to, \(English.list(others))." }
    }
    text +=
      " Means are placed from \u{2212}2, the lowest answer, to +2, the highest, evenly between, as ratings are; items that ask for the opposite are turned round."
    return text
  }

  private var figure: Figure {
    let scales = survey.constructScales
    let codebook = facts.study.codebook
    let names = scales.map { scale in
      codebook.construct(.init(survey.tally.scales[scale].id)).map(facts.names.construct)
        ?? survey.tally.scales[scale].name
    }
    let title = "Survey means from \u{2212}2 to +2"
    var table = Table(
      title,
      columns: [.init("Construct", isHeader: true)] + shown.map { .init($0.name, isNumeric: true) })
    var rows: [(label: String, cells: [ShadedMatrix.Cell])] = []
    for (scale, name) in zip(scales, names) {
      let opinions = shown.map { view(scale, $0.id)?.opinion }
      table.add([.text(name)] + opinions.map { .text(NumberStyle.signed($0?.position, places: 1)) })
      rows.append((name, opinions.map(Self.cell)))
    }
    var matrix = ShadedMatrix(columns: shown.map { facts.names.short($0.id) }, rows: rows)
    matrix.labelWidth = 290
    matrix.cellHeight = 22
    var figure = matrix.figure(
      id: "survey-means", title: title,
      description:
        "\(rows.count) constructs by \(shown.count) organizations; the table below has the numbers.",
      table: table)
    figure.notes = ["·: held back, or nobody could answer. Dark blue from +1, dark orange from \u{2212}1."]
    return figure
  }

  private static func cell(_ opinion: Opinion?) -> ShadedMatrix.Cell {
    guard let opinion else { return .init("·", .tone(.blank)) }
    let place = opinion.position
    let tone: Table.Tone =
      place >= 1 - 1e-9
      ? .strongPositive
      : place <= -1 + 1e-9
        ? .strongNegative
        : place > 1e-9 ? .positive : place < -1e-9 ? .negative : .neutral
    return .init(NumberStyle.signed(place, places: 1), .tone(tone))
  }
}

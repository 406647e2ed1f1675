import CFIRKit

/// Survey and interviews on the same constructs: where they agree, differ, or one is silent.
struct JointSection: ReportSection {
  let facts: Facts
  let display: JointDisplay

  let id = "joint"
  let title = "Survey and interviews side by side"

  var body: [HTML] {
    [HTML("p", [:], .text(display.words)), HTML("h3", [:], "What to look into"), lookInto, all]
  }

  private var lookInto: HTML {
    let rows = display.toLookInto
    guard !rows.isEmpty else { return HTML("p", [:], "Nothing: wherever both speak, they agree.") }
    var table = Table(
      "Where survey and interviews part, with what speaks for the rating",
      columns: [
        .init("Construct", isHeader: true), .init("Organization"), .init("Survey", isNumeric: true),
        .init("Rating"), .init("They"), .init("Quotation"),
      ])
    for row in rows { table.add(cells(row) + [.text("")]) }
    return HTMLTable(table, class: "joint") { place, column in
      guard rows.indices.contains(place) else { return nil }
      let row = rows[place]
      if column == 1 {
        return [facts.link(row.organization, row.construct.id, facts.names.short(row.organization))]
      }
      guard column == 5 else { return nil }
      return facts.quotations(row.construct.id, row.organization).first.map { quotation in
        let anchor = facts.anchors.excerpt(quotation.excerpt.id, row.construct.id)
        return [
          .text("“\(Self.shortened(quotation.excerpt.text))” "),
          .link(anchor, facts.names.informant(quotation.excerpt)),
        ]
      } ?? [.text("–")]
    }.node
  }

  private var all: HTML {
    var table = Table(
      "All constructs",
      columns: [
        .init("Construct", isHeader: true), .init("Organization"), .init("Survey", isNumeric: true),
        .init("Rating"), .init("They"),
      ])
    for row in display.rows { table.add(cells(row)) }
    return HTML(
      "details", [:], HTML("summary", [:], .text("All \(display.rows.count) pairs (joint.csv)")),
      HTMLTable(table, class: "joint").node)
  }

  private func cells(_ row: JointDisplay.Row) -> [Table.Cell] {
    [
      .text(facts.names.construct(row.construct)), .text(facts.names.short(row.organization)),
      .text(row.surveyWords), .rating(row.cell), .text(row.relation?.rawValue ?? ""),
    ]
  }

  private static func shortened(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.count <= 30 ? words.joined(separator: " ") : words.prefix(30).joined(separator: " ") + " …"
  }
}

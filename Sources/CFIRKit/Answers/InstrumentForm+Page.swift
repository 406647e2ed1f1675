extension InstrumentForm {
  /// A page to print, or to read on a screen: every question is a group with a legend, every answer a labelled box.
  public var page: String {
    var body: [HTML] = [HTML("h1", [:], .text(instrument.title))]
    if !instrument.note.isEmpty { body.append(HTML("p", ["class": "note"], .text(instrument.note))) }
    body.append(
      HTML(
        "p", [:],
        "There are no right answers. Tick one box for each question; choose “cannot answer” rather than guess."
      ))
    body.append(
      HTML("div", ["class": "who"], ["Organization", "Your role", "Date"].map { line($0) }))
    var previous: Instrument.Subscale.ID?
    for (number, item) in items.enumerated() {
      if item.subscale != previous,
        let subscale = instrument.subscales.first(where: { $0.id == item.subscale })
      {
        body.append(HTML("h2", [:], .text(subscale.name)))
      }
      previous = item.subscale
      body.append(fieldset(item, number: number + 1))
    }
    return HTMLPage(title: instrument.title, style: Self.style, body: body).text
  }

  private func fieldset(_ item: Item, number: Int) -> HTML {
    var content = [HTML("legend", [:], .text("\(number). \(question(item))"))]
    switch item.kind {
    case .text: content.append(line("Answer"))
    case .number: content.append(line("Number"))
    case .rating where item.answers.choices.isEmpty: content.append(line(item.answers.words))
    case .rating, .choice, .choices:
      let type = item.kind == .choices ? "checkbox" : "radio"
      content.append(
        boxes(item.id.rawValue, item.answers.choices.map { ($0.code, $0.label) }, type: type))
    }
    if instrument.asksEvidence && item.kind == .rating {
      content.append(
        HTML("p", ["class": "evidence", "id": "\(item.id)_evidence"], "What do you base this on?"))
      content.append(
        boxes(
          "\(item.id)_evidence", Instrument.evidence.map { ($0, $0) }, type: "radio",
          label: "\(item.id)_evidence"))
    }
    return HTML("fieldset", [:], content)
  }

  private func boxes(
    _ name: String, _ choices: [(code: String, label: String)], type: String, label: String? = nil
  ) -> HTML {
    let labels = choices.map { choice in
      HTML(
        "label", [:], HTML("input", ["type": type, "name": name, "value": choice.code]),
        .text(" " + choice.label))
    }
    guard let label else { return HTML("div", ["class": "boxes"], labels) }
    return HTML("div", ["class": "boxes small", "role": "group", "aria-labelledby": label], labels)
  }

  private func line(_ label: String) -> HTML {
    HTML("label", ["class": "line"], .text(label + " "), HTML("input", ["type": "text"]))
  }

  private static let style = """
    fieldset { border: 0; border-top: 1px solid var(--rule); margin: 0; padding: .5rem 0 .6rem; break-inside: avoid; }
    legend { padding: 0; font-weight: 600; float: left; width: 100%; margin-bottom: .3rem; }
    .boxes { display: flex; flex-wrap: wrap; gap: .25rem 1.4rem; clear: both; }
    .small, .evidence { font-size: .875rem; color: var(--soft); }
    .evidence { margin: .35rem 0 .1rem; }
    .line { display: block; margin: .3rem 0; clear: both; }
    .line input { border: 0; border-bottom: 1px solid var(--ink); font: inherit; min-width: 14rem; }
    input[type=radio], input[type=checkbox] { width: 1rem; height: 1rem; }
    .who { display: flex; flex-wrap: wrap; gap: .5rem 2rem; }

    """
}

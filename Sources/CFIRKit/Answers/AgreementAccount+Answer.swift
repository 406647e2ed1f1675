import CFIRStatistics

extension AgreementAccount {
  /// How far raters agree.
  ///
  /// - Parameters:
  ///   - title: What was rated: a study's title, a file's name.
  ///   - framework: The framework, where there is one.
  /// - Returns: The headline and its reasons, all coefficients, parts and pairs, and a paragraph for the methods section.
  public func answer(title: String, framework: Framework.Edition? = nil) -> Answer {
    Answer("\(title): agreement between raters", blocks: blocks, data: data, json: json(title, framework))
  }

  private var blocks: [Answer.Block] {
    var blocks: [Answer.Block] = [.paragraph(opening)]
    if let paradoxWarning { blocks.append(.paragraph(paradoxWarning)) }
    // Where nothing can be computed, the opening has said why.
    guard entries.contains(where: { $0.estimate != nil }) else { return blocks }
    blocks.append(.table(coefficientTable))
    let domains = parts.filter { $0.part.kind == .domain }
    let constructs = parts.filter { $0.part.kind == .construct }
    if domains.count > 1 { blocks.append(.table(table(of: domains, "Domain"))) }
    if !constructs.isEmpty { blocks.append(.table(table(of: constructs, "Construct"))) }
    if raterPairs.count > 1 || units.raters.count > 2 {
      blocks.append(.table(table(of: raterPairs, "Raters")))
    }
    return blocks + [.heading(2, "For the methods section"), .paragraph(methods), .list(stillToSay)]
  }

  // MARK: Tables

  private var interval: String { "\(NumberStyle.decimal(options.level * 100, places: 0)) % interval" }

  private var coefficientTable: Table {
    var table = Table(
      "Coefficients over all \(units.unitName)s",
      columns: [
        .init("Coefficient", isHeader: true), .init("Weights"), .init("Estimate", isNumeric: true),
        .init("Standard error", isNumeric: true), .init(interval), .init("p", isNumeric: true),
      ])
    var heading = ""
    var notes: [(label: String, note: String)] = []
    for entry in entries.filter(isShown).sorted(by: { Self.place($0) < Self.place($1) }) {
      if entry.coefficient.heading != heading {
        heading = entry.coefficient.heading
        table.rows.append(.heading(heading))
      }
      table.add(Self.cells(entry))
      if let note = entry.reason ?? entry.estimate?.remark {
        notes.append((Self.fullLabel(entry.coefficient), note))
      }
    }
    table.notes = Self.grouped(notes)
    if units.unitName == "cell" {
      table.notes.append(
        "Errors and intervals take cells for independent; cells of one organization or construct may be rated alike, and intervals are then "
          + "too narrow.")
    }
    return table
  }

  /// Program-readable forms have all; people are spared what says the same twice.
  private func isShown(_ entry: Entry) -> Bool {
    let (name, weights) = (entry.coefficient.name, entry.coefficient.weights)
    if !options.only.isEmpty { return true }
    switch name {
    case .percentAgreement: return weights == .unweighted
    case .cohenKappa: return units.raters.count == 2
    case .krippendorffAlpha:
      return ![.quadratic, .linear].contains(weights) && (weights != .ratio || units.scale == .ratio)
    default:
      if weights == .ratio { return units.scale == .ratio }
      return units.scale != .nominal || !name.needsOrder
    }
  }

  /// By heading first, then as the coefficients come.
  private static func place(_ entry: Entry) -> Int {
    let headings = ["Observed agreement", "Corrected for chance", "Corrected for chance, by distance"]
    let heading = headings.firstIndex(of: entry.coefficient.heading) ?? headings.count
    let name = AgreementCoefficient.Name.allCases.firstIndex(of: entry.coefficient.name) ?? 0
    let weights = AgreementWeights.allCases.firstIndex(of: entry.coefficient.weights) ?? 0
    return (heading * 100 + name) * 100 + weights
  }

  private static func cells(_ entry: Entry) -> [Table.Cell] {
    let estimate = entry.estimate
    return [
      .text(entry.coefficient.label), .text(entry.coefficient.weightsLabel),
      .number(estimate?.value, places: 3), .number(estimate?.standardError, places: 3),
      .text(range(estimate?.interval)), .text(probability(estimate?.p)),
    ]
  }

  /// `0.91 to 0.96`; a dash where there is no interval.
  public static func range(_ interval: AgreementEstimate.Interval?, places: Int = 3) -> String {
    guard let interval else { return "–" }
    return
      "\(NumberStyle.decimal(interval.lower, places: places)) to \(NumberStyle.decimal(interval.upper, places: places))"
  }

  private static func probability(_ p: Double?) -> String {
    guard let p else { return "–" }
    return p < 0.001 ? "< 0.001" : NumberStyle.decimal(p, places: 3)
  }

  private static func fullLabel(_ coefficient: AgreementCoefficient) -> String {
    let weights = coefficient.weightsLabel
    return coefficient.label + (weights.isEmpty || weights == "unweighted" ? "" : " (\(weights))")
  }

  /// One line for each note, with all that it holds for.
  private static func grouped(_ notes: [(label: String, note: String)]) -> [String] {
    var order: [String] = []
    var labels: [String: [String]] = [:]
    for (label, note) in notes {
      if labels[note] == nil { order.append(note) }
      labels[note, default: []].append(label)
    }
    return order.map { "\(NumberStyle.list(labels[$0] ?? [])): \($0)." }
  }

  private func table(of parts: [PartAccount], _ heading: String) -> Table {
    let headline = units.scale.headline
    let isOrdered = units.scale != .nominal
    var table = Table(
      "Agreement by \(heading == "Raters" ? "pair of raters" : heading.lowercased())",
      columns: [
        .init(heading, isHeader: true), .init("Units", isNumeric: true),
        .init("Agreeing pairs", isNumeric: true),
      ])
    var columns = [AgreementCoefficient(.percentAgreement)]
    func add(_ title: String, _ name: AgreementCoefficient.Name, _ weights: AgreementWeights) {
      columns.append(AgreementCoefficient(name, weights))
      table.columns.append(.init(title, isNumeric: true))
    }
    if isOrdered { add("Within one step", .percentWithinOne, .unweighted) }
    add(
      "α \(headline.weights == .unweighted ? "nominal" : headline.weights.rawValue)", headline.name,
      headline.weights)
    table.columns.append(.init(interval))
    let kappa = heading == "Raters" ? AgreementCoefficient.Name.cohenKappa : .congerKappa
    add("\(heading == "Raters" ? "Cohen’s κ" : "Conger’s κ")", kappa, isOrdered ? .quadratic : .unweighted)
    add(isOrdered ? "AC2" : "AC1", .gwetAC, isOrdered ? .quadratic : .unweighted)
    if isOrdered { table.notes.append("κ and AC2 with quadratic weights.") }
    for part in parts {
      var cells: [Table.Cell] = [.text(part.part.name), .count(part.part.table.pairableUnitCount)]
      for column in columns {
        let estimate = part[column.name, column.weights]?.estimate
        cells.append(.number(estimate?.value))
        if column == headline { cells.append(.text(Self.range(estimate?.interval, places: 2))) }
      }
      table.add(cells)
    }
    let headlines = parts.map { $0[headline.name, headline.weights]?.estimate }
    if headlines.contains(where: { $0?.standardError == 0 }) {
      table.notes.append(
        "An interval without width says that all units are rated alike, not that nothing is uncertain.")
    }
    if headlines.contains(where: { $0 == nil }) {
      table.notes.append(
        "A dash stands where the coefficient is not defined, most often because all ratings are alike; the reason of each is in the JSON."
      )
    }
    return table
  }

  // MARK: Data

  private var data: Table {
    var data = Table(
      "agreement",
      columns: [
        "level", "id", "name", "units", "coefficient", "weights", "estimate", "standard error", "lower",
        "upper",
        "interval method", "p", "observed", "expected", "reason",
      ].map { Table.Column($0) })
    func add(_ level: String, _ id: String, _ name: String, _ units: Int, _ entries: [Entry]) {
      for entry in entries {
        let estimate = entry.estimate
        data.add([
          .text(level), .text(id), .text(name), .count(estimate?.units ?? units),
          .text(entry.coefficient.name.rawValue), .text(entry.coefficient.weights.rawValue),
          .number(estimate?.value), .number(estimate?.standardError), .number(estimate?.interval?.lower),
          .number(estimate?.interval?.upper), .text(estimate?.interval?.method.rawValue ?? ""),
          .number(estimate?.p), .number(estimate?.observed), .number(estimate?.expected),
          .text(entry.reason ?? estimate?.remark ?? ""),
        ])
      }
    }
    add("all", "", "", units.table.pairableUnitCount, entries)
    for part in parts + raterPairs {
      let table = part.part.table
      add(part.part.kind.level, part.part.id, part.part.name, table.pairableUnitCount, part.entries)
    }
    return data
  }
}

extension RatedUnits.Part.Kind {
  fileprivate var level: String { self == .raterPair ? "rater pair" : rawValue }
}

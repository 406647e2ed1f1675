/// An instrument as a table: one row for the instrument, each subscale and each item, as in `Codebooks/instruments/*.csv`.
public struct InstrumentTable {
  /// The columns in the order in which they are written.
  public static let columns = [
    "kind", "id", "subscale", "constructs", "text", "staff", "type", "answers", "reverse", "rule", "minimum",
    "roles", "note",
  ]

  private static let types = ["survey", "survey with evidence", "profile"]

  private let codebook: Codebook
  private var findings = Findings()
  private var instrument = Instrument(id: "", title: "", subscales: [], items: [])
  private var usual = ResponseScale.any
  private var subscaleOrigins: [(id: Instrument.Subscale.ID, origin: Origin)] = []
  private var places: [String: Origin] = [:]

  private init(codebook: Codebook) { self.codebook = codebook }

  /// Reads a shipped instrument.
  public static func read(_ shipped: ShippedInstrument, by codebook: Codebook = Codebook(.cfir2022))
    throws(Finding)
    -> Instrument
  {
    var findings = Findings()
    return try read(
      TableReader(RecordReader(text: shipped.text, file: shipped.rawValue + ".csv")), by: codebook,
      noting: &findings)
  }

  /// Reads an instrument.
  ///
  /// - Parameters:
  ///   - table: Its table, in the columns of ``columns``; what is not needed can be left out.
  ///   - codebook: Where the constructs that items name are looked up.
  ///   - findings: What is wrong with its rows.
  /// - Returns: The instrument, as far as it could be read.
  /// - Throws: A finding where the table is no instrument, or names no item.
  public static func read(
    _ table: consuming TableReader, by codebook: Codebook, noting findings: inout Findings
  ) throws(Finding) -> Instrument {
    var reader = InstrumentTable(codebook: codebook)
    defer { for finding in reader.findings.all { findings.add(finding) } }
    return try reader.read(table)
  }

  private mutating func read(_ table: consuming TableReader) throws(Finding) -> Instrument {
    var table = table
    let kind = table.column("kind")
    let id = table.column("id", "item")
    guard let kind, let id else {
      throw .error(
        at: Origin(file: table.file, line: 1),
        "an instrument needs the columns 'kind' and 'id'",
        fix: "its columns are \(Self.columns.joined(separator: ", "))")
    }
    let columns = Columns(table)
    while try table.next(noting: &findings) {
      let name = table.text(id)
      let kindText = table.text(kind).lowercased()
      if name.isEmpty {
        findings.add(
          .error(at: table.origin(id), "this row has no id", fix: "give it one, or delete the row"))
        continue
      }
      if let first = places["\(kindText) \(name)"] {
        findings.add(
          .error(
            at: table.origin(id), "the \(kindText) '\(name)' stands here already, at \(first)",
            fix: "keep one"))
        continue
      }
      places["\(kindText) \(name)"] = table.origin(id)
      switch kindText {
      case "instrument": readInstrument(name, columns, &table)
      case "subscale": readSubscale(name, columns, &table)
      case "item": readItem(name, columns, &table)
      default:
        findings.add(
          .error(
            at: table.origin(kind), "'\(kindText)' is no kind of row",
            fix: nearest(kindText, among: ["instrument", "subscale", "item"]).asSuggestion.ifEmpty(
              "write instrument, subscale or item")))
      }
    }
    checkSubscales()
    guard !instrument.items.isEmpty || findings.hasErrors else {
      throw .error(
        at: Origin(file: table.file, line: 1), "this instrument has no item", fix: "add rows of kind item")
    }
    if instrument.id.rawValue.isEmpty {
      let name = table.file.split(separator: "/").last.map(String.init) ?? table.file
      instrument.id = .init(name.hasSuffix(".csv") ? String(name.dropLast(4)) : name)
      instrument.title = instrument.id.rawValue
    }
    return instrument
  }

  /// Where the cells of a row stand.
  private struct Columns {
    let subscale, constructs, text, staff, type, answers, reverse, rule, minimum, roles, note: Int?

    init(_ table: borrowing TableReader) {
      subscale = table.column("subscale", "scale")
      constructs = table.column("constructs", "construct")
      text = table.column("text", "name", "title", "question")
      staff = table.column("staff")
      type = table.column("type")
      answers = table.column("answers", "choices", "range")
      reverse = table.column("reverse")
      rule = table.column("rule")
      minimum = table.column("minimum", "minimumanswered")
      roles = table.column("roles", "role")
      note = table.column("note", "citation")
    }
  }

  private mutating func readInstrument(_ name: String, _ columns: Columns, _ table: inout TableReader) {
    instrument.id = .init(name)
    instrument.title = table.text(columns.text).ifEmpty(name)
    instrument.note = table.text(columns.note)
    let type = table.text(columns.type).lowercased().ifEmpty(Self.types[0])
    if !Self.types.contains(type) {
      findings.add(
        .error(
          at: table.origin(columns.type), "'\(type)' is no type of instrument",
          fix: "write \(Self.types.joined(separator: ", or "))"))
    }
    instrument.asksEvidence = type == Self.types[1]
    instrument.isProfile = type == Self.types[2]
    usual = answers(columns, &table) ?? .any
    instrument.rule = readRule(columns, &table) ?? .mean
  }

  private mutating func readSubscale(_ name: String, _ columns: Columns, _ table: inout TableReader) {
    let written = table.text(columns.minimum)
    let minimum = Int(written)
    if !written.isEmpty && minimum ?? 0 < 1 {
      findings.add(
        .error(
          at: table.origin(columns.minimum), "'\(written)' is no number of items", fix: "write 1, 2, 3 …"))
    }
    instrument.subscales.append(
      Instrument.Subscale(
        id: .init(name), name: table.text(columns.text).ifEmpty(name),
        rule: readRule(columns, &table) ?? instrument.rule, minimumAnswered: minimum))
  }

  private mutating func readItem(_ name: String, _ columns: Columns, _ table: inout TableReader) {
    let typeText = table.text(columns.type).lowercased()
    let type = Item.Kind(rawValue: typeText.ifEmpty(Item.Kind.rating.rawValue))
    if type == nil {
      findings.add(
        .error(
          at: table.origin(columns.type), "'\(typeText)' is no type of item",
          fix: "write \(Item.Kind.allCases.map(\.rawValue).joined(separator: ", "))"))
    }
    let reverse = table.text(columns.reverse).lowercased()
    if !["", "yes", "no"].contains(reverse) {
      findings.add(
        .error(
          at: table.origin(columns.reverse), "'\(reverse)' is neither yes nor no", fix: "write yes or no"))
    }
    var item = Item(
      id: .init(name), text: table.text(columns.text), staffText: table.text(columns.staff),
      kind: type ?? .rating, answers: answers(columns, &table) ?? usual, isReverse: reverse == "yes",
      roles: Self.list(table.text(columns.roles)))
    let subscale = table.text(columns.subscale)
    if !subscale.isEmpty {
      item.subscale = .init(subscale)
      subscaleOrigins.append((.init(subscale), table.origin(columns.subscale)))
    }
    if item.isReverse && item.answers.lowest == nil {
      findings.add(
        .error(
          at: table.origin(columns.reverse), "an item whose scale has no ends cannot be turned round",
          fix: "give its answers, such as 1-5"))
    }
    for written in Self.list(table.text(columns.constructs)) {
      guard case .found(let construct) = codebook.match(written) else {
        findings.add(
          .error(
            at: table.origin(columns.constructs), "'\(written)' is not in \(codebook.framework.title)",
            fix: nearest(written, among: codebook.names).asSuggestion.ifEmpty("write a construct's id")))
        continue
      }
      item.constructs.append(construct.id)
    }
    instrument.items.append(item)
  }

  private mutating func answers(_ columns: Columns, _ table: inout TableReader) -> ResponseScale? {
    let written = table.text(columns.answers)
    if written.isEmpty { return nil }
    if let scale = ResponseScale(written) { return scale }
    findings.add(
      .error(
        at: table.origin(columns.answers), "'\(written)' is no list of answers",
        fix: "write `1, Disagree | 2, Agree | x, Cannot answer`, or a range such as 1-5"))
    return nil
  }

  private mutating func readRule(_ columns: Columns, _ table: inout TableReader) -> Instrument.ScoringRule? {
    let written = table.text(columns.rule).lowercased()
    if written.isEmpty { return nil }
    if let rule = Instrument.ScoringRule(rawValue: written) { return rule }
    findings.add(
      .error(
        at: table.origin(columns.rule), "'\(written)' is no scoring rule",
        fix: "write \(Instrument.ScoringRule.allCases.map(\.rawValue).joined(separator: ", "))"))
    return nil
  }

  private mutating func checkSubscales() {
    let known = instrument.subscales.map(\.id)
    for (id, origin) in subscaleOrigins where !known.contains(id) {
      findings.add(
        .error(
          at: origin, "there is no subscale '\(id)'",
          fix: nearest(id.rawValue, among: known.map(\.rawValue)).asSuggestion.ifEmpty(
            "add a row of kind subscale")))
    }
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ";").map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
  }
}

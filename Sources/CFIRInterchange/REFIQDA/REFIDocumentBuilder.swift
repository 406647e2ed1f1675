import CFIRKit

/// Makes a document of a source: its words, its passages where the project's positions lead, its variables, its remarks.
struct REFIDocumentBuilder {
  private let index: REFIIndex
  private let texts: REFITexts
  /// How positions were found to be counted.
  private(set) var positions: REFIPositions
  private(set) var account: ImportAccount

  init(_ index: REFIIndex, texts: REFITexts, account: ImportAccount) {
    (self.index, self.texts, self.account) = (index, texts, account)
    positions = REFIPositions(file: account.file)
  }

  /// The document that a source is; nothing for a picture, a page or a recording that comes without words.
  ///
  /// - Throws: A finding when its text file is damaged or too long.
  mutating func document(_ source: REFISource, named name: String) throws(Finding) -> ProjectDocument? {
    var body = source.kind == .text ? source : source.texts.first
    var source = source
    if index.outline.program.hasPrefix("QualCoder") {
      let annotations = source.notes.compactMap { guid in index.memos.annotation(guid).map { (guid, $0) } }
      body?.selections += annotations.map(\.1)
      source.notes.removeAll { guid in annotations.contains { $0.0 == guid } }
    }
    leaveRegions(source, body)
    guard let body else {
      account.leave(.mediaSource, at: source.origin, named: name)
      leaveCodings(.regionCoding, source.codings, at: source.origin)
      return nil
    }
    var document = ProjectDocument(name: name)
    try describe(&document, source, body)
    guard let text = try words(body, named: name) else {
      leaveCodings(.codingWithoutText, source.codings, at: source.origin)
      for selection in body.selections {
        leaveCodings(.codingWithoutText, selection.codings, at: selection.origin)
      }
      return document
    }
    document.text = text.string
    document.passages = try passages(source, body, text, named: name)
    account.codings += document.passages.reduce(0) { $0 + $1.codings.count }
    return document
  }

  // MARK: Words

  private mutating func words(_ body: REFISource, named name: String) throws(Finding) -> PlainText? {
    switch try texts.words(body) {
    case .bytes(let bytes):
      let text = PlainText(file: bytes)
      if !text.isUnicode {
        account.note(
          .warning(
            at: body.origin, "the text of '\(name)' is not UTF-8 and is read as Windows-1252",
            fix: "check that letters and passages are right, or export the project again"))
      }
      return text
    case .rich: account.leave(.richText, at: body.origin, named: name)
    case .outside: account.leave(.outsideText, at: body.origin, named: name)
    case .missing: account.leave(.missingText, at: body.origin, named: name)
    }
    return nil
  }

  // MARK: Passages

  private mutating func passages(
    _ source: REFISource, _ body: REFISource, _ text: PlainText, named name: String
  ) throws(Finding) -> [ProjectDocument.Passage] {
    let samples = body.selections.compactMap { selection -> PositionDetection.Sample? in
      guard let start = selection.start, let end = selection.end else { return nil }
      return .init(start: start, end: end, name: selection.name)
    }
    let reading = PositionReading(positions.convention(samples, in: text, named: name), in: text)
    var sheet = REFIPassageSheet(index)
    for selection in body.selections {
      guard let start = selection.start, let end = selection.end,
        let span = reading.span(from: start, to: end)
      else {
        leave(selection, .outOfRange)
        continue
      }
      guard !span.isEmpty else {
        leave(selection, .emptyPassage)
        continue
      }
      if !selection.name.isEmpty && !SelectionName.Pattern(selection.name).matches(text.bytes(span)) {
        account.leave(.passageTitle, at: selection.origin, named: selection.name)
      }
      var selection = selection
      if let guid = selection.guid {
        selection.codings += source.regions.filter { $0.guid == guid }.flatMap(\.codings)
      }
      try sheet.take(selection, span, noting: &account)
    }
    var whole = REFISelection(
      whole: source.codings + (source.kind == .text ? [] : body.codings), at: source.origin)
    whole.name = name
    if !whole.codings.isEmpty {
      if text.count == 0 {
        leaveCodings(.emptyPassage, whole.codings, at: source.origin)
      } else {
        try sheet.take(whole, 0..<text.count, noting: &account)
        noteWhole(whole)
      }
    }
    return sheet.passages(noting: &account)
  }

  /// What is coded as a whole is a passage of all its words.
  private mutating func noteWhole(_ whole: REFISelection) {
    guard whole.codings.contains(where: { $0.code.map { index.personOfCode[$0] == nil } ?? true }) else {
      return
    }
    account.note(
      Finding(
        .note, at: whole.origin,
        "'\(whole.name)' is coded as a whole; that counts as a passage of all its words"
      ))
  }

  private mutating func leave(_ selection: REFISelection, _ reason: ImportAccount.Reason) {
    let count = max(1, selection.codings.count)
    account.leave(reason, at: selection.origin, named: selection.name, count: count)
  }

  private mutating func leaveCodings(
    _ reason: ImportAccount.Reason, _ codings: [REFICoding], at origin: Origin
  ) {
    if !codings.isEmpty { account.leave(reason, at: origin, count: codings.count) }
  }

  /// Regions of pictures and pages, stretches of recordings: those that are passages of a text besides are no loss.
  private mutating func leaveRegions(_ source: REFISource, _ body: REFISource?) {
    let known = Set((body?.selections ?? []).compactMap(\.guid))
    for region in source.regions where !(region.guid.map(known.contains) ?? false) {
      if region.codings.isEmpty {
        account.leave(.uncodedRegion, at: region.origin, named: region.name)
      } else {
        leaveCodings(.regionCoding, region.codings, at: region.origin)
      }
    }
    for selection in source.transcribed {
      leaveCodings(.transcriptCoding, selection.codings, at: selection.origin)
    }
  }

  // MARK: About the document

  private mutating func describe(
    _ document: inout ProjectDocument, _ source: REFISource, _ body: REFISource
  ) throws(Finding) {
    let parts = source.kind == .text ? [source] : [source, body]
    let guids = parts.compactMap(\.guid)
    var notes = source.notes + (source.kind == .text ? [] : body.notes)
    for guid in guids { notes += index.linkedNotes[guid] ?? [] }
    document.memos = try index.memos.remarks(
      source.description, notes, at: source.origin, noting: &account)
    let own = index.attributes(parts.flatMap(\.values), at: source.origin, noting: &account)
    for attribute in own + guids.flatMap({ index.attributes[$0] ?? [] })
    where !document.variables.contains(attribute) {
      document.variables.append(attribute)
    }
    join(&document, guids.flatMap { index.groups[$0] ?? [] }, at: source.origin)
  }

  /// Puts a document into its group: where it is in several, `Site: North` is a variable, as ATLAS.ti has them.
  private mutating func join(_ document: inout ProjectDocument, _ groups: [String], at origin: Origin) {
    if groups.count == 1 {
      document.group = groups[0]
      return
    }
    for group in groups {
      let steps = group.split(separator: ":", maxSplits: 1).map { $0.trimmingWhitespace() }
      if steps.count == 2, !steps[0].isEmpty, !steps[1].isEmpty {
        document.variables.append(Attribute(name: steps[0], value: steps[1]))
      } else if document.group.isEmpty {
        document.group = group
      } else {
        account.leave(.furtherGroup, at: origin, named: "\(document.name): \(group)")
      }
    }
  }
}

extension REFISelection {
  /// The codes on a whole source, as a passage.
  init(whole codings: [REFICoding], at origin: Origin) {
    self.codings = codings
    self.origin = origin
  }
}

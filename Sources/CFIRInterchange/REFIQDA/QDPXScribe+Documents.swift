import CFIRKit

extension QDPXScribe {
  /// Writes a document: its words to a file of their own, its passages to the sources.
  ///
  /// - Returns: Its identifier, under which the file with its words is.
  /// - Throws: A finding when the disk is full.
  mutating func add(_ document: ProjectDocument) throws(Finding) -> String {
    let words = REFIText(document.text)
    let guid = unique(.source, [document.name])
    forgetPassages()
    let origin = Origin(file: account.file)
    if words.illegalCount > 0 {
      account.leave(.illegalCharacter, at: origin, named: document.name, count: words.illegalCount)
    }
    let text = try DraftFile(draft.part(guid))
    try text.write(words.text.bytes)
    try text.close()
    note(document, guid: guid)
    let memos = document.memos
    try sources.write(
      XMLText.tag(
        "TextSource", ["guid": guid, "name": document.name, "plainTextPath": "internal://\(guid).txt"])
        + ">\n" + XMLText.optional("Description", memos.first ?? ""))
    var firstDate = ""
    for passage in document.passages {
      guard let span = words.span(passage.span) else {
        leave(passage, .outOfRange)
        continue
      }
      guard !span.isEmpty else {
        leave(passage, .emptyPassage)
        continue
      }
      if firstDate.isEmpty {
        firstDate = passage.codings.lazy.compactMap { REFIDate($0.date)?.text }.first ?? ""
      }
      try add(passage, span, of: guid, named: SelectionName.name(of: words.text.bytes(span)))
    }
    try sources.write(
      try notes.references(to: Array(memos.dropFirst()), key: ["source", guid], date: firstDate)
        + "</TextSource>\n")
    return guid
  }

  private mutating func leave(_ passage: ProjectDocument.Passage, _ reason: ImportAccount.Reason) {
    account.leave(reason, at: passage.origin, count: max(1, passage.codings.count))
  }

  /// Writes a passage: a selection with all codes of one coder, and further ones for others, since QualCoder takes the coder from the selection.
  private mutating func add(
    _ passage: ProjectDocument.Passage, _ span: Range<Int>, of source: String, named name: String
  ) throws(Finding) {
    var hands: [[ProjectDocument.Coding]] = passage.codings.isEmpty ? [[]] : []
    for coding in passage.codings {
      if let last = hands.last?.last, last.coder == coding.coder {
        hands[hands.count - 1].append(coding)
      } else {
        hands.append([coding])
      }
    }
    for (number, codings) in hands.enumerated() {
      let coder = codings.first?.coder ?? ""
      let key = [source, String(span.lowerBound), String(span.upperBound), coder]
      let guid = uniqueInDocument(number == 0 ? REFIGuid(passage.guid) : nil, .selection, key)
      let dates = codings.map { moment(of: $0, at: passage.origin) }
      let date = dates.first { !$0.isEmpty } ?? ""
      notes.take(date)
      var xml = XMLText.tag(
        "PlainTextSelection",
        [
          "guid": guid, "name": name, "startPosition": String(span.lowerBound),
          "endPosition": String(span.upperBound), "creatingUser": user(coder), "creationDateTime": date,
        ])
      let memos = number == 0 ? passage.memos : []
      var content = XMLText.optional("Description", memos.first ?? "")
      for (coding, date) in zip(codings, dates) { content += try self.coding(coding, date: date, key: key) }
      content += try notes.references(to: Array(memos.dropFirst()), key: ["selection", guid], date: date)
      xml += content.isEmpty ? "/>\n" : ">\n\(content)</PlainTextSelection>\n"
      try sources.write(xml)
      if number == 0 { note(speaker: passage.participant, of: guid) }
    }
  }

  private mutating func coding(
    _ coding: ProjectDocument.Coding, date: String, key: [String]
  ) throws(Finding) -> String {
    let key = key + coding.code
    let guid = uniqueInDocument(nil, .coding, key)
    let code = codes.guid(coding.code).text
    let references = try notes.references(to: coding.memos, key: ["coding", guid], date: date)
    return XMLText.element(
      "Coding", ["guid": guid, "creatingUser": user(coding.coder), "creationDateTime": date],
      "\n" + XMLText.element("CodeRef", ["targetGUID": code]) + references)
  }

  /// The date of a coding as the schema wants it; empty where it has none.
  private mutating func moment(of coding: ProjectDocument.Coding, at origin: Origin) -> String {
    guard !coding.date.isEmpty else { return "" }
    if let date = REFIDate(coding.date) { return date.text }
    account.leave(.date, at: origin, named: coding.date)
    return ""
  }
}

extension ImportAccount.Reason {
  static let illegalCharacter = Self(
    "illegal-character", "character that XML cannot hold", several: "characters that XML cannot hold",
    why: "control characters are no words; positions are counted without them")
  static let date = Self(
    "date", "date that can be read in several ways", several: "dates that can be read in several ways",
    why: "write dates as YYYY-MM-DD, with or without hh:mm:ss")
}

import CFIRKit

/// An export of Qualtrics: below the names of the columns a row with the questions and one with what Qualtrics calls them.
struct QualtricsResponses {
  static func recognizes(_ header: Header) -> Bool {
    header.has("ResponseId") && (header.has("RecordedDate") || header.has("StartDate"))
  }

  /// What Qualtrics knows of an answer, besides it.
  private static let known: Set<String> = [
    "StartDate", "EndDate", "Status", "Progress", "Duration (in seconds)", "Finished", "RecordedDate",
    "DistributionChannel", "UserLanguage",
  ]

  /// What can tell who answered.
  private static let identifying: Set<String> = [
    "IPAddress", "RecipientLastName", "RecipientFirstName", "RecipientEmail", "ExternalReference",
    "LocationLatitude", "LocationLongitude",
  ]

  private let header: Header

  init(_ header: Header) { self.header = header }

  /// - Throws: A finding where reading cannot go on.
  consuming func read(_ records: consuming RecordReader) throws(Finding) -> ResponseTable {
    var table = ResponseTable(account: ImportAccount(file: records.file, format: "Qualtrics export"))
    let names = header.names
    for place in names.indices where Self.identifying.contains(names[place]) {
      table.account.leave(.identifying, at: records.headerOrigins[place], named: names[place])
    }
    let attributes = names.indices.filter { Self.known.contains(names[$0]) }
    let answered = names.indices.filter {
      !names[$0].isEmpty && names[$0] != "ResponseId" && !Self.known.contains(names[$0])
        && !Self.identifying.contains(names[$0])
    }
    table.items = answered.map { .init(id: names[$0]) }
    let (id, status, finished) = (header["ResponseId"], header["Status"], header["Finished"])
    var isFirst = true
    var unfinished = 0
    while try records.next() {
      if let finding = records.raggedRow() { throw finding }
      if records.trimmed(id).hasPrefix("{\"ImportId\"") { continue }
      // Older exports can be had without the rows of questions.
      if isFirst, !records.trimmed(id).hasPrefix("R_") {
        for (item, place) in zip(table.items.indices, answered) {
          table.items[item].label = MarkupWords(html: records.trimmed(place)).text.trimmingWhitespace()
        }
        isFirst = false
        continue
      }
      isFirst = false
      guard !["survey preview", "1"].contains(records.trimmed(status).lowercased()) else {
        table.account.leave(.preview, at: records.line())
        continue
      }
      if ["false", "0"].contains(records.trimmed(finished).lowercased()) { unfinished += 1 }
      table.responses.append(
        .init(
          respondent: records.trimmed(id),
          attributes: attributes.map { Attribute(name: names[$0], value: records.trimmed($0)) },
          answers: answered.map { records.trimmed($0) }, origin: records.line()))
    }
    if unfinished > 0 {
      table.account.note(
        Finding(
          .note, at: Origin(file: records.file),
          "\(NumberStyle.count(unfinished, "response was", "responses were")) not finished; what was answered is kept"
        ))
    }
    table.account.take(records.encoding)
    return table
  }
}

extension ImportAccount.Reason {
  /// Answers that somebody gave while trying the survey.
  fileprivate static let preview = ImportAccount.Reason(
    "preview", "response from a preview", several: "responses from previews",
    why: "they are answers of whoever tried the survey")
}

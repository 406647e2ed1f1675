import CFIRKit

/// The memos of a project that is written, as notes with references to them.
struct QDPXNotes {
  /// The `Notes` element's content.
  let file: DraftFile
  private(set) var isEmpty = true
  /// The first date of the project.
  private var first: String?

  init(_ file: DraftFile) { self.file = file }

  /// Takes note of the date of a coding.
  mutating func take(_ date: String) { if first == nil && !date.isEmpty { first = date } }

  /// Writes memos and gives the `NoteRef` elements that refer to them.
  ///
  /// A note must have a date, or QualCoder does not import the project: without one of its own it is the date of what it is on, else the
  /// project's first.
  ///
  /// - Throws: A finding when the disk is full.
  mutating func references(to memos: [String], key: [String], date: String?) throws(Finding) -> String {
    var references = ""
    var count = 0
    for memo in memos where !memo.isEmpty {
      count += 1
      let guid = REFIGuid(.note, key + [memo, String(count)])
      isEmpty = false
      let moment = [date, first].lazy.compactMap { $0 }.first { !$0.isEmpty } ?? "1970-01-01T00:00:00Z"
      try file.write(
        XMLText.element(
          "Note", ["guid": guid.text, "name": SelectionName.name(of: memo.utf8), "creationDateTime": moment],
          "\n" + XMLText.optional("PlainTextContent", memo)))
      references += XMLText.element("NoteRef", ["targetGUID": guid.text])
    }
    return references
  }
}

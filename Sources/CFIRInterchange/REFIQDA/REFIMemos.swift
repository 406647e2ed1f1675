import CFIRKit

/// The memos of a project and what they say; long ones stay in the archive until somebody asks.
struct REFIMemos {
  private let notes: [REFIGuid: REFISource]
  private let texts: REFITexts

  init(_ notes: [REFISource], texts: REFITexts) {
    let known = notes.compactMap { note in note.guid.map { ($0, note) } }
    self.notes = Dictionary(known) { first, _ in first }
    self.texts = texts
  }

  /// Whether there is such a memo.
  func has(_ guid: REFIGuid) -> Bool { notes[guid] != nil }

  /// The passage of a source that a memo on the source is about, as QualCoder has it: its positions stand in the memo.
  func annotation(_ guid: REFIGuid) -> REFISelection? {
    guard let note = notes[guid], var selection = note.selections.first, selection.codings.isEmpty,
      note.selections.count == 1
    else { return nil }
    selection.notes = [guid]
    return selection
  }

  /// What was remarked: a description and memos, those that say nothing left out.
  ///
  /// - Parameters:
  ///   - description: What stands on the thing itself.
  ///   - guids: The memos that are referred to.
  ///   - origin: Where the thing stands.
  ///   - account: Takes note of memos that are not there.
  /// - Returns: The remarks in order, none of them twice.
  /// - Throws: A finding when a memo's file is damaged.
  func remarks(
    _ description: String = "", _ guids: [REFIGuid], at origin: Origin, noting account: inout ImportAccount
  ) throws(Finding) -> [String] {
    var remarks = [description]
    for guid in guids {
      if let note = notes[guid] {
        let text = try text(note, noting: &account)
        if !remarks.contains(text) { remarks.append(text) }
      } else {
        account.leave(.danglingNote, at: origin, named: guid.text)
      }
    }
    return remarks.filter { !$0.isEmpty }
  }

  /// A memo in one text: its title, unless that is how it begins, its description and its words.
  func text(_ note: REFISource, noting account: inout ImportAccount) throws(Finding) -> String {
    var words = ""
    switch try texts.words(note) {
    case .bytes(let bytes): words = PlainText(file: bytes).string.trimmingWhitespace()
    case .rich, .outside: account.leave(.memoElsewhere, at: note.origin, named: note.name)
    case .missing:
      if !note.plainTextPath.isEmpty { account.leave(.memoElsewhere, at: note.origin, named: note.name) }
    }
    let body = [note.description, words].filter { !$0.isEmpty }.joined(separator: "\n")
    let title = note.name.trimmingWhitespace()
    if title.isEmpty || SelectionName.begins(body, with: title) { return body }
    return body.isEmpty ? title : "\(title): \(body)"
  }
}

extension ImportAccount.Reason {
  static let danglingNote = Self(
    "dangling-memo", "reference to a memo that the project does not have",
    several: "references to memos that the project does not have",
    why: "the program did not write them: export the project again")
  static let memoElsewhere = Self(
    "memo-elsewhere", "memo whose text is not in the project as plain text",
    several: "memos whose text is not in the project as plain text",
    why: "copy them from the program by hand")
}

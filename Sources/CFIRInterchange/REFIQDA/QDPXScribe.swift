import CFIRKit

/// Puts a project's XML together while its documents come by: what stands before them in the file is known only after them.
struct QDPXScribe {
  let outline: ProjectOutline
  let draft: QDPXDraft
  var account: ImportAccount
  var codes: REFICodeTree
  var variables = REFIVariables()
  var notes: QDPXNotes
  /// The `Sources` element's content.
  let sources: DraftFile
  /// Everybody who coded, with those that the outline does not name.
  var coders: [String]
  /// The documents by name, each with its identifier and what is known of it.
  private(set) var documents: [(name: String, guid: String, group: String, variables: [Attribute])] = []
  private var guids: Set<REFIGuid> = []
  private var passageGuids: Set<REFIGuid> = []
  /// The selections of those who speak in documents that are not theirs alone.
  private(set) var selections: [String: [String]] = [:]
  private(set) var speakers: [String] = []

  /// - Throws: A finding when the parts cannot be written.
  init(_ outline: ProjectOutline, draft: QDPXDraft, account: ImportAccount) throws(Finding) {
    self.outline = outline
    self.draft = draft
    self.account = account
    codes = REFICodeTree(outline.codes)
    coders = outline.coders
    sources = try DraftFile(draft.part("sources.xml"))
    notes = QDPXNotes(try DraftFile(draft.part("notes.xml")))
  }

  /// What was left in reading the project and in writing it.
  func account(after reading: ImportAccount) -> ImportAccount {
    var all = reading
    for finding in account.notes { all.note(finding) }
    for part in account.left {
      for (index, name) in (part.examples.isEmpty ? [""] : part.examples).enumerated() {
        let rest = part.count - max(0, part.examples.count - 1)
        all.leave(part.reason, at: part.first, named: name, count: index == 0 ? rest : 1)
      }
    }
    return all
  }

  /// An identifier that no other document or case has.
  mutating func unique(_ kind: REFIGuid.Kind, _ key: [String]) -> String {
    Self.unique(nil, kind, key, among: &guids)
  }

  /// An identifier that no other passage or coding of the document has; those of other documents begin with another key.
  mutating func uniqueInDocument(_ wanted: REFIGuid?, _ kind: REFIGuid.Kind, _ key: [String]) -> String {
    Self.unique(wanted, kind, key, among: &passageGuids)
  }

  /// Begins a document.
  mutating func forgetPassages() { passageGuids.removeAll(keepingCapacity: true) }

  private static func unique(
    _ wanted: REFIGuid?, _ kind: REFIGuid.Kind, _ key: [String], among guids: inout Set<REFIGuid>
  ) -> String {
    if let wanted, guids.insert(wanted).inserted { return wanted.text }
    var guid = REFIGuid(kind, key)
    var count = 1
    while !guids.insert(guid).inserted {
      count += 1
      guid = REFIGuid(kind, key + [String(count)])
    }
    return guid.text
  }

  /// The identifier of somebody who coded; nothing where nobody is named.
  mutating func user(_ name: String) -> String {
    guard !name.isEmpty else { return "" }
    if !coders.contains(name) { coders.append(name) }
    return REFIGuid(.user, [name]).text
  }

  /// Takes note of a document that has been written.
  mutating func note(_ document: ProjectDocument, guid: String) {
    documents.append((document.name, guid, document.group, document.variables))
    variables.take(document.variables)
  }

  /// Takes note of who speaks a passage.
  mutating func note(speaker: String, of selection: String) {
    guard !speaker.isEmpty else { return }
    if selections[speaker] == nil { speakers.append(speaker) }
    selections[speaker, default: []].append(selection)
  }
}

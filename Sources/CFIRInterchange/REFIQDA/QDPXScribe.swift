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
  private var coders: [String]
  /// The documents by name, each with its identifier and what is known of it.
  private var documents: [(name: String, guid: String, group: String, variables: [Attribute])] = []
  private var guids: Set<REFIGuid> = []
  private var passageGuids: Set<REFIGuid> = []
  /// The selections of those who speak in documents that are not theirs alone.
  private var selections: [String: [String]] = [:]
  private var speakers: [String] = []

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

  // MARK: The project file

  /// Writes the project file.
  ///
  /// - Throws: A finding when it cannot be written.
  mutating func finish(_ path: String) throws(Finding) {
    for person in outline.cases { variables.take(person.variables) }
    let codebook = try codebookXML()
    let (remarks, references) = try projectMemos()
    let file = try DraftFile(path)
    let title = outline.title.ifEmpty("Project")
    try file.write(
      XMLText.declaration
        + XMLText.tag(
          "Project", ["xmlns": "urn:QDA-XML:project:1.0", "name": title, "origin": QDPXWriter.origin])
        + ">\n")
    try file.write(usersXML)
    try file.write(codebook)
    try file.write(variables.xml)
    try file.write(casesXML())
    if !documents.isEmpty {
      try file.write("<Sources>\n")
      try file.append(sources)
      try file.write("</Sources>\n")
    }
    if !notes.isEmpty {
      try file.write("<Notes>\n")
      try file.append(notes.file)
      try file.write("</Notes>\n")
    }
    try file.write(setsXML)
    try file.write(remarks + references + "</Project>\n")
    try file.close()
  }

  private var usersXML: String {
    Self.container(
      "Users", coders.map { XMLText.element("User", ["guid": REFIGuid(.user, [$0]).text, "name": $0]) })
  }

  private mutating func codebookXML() throws(Finding) -> String {
    var references: [[String]: String] = [:]
    for code in outline.codes where !code.memos.isEmpty {
      references[code.path] = try notes.references(to: code.memos, key: ["code"] + code.path, date: nil)
    }
    for code in outline.codes where !code.color.isEmpty && REFICodeTree.color(code.color) == nil {
      account.leave(.colour, at: Origin(file: account.file), named: code.color)
    }
    let tree = codes.xml { references[$0.path] ?? "" }
    return tree.isEmpty ? "" : XMLText.element("CodeBook", [:], "\n" + tree)
  }

  private mutating func projectMemos() throws(Finding) -> (description: String, references: String) {
    guard let first = outline.memos.first else { return ("", "") }
    return (
      XMLText.optional("Description", first),
      try notes.references(to: Array(outline.memos.dropFirst()), key: ["project"], date: nil)
    )
  }

  private mutating func casesXML() -> String {
    let places = Dictionary(documents.map { ($0.name, $0.guid) }) { first, _ in first }
    var people = outline.cases
    for name in speakers where !people.contains(where: { $0.name == name }) {
      people.append(ProjectOutline.Case(name: name))
    }
    var elements: [String] = []
    for (number, person) in people.enumerated() {
      var references = ""
      for source in person.sources {
        if let guid = places[source] {
          references += XMLText.element("SourceRef", ["targetGUID": guid])
        } else {
          account.leave(.unknownDocument, at: Origin(file: account.file), named: source)
        }
      }
      for selection in selections[person.name] ?? [] {
        references += XMLText.element("SelectionRef", ["targetGUID": selection])
      }
      let guid = unique(.person, person.name.isEmpty ? ["", String(number)] : [person.name])
      elements.append(
        XMLText.element(
          "Case", ["guid": guid, "name": person.name],
          "\n" + XMLText.optional("Description", person.description) + variables.values(person.variables)
            + references))
    }
    // A case without a name is how MAXQDA and Quirkos say what is known of a document.
    for document in documents {
      let values = variables.values(document.variables)
      guard !values.isEmpty else { continue }
      let reference = XMLText.element("SourceRef", ["targetGUID": document.guid])
      let guid = unique(.person, ["", document.guid])
      elements.append(XMLText.element("Case", ["guid": guid], "\n" + values + reference))
    }
    return Self.container("Cases", elements)
  }

  private var setsXML: String {
    var groups: [(name: String, members: String)] = []
    var places: [String: Int] = [:]
    for document in documents where !document.group.isEmpty {
      let place = places[document.group] ?? groups.count
      if place == groups.count {
        groups.append((document.group, ""))
        places[document.group] = place
      }
      groups[place].members += XMLText.element("MemberSource", ["targetGUID": document.guid])
    }
    return Self.container(
      "Sets",
      groups.map { group in
        XMLText.element(
          "Set", ["guid": REFIGuid(.set, [group.name]).text, "name": group.name], "\n" + group.members)
      })
  }

  /// An element that holds others; nothing where it would hold none, as the schema wants it.
  private static func container(_ name: String, _ elements: [String]) -> String {
    elements.isEmpty ? "" : XMLText.element(name, [:], "\n" + elements.joined())
  }
}

extension ImportAccount.Reason {
  static let colour = Self("colour", "colour", why: "REFI-QDA has #RRGGBB only")
  static let unknownDocument = Self(
    "unknown-document", "link of a case to a document that is not there",
    several: "links of cases to documents that are not there", why: "the project has no document of that name"
  )
}

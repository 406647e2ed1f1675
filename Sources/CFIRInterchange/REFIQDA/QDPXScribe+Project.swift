import CFIRKit

/// The project file, once all documents have come by.
extension QDPXScribe {
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

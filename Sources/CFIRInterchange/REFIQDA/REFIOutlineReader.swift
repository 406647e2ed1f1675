import CFIRKit

/// What a project file holds beside the passages and the words: what its first reading collects.
struct REFIOutlineReader {
  struct Case {
    var guid: REFIGuid?
    var name = ""
    var description = ""
    var values: [REFIValue] = []
    var sources: [REFIGuid] = []
    var selections: [REFIGuid] = []
    var codeCount = 0
    var origin: Origin
  }

  struct Group {
    var name = ""
    var description = ""
    var sources: [REFIGuid] = []
    var codeCount = 0
    var noteCount = 0
    var origin: Origin
  }

  /// A source by what refers to it, without its passages.
  struct Source {
    var kind: REFISource.Kind
    /// Its own identifier and that of the text it comes with.
    var guids: [REFIGuid]
    var name: String
    var path: String
    var origin: Origin
  }

  private(set) var title = ""
  private(set) var program = ""
  private(set) var description = ""
  private(set) var users: [(guid: REFIGuid, name: String)] = []
  private(set) var system = REFICodeSystem()
  private(set) var variables: [(guid: REFIGuid, name: String, origin: Origin)] = []
  private(set) var cases: [Case] = []
  private(set) var sources: [Source] = []
  private(set) var notes: [REFISource] = []
  /// The memos on each thing that a link goes to or comes from.
  private(set) var links: [(first: REFIGuid, second: REFIGuid, origin: Origin)] = []
  private(set) var groups: [Group] = []
  /// The memos on the project.
  private(set) var projectNotes: [REFIGuid] = []
  /// Everything that refers to a memo.
  private(set) var mentionedNotes: Set<REFIGuid> = []
  /// The codes that something is coded with, and where that was first so.
  private(set) var usedCodes: [REFIGuid: Origin] = [:]
  private(set) var codeOrder: [REFIGuid] = []
  /// The users who coded something.
  private(set) var usedUsers: Set<REFIGuid> = []
  private(set) var userOrder: [REFIGuid] = []
  /// The passages of pictures, pages and recordings.
  private(set) var regions: Set<REFIGuid> = []
  /// The variables that have a value somewhere.
  private(set) var usedVariables: Set<REFIGuid> = []
  private(set) var account: ImportAccount

  /// Reads a project file from its first element to its end.
  ///
  /// - Throws: A finding where it is no project file, or its XML cannot be read on.
  init(_ xml: inout XMLEvents, account: ImportAccount) throws(Finding) {
    self.account = account
    guard try xml.next() == .start, xml.name == "Project" else {
      throw .error(
        at: xml.origin, "this is no REFI-QDA project: its outermost element is '\(xml.name)'",
        fix: "export the project again as REFI-QDA (.qdpx)")
    }
    noteNamespace(xml.namespace, at: xml.origin)
    title = (xml.attribute("name") ?? "").trimmingWhitespace()
    program = xml.attribute("origin") ?? ""
    try xml.forEachChild { xml throws(Finding) in try takePart(&xml) }
    while try xml.next() != nil {}
  }

  private mutating func noteNamespace(_ namespace: String, at origin: Origin) {
    guard namespace != "urn:QDA-XML:project:1.0" else { return }
    account.note(
      .warning(
        at: origin, "the project's name space is '\(namespace)' instead of 'urn:QDA-XML:project:1.0'",
        fix: "it is read as version 1.0: check the counts, or export with a newer version of the program"))
  }

  private mutating func takePart(_ xml: inout XMLEvents) throws(Finding) {
    switch xml.name {
    case "Description": description = try xml.trimmedContent()
    case "NoteRef":
      if let target = xml.target() { projectNotes.append(target) }
      try xml.skip()
    case "Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs":
      let part = xml.name
      try xml.forEachChild { xml throws(Finding) in try take(&xml, in: part) }
    default: try xml.skip()
    }
  }

  private mutating func take(_ xml: inout XMLEvents, in part: String) throws(Finding) {
    switch xml.name {
    case "User":
      if let guid = xml.guid("guid") {
        let name = [xml.attribute("name"), xml.attribute("id")].compactMap { $0?.trimmingWhitespace() }
        users.append((guid, name.first { !$0.isEmpty } ?? "(unnamed user \(guid.text))"))
      }
      try xml.skip()
    case "Codes": try system.takeAll(&xml)
    case "Variable": try takeVariable(&xml)
    case "Case":
      let person = try Self.person(&xml)
      take(person.values)
      cases.append(person)
    case "Note":
      notes.append(try REFISource(&xml, kind: .note, isOutline: true))
    case "Link": try takeLink(&xml)
    case "Set": groups.append(try Self.group(&xml))
    case "Graph":
      account.leave(.graph, at: xml.origin, named: xml.attribute("name") ?? "")
      try xml.skip()
    default:
      if part == "Sources", let kind = REFISource.Kind(rawValue: xml.name) {
        take(try REFISource(&xml, kind: kind, isOutline: true))
      } else {
        try xml.skip()
      }
    }
  }

  private mutating func take(_ source: REFISource) {
    sources.append(
      Source(
        kind: source.kind, guids: ([source] + source.texts).compactMap(\.guid), name: source.name,
        path: source.plainTextPath.ifEmpty(source.richTextPath), origin: source.origin))
    regions.formUnion(source.regions.compactMap(\.guid))
    // What hangs on a picture or a recording alone stays with the project.
    let hasText = source.kind == .text || !source.texts.isEmpty
    for part in [source] + source.texts {
      if hasText { mentionedNotes.formUnion(part.notes) }
      take(part.values)
      for coding in part.codings { take(coding, at: part.origin) }
      for selection in part.selections {
        mentionedNotes.formUnion(selection.notes)
        for coding in selection.codings { take(coding, at: selection.origin) }
      }
    }
  }

  private mutating func take(_ coding: REFICoding, at origin: Origin) {
    mentionedNotes.formUnion(coding.notes)
    if let code = coding.code, usedCodes[code] == nil {
      usedCodes[code] = origin
      codeOrder.append(code)
    }
    if let user = coding.user, usedUsers.insert(user).inserted { userOrder.append(user) }
  }

  private mutating func take(_ values: [REFIValue]) {
    for value in values where !value.value.isEmpty {
      if let variable = value.variable { usedVariables.insert(variable) }
    }
  }

  private mutating func takeVariable(_ xml: inout XMLEvents) throws(Finding) {
    let (guid, origin) = (xml.guid("guid"), xml.origin)
    let name = (xml.attribute("name") ?? "").trimmingWhitespace().ifEmpty("(unnamed variable)")
    if let guid { variables.append((guid, name, origin)) }
    try xml.forEachChild { xml throws(Finding) in
      if !(try xml.trimmedContent()).isEmpty {
        account.leave(.variableDescription, at: origin, named: name)
      }
    }
  }

  private mutating func takeLink(_ xml: inout XMLEvents) throws(Finding) {
    if let first = xml.guid("originGUID"), let second = xml.guid("targetGUID") {
      links.append((first, second, xml.origin))
    } else {
      account.leave(.link, at: xml.origin, named: xml.attribute("name") ?? "")
    }
    try xml.skip()
  }
}

extension ImportAccount.Reason {
  static let graph = Self(
    "graph", "diagram",
    why: "diagrams of codes and documents have no place in a study: keep the original project")
  static let link = Self(
    "link", "link",
    why: "links that join no remark to anything have no place in a study: keep the original project")
  static let variableDescription = Self(
    "variable-description", "description of a variable", several: "descriptions of variables",
    why: "variables have names and values only")
}

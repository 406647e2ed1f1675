import CFIRKit

/// What the passages of a project refer to: codes, users, variables, cases, groups, memos, by their identifiers.
struct REFIIndex {
  var outline = ProjectOutline()
  let memos: REFIMemos
  /// The names of the sources, in the file's order; no two are equal.
  private(set) var sourceNames: [String] = []
  /// The sets that each source is in.
  var groups: [REFIGuid: [String]] = [:]
  /// What nameless cases say of a source.
  var attributes: [REFIGuid: [Attribute]] = [:]
  /// The cases that passages belong to; empty where there are several.
  var personOfSelection: [REFIGuid: String] = [:]
  /// The cases that codes stand for, as NVivo has it.
  var personOfCode: [REFIGuid: String] = [:]
  /// The memos that links put on things.
  private(set) var linkedNotes: [REFIGuid: [REFIGuid]] = [:]
  private var paths: [REFIGuid: [String]] = [:]
  private var userNames: [REFIGuid: String] = [:]
  private var variableNames: [REFIGuid: String] = [:]

  /// - Throws: A finding when a memo's file is damaged.
  init(_ reader: REFIOutlineReader, texts: REFITexts, noting account: inout ImportAccount) throws(Finding) {
    memos = REFIMemos(reader.notes, texts: texts)
    outline.title = reader.title
    outline.program = reader.program
    takeUsers(reader)
    takeVariables(reader, noting: &account)
    nameSources(reader, noting: &account)
    takeCases(reader, noting: &account)
    takeLinks(reader, noting: &account)
    try takeCodes(reader, noting: &account)
    takeGroups(reader, noting: &account)
    try takeProjectMemos(reader, noting: &account)
  }

  // MARK: Looking up

  func code(_ guid: REFIGuid) -> [String]? { paths[guid] }

  func user(_ guid: REFIGuid?) -> String { guid.flatMap { userNames[$0] } ?? "" }

  /// Variables by name, without those that are missing.
  func attributes(
    _ values: [REFIValue], at origin: Origin, noting account: inout ImportAccount
  ) -> [Attribute] {
    values.compactMap { value in
      guard !value.value.isEmpty else { return nil }
      guard let name = value.variable.flatMap({ variableNames[$0] }) else {
        account.leave(.danglingVariable, at: origin, named: value.value)
        return nil
      }
      return Attribute(name: name, value: value.value)
    }
  }

  // MARK: Taking

  private mutating func takeUsers(_ reader: REFIOutlineReader) {
    for user in reader.users where userNames[user.guid] == nil {
      userNames[user.guid] = user.name
      if !outline.coders.contains(user.name) { outline.coders.append(user.name) }
    }
    for guid in reader.userOrder where userNames[guid] == nil {
      let name = "(unknown user \(guid.text))"
      userNames[guid] = name
      outline.coders.append(name)
    }
  }

  private mutating func takeVariables(_ reader: REFIOutlineReader, noting account: inout ImportAccount) {
    for variable in reader.variables where variableNames[variable.guid] == nil {
      variableNames[variable.guid] = variable.name
      if !reader.usedVariables.contains(variable.guid) {
        account.leave(.unusedVariable, at: variable.origin, named: variable.name)
      }
    }
  }

  /// Gives each source a name of its own, as passages name their source.
  private mutating func nameSources(_ reader: REFIOutlineReader, noting account: inout ImportAccount) {
    var taken: Set<String> = []
    for (number, source) in reader.sources.enumerated() {
      let file = source.path.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
      let name = source.name.trimmingWhitespace().ifEmpty(file.ifEmpty("Document \(number + 1)"))
      var unique = name
      var count = 1
      while !taken.insert(unique).inserted {
        count += 1
        unique = "\(name) (\(count))"
      }
      if unique != name {
        account.note(
          Finding(.note, at: source.origin, "a second document is named '\(name)'; it is called '\(unique)'"))
      }
      sourceNames.append(unique)
    }
  }

  private mutating func takeLinks(_ reader: REFIOutlineReader, noting account: inout ImportAccount) {
    for link in reader.links {
      switch (memos.has(link.first), memos.has(link.second)) {
      case (true, false) where reader.regions.contains(link.second): break
      case (false, true) where reader.regions.contains(link.first): break
      case (true, false): linkedNotes[link.second, default: []].append(link.first)
      case (false, true): linkedNotes[link.first, default: []].append(link.second)
      default: account.leave(.link, at: link.origin)
      }
    }
  }

  private mutating func takeCodes(
    _ reader: REFIOutlineReader, noting account: inout ImportAccount
  ) throws(Finding) {
    var system = reader.system
    for guid in reader.codeOrder where system.place(guid) == nil && personOfCode[guid] == nil {
      let origin = reader.usedCodes[guid] ?? Origin(file: account.file)
      system.addUnknown(guid, at: origin)
      account.note(
        .warning(
          at: origin, "passages are coded with \(guid.text), a code that the project does not have",
          fix:
            "it is kept as '(unknown code \(guid.text))': export the project again, or name it in codebook.csv"
        ))
    }
    for finding in system.findings { account.note(finding) }
    for (guid, place) in system.places { paths[guid] = system.codes[place].path }
    for (place, code) in system.codes.enumerated() {
      let guid = REFIGuid(code.guid)
      if let guid, personOfCode[guid] != nil { continue }
      var code = code
      code.memos = try memos.remarks(
        "", system.notes[place] + (guid.flatMap { linkedNotes[$0] } ?? []), at: system.origins[place],
        noting: &account)
      outline.codes.append(code)
    }
  }

  private mutating func takeProjectMemos(
    _ reader: REFIOutlineReader, noting account: inout ImportAccount
  ) throws(Finding) {
    var mentioned = reader.mentionedNotes.union(linkedNotes.values.joined())
    for notes in reader.system.notes { mentioned.formUnion(notes) }
    let others = reader.notes.compactMap(\.guid).filter { guid in
      !mentioned.contains(guid) && !reader.projectNotes.contains(guid)
    }
    outline.memos = try memos.remarks(
      reader.description, reader.projectNotes + others, at: Origin(file: account.file), noting: &account)
    for note in reader.notes {
      let codings = note.codings.count + note.selections.reduce(0) { $0 + $1.codings.count }
      if codings > 0 { account.leave(.memoCoding, at: note.origin, named: note.name, count: codings) }
    }
  }
}

extension ImportAccount.Reason {
  static let danglingVariable = Self(
    "dangling-variable", "value of a variable that the project does not have",
    several: "values of variables that the project does not have",
    why: "the program did not write the variable: export the project again")
  static let unusedVariable = Self(
    "unused-variable", "variable without any value", several: "variables without any value",
    why: "variables are kept on the cases and documents that have a value")
  static let memoCoding = Self(
    "memo-coding", "coding in a memo", several: "codings in memos",
    why: "what the analysts wrote is no evidence: turn the memo into a document to code it")
}

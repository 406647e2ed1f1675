import CFIRKit

/// Who and what documents belong to.
extension REFIIndex {
  mutating func takeCases(_ reader: REFIOutlineReader, noting account: inout ImportAccount) {
    let names = Dictionary(
      zip(reader.sources, sourceNames).flatMap { source, name in source.guids.map { ($0, name) } }
    ) { first, _ in first }
    var places: [String: Int] = [:]
    for person in reader.cases {
      let variables = attributes(person.values, at: person.origin, noting: &account)
      if person.codeCount > 0 {
        account.leave(.caseCode, at: person.origin, named: person.name, count: person.codeCount)
      }
      var sources: [REFIGuid] = []
      for source in person.sources {
        if names[source] == nil {
          account.leave(.danglingSource, at: person.origin, named: person.name)
        } else {
          sources.append(source)
        }
      }
      let isCoded = person.guid.map { reader.usedCodes[$0] != nil } ?? false
      let hasPassages = !person.name.isEmpty && (isCoded || !person.selections.isEmpty)
      if person.sources.isEmpty && !hasPassages {
        account.leave(.unlinkedCase, at: person.origin, named: person.name)
      }
      guard !person.name.isEmpty else {
        for source in sources { attributes[source, default: []] += variables }
        continue
      }
      let place = places[person.name] ?? outline.cases.count
      if place == outline.cases.count {
        outline.cases.append(ProjectOutline.Case(name: person.name))
        places[person.name] = place
      }
      if outline.cases[place].description.isEmpty { outline.cases[place].description = person.description }
      for variable in variables where !outline.cases[place].variables.contains(variable) {
        outline.cases[place].variables.append(variable)
      }
      for name in sources.compactMap({ names[$0] }) where !outline.cases[place].sources.contains(name) {
        outline.cases[place].sources.append(name)
      }
      for selection in person.selections {
        let other = personOfSelection[selection]
        personOfSelection[selection] = other == nil || other == person.name ? person.name : ""
      }
      if let guid = person.guid { personOfCode[guid] = person.name }
    }
  }

  mutating func takeGroups(_ reader: REFIOutlineReader, noting account: inout ImportAccount) {
    let known = Set(reader.sources.flatMap(\.guids))
    for group in reader.groups {
      let dangling = group.sources.count { !known.contains($0) }
      if dangling > 0 {
        account.leave(.danglingSource, at: group.origin, named: group.name, count: dangling)
      }
      for source in group.sources where !(groups[source] ?? []).contains(group.name) {
        groups[source, default: []].append(group.name)
      }
      if group.codeCount > 0 { account.leave(.codeGroup, at: group.origin, named: group.name) }
      if group.noteCount > 0 { account.leave(.memoGroup, at: group.origin, named: group.name) }
      if group.codeCount + group.noteCount + group.sources.count == 0 {
        account.leave(.emptyGroup, at: group.origin, named: group.name)
      }
      if !group.description.isEmpty {
        account.leave(.groupDescription, at: group.origin, named: group.name)
      }
    }
  }
}

extension ImportAccount.Reason {
  static let caseCode = Self(
    "case-code", "code on a whole case", several: "codes on whole cases",
    why: "a study codes passages: code the case's documents")
  static let danglingSource = Self(
    "dangling-source", "reference of a case or group to a document that the project does not have",
    several: "references of cases and groups to documents that the project does not have",
    why: "the program did not write the document: export the project again")
  static let unlinkedCase = Self(
    "unlinked-case", "case without a document or a passage", several: "cases without a document or a passage",
    why:
      "variables of such a case reach no passage (QualCoder leaves the links out): name its documents in participants.csv"
  )
  static let codeGroup = Self(
    "code-group", "group of codes", several: "groups of codes",
    why: "codes are grouped by their parents: keep the original project")
  static let memoGroup = Self(
    "memo-group", "group of memos", several: "groups of memos", why: "memos stay with what they are on")
  static let emptyGroup = Self(
    "empty-group", "group without members", several: "groups without members", why: "nothing is in it")
  static let groupDescription = Self(
    "group-description", "description of a group", several: "descriptions of groups",
    why: "groups have names only")
}

import CFIRKit

extension REFIOutlineReader {
  /// Reads the case that has just started, to its end.
  static func person(_ xml: inout XMLEvents) throws(Finding) -> Case {
    var person = Case(origin: xml.origin)
    person.guid = xml.guid("guid")
    person.name = (xml.attribute("name") ?? "").trimmingWhitespace()
    try xml.forEachChild { xml throws(Finding) in
      let target = xml.target()
      switch xml.name {
      case "Description": person.description = try xml.trimmedContent()
      case "VariableValue": person.values.append(try REFIValue(&xml))
      case "CodeRef":
        // The code that stands for the case itself is no code on it.
        if target != person.guid { person.codeCount += 1 }
        try xml.skip()
      case "SourceRef":
        if let target { person.sources.append(target) }
        try xml.skip()
      case "SelectionRef":
        if let target { person.selections.append(target) }
        try xml.skip()
      default: try xml.skip()
      }
    }
    return person
  }

  /// Reads the set that has just started, to its end.
  static func group(_ xml: inout XMLEvents) throws(Finding) -> Group {
    var group = Group(origin: xml.origin)
    group.name = (xml.attribute("name") ?? "").trimmingWhitespace()
    try xml.forEachChild { xml throws(Finding) in
      let target = xml.target()
      switch xml.name {
      case "Description": group.description = try xml.trimmedContent()
      case "MemberSource":
        if let target { group.sources.append(target) }
        try xml.skip()
      case "MemberCode":
        group.codeCount += 1
        try xml.skip()
      case "MemberNote":
        group.noteCount += 1
        try xml.skip()
      default: try xml.skip()
      }
    }
    return group
  }
}

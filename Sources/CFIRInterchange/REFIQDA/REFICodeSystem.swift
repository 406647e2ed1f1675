import CFIRKit

/// The codes of a project or a codebook, as their elements are met.
struct REFICodeSystem {
  /// The codes, each before those below it; of codes with one name and one parent the first.
  private(set) var codes: [ProjectOutline.Code] = []
  /// Where each of them stands.
  private(set) var origins: [Origin] = []
  /// The memos on each of them.
  private(set) var notes: [[REFIGuid]] = []
  /// What was odd.
  private(set) var findings: [Finding] = []
  /// The place of each identifier's code among ``codes``.
  private(set) var places: [REFIGuid: Int] = [:]
  private var paths: [[String]: Int] = [:]

  /// The place of a code among ``codes``.
  func place(_ guid: REFIGuid) -> Int? { places[guid] }

  /// Reads the `Codes` element that has just started, to its end.
  mutating func takeAll(_ xml: inout XMLEvents) throws(Finding) {
    try xml.forEachChild { xml throws(Finding) in
      if xml.name == "Code" {
        try take(&xml, below: [])
      } else {
        try xml.skip()
      }
    }
  }

  /// Takes a code that is spoken of but not in the project.
  mutating func addUnknown(_ guid: REFIGuid, at origin: Origin) {
    add(
      ProjectOutline.Code(path: ["(unknown code \(guid.text))"], guid: guid.text), guid: guid, at: origin)
  }

  private mutating func take(_ xml: inout XMLEvents, below parents: [String]) throws(Finding) {
    let guid = xml.guid("guid")
    let name = (xml.attribute("name") ?? "").trimmingWhitespace()
    let path = parents + [name.ifEmpty("(unnamed code)")]
    var code = ProjectOutline.Code(path: path, guid: guid?.text ?? "")
    code.color = xml.attribute("color") ?? ""
    code.isCodable = !["false", "0"].contains(xml.attribute("isCodable")?.lowercased() ?? "true")
    // An attribute that no schema has, but one program writes.
    code.description = xml.attribute("description") ?? ""
    let place = add(code, guid: guid, at: xml.origin)
    try xml.forEachChild { xml throws(Finding) in
      switch xml.name {
      case "Description":
        let text = try xml.trimmedContent()
        if codes[place].description.isEmpty { codes[place].description = text }
      case "NoteRef":
        if let target = xml.target() { notes[place].append(target) }
        try xml.skip()
      case "Code": try take(&xml, below: path)
      default: try xml.skip()
      }
    }
  }

  @discardableResult
  private mutating func add(_ code: ProjectOutline.Code, guid: REFIGuid?, at origin: Origin) -> Int {
    let name = code.path.joined(separator: ProjectOutline.pathSeparator)
    if let guid, let first = places[guid] {
      findings.append(
        .warning(
          at: origin, "the code '\(name)' has the identifier of an earlier one, at \(origins[first])",
          fix: "what is coded with it counts for the earlier one: export the project again"))
    }
    let place = paths[code.path] ?? codes.count
    if place == codes.count {
      codes.append(code)
      origins.append(origin)
      notes.append([])
      paths[code.path] = place
    } else {
      findings.append(
        Finding(
          .note, at: origin, "the code '\(name)' stands there twice and is taken as one, at \(origins[place])"
        ))
    }
    if let guid, places[guid] == nil { places[guid] = place }
    return place
  }
}

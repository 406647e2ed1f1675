import CFIRKit

/// Codes nested by their parents, each with its identifier, as a codebook or a project has them.
struct REFICodeTree {
  private struct Node {
    var name: String
    var guid: REFIGuid
    var code: ProjectOutline.Code?
    var children: [Int] = []
  }

  private var nodes: [Node] = []
  private var tops: [Int] = []
  private var places: [[String]: Int] = [:]
  private var taken: Set<REFIGuid> = []

  /// Codes; parents that are not among them become nodes that no passage can bear.
  init(_ codes: [ProjectOutline.Code]) {
    for code in codes where !code.path.isEmpty {
      let place = place(of: code.path)
      guard nodes[place].code == nil else { continue }
      nodes[place].code = code
      if let guid = REFIGuid(code.guid), taken.insert(guid).inserted {
        taken.remove(nodes[place].guid)
        nodes[place].guid = guid
      }
    }
  }

  /// Whether there is no code at all.
  var isEmpty: Bool { nodes.isEmpty }

  /// The identifier of a code that passages bear; one that is new is added.
  mutating func guid(_ path: [String]) -> REFIGuid {
    let place = place(of: path)
    if nodes[place].code == nil { nodes[place].code = ProjectOutline.Code(path: path) }
    nodes[place].code?.isCodable = true
    return nodes[place].guid
  }

  private mutating func place(of path: [String]) -> Int {
    if let place = places[path] { return place }
    let parent = path.count > 1 ? place(of: Array(path.dropLast())) : nil
    // By its path alone, so that a codebook and a project of the same codes agree.
    var guid = REFIGuid(.code, path)
    if !taken.insert(guid).inserted {
      guid = REFIGuid(.code, path + ["again"])
      taken.insert(guid)
    }
    let place = nodes.count
    nodes.append(Node(name: (path.last ?? "").ifEmpty("(unnamed code)"), guid: guid))
    places[path] = place
    if let parent { nodes[parent].children.append(place) } else { tops.append(place) }
    return place
  }

  /// The `Codes` element.
  ///
  /// - Parameter notes: The `NoteRef` elements of a code, by its path; a codebook has none.
  /// - Returns: Nothing where there is no code, since the schema wants at least one.
  func xml(notes: (ProjectOutline.Code) -> String = { _ in "" }) -> String {
    isEmpty ? "" : "<Codes>\n" + tops.map { xml($0, notes) }.joined() + "</Codes>\n"
  }

  private func xml(_ place: Int, _ notes: (ProjectOutline.Code) -> String) -> String {
    let node = nodes[place]
    let attributes: KeyValuePairs = [
      "guid": node.guid.text, "name": node.name,
      "isCodable": node.code?.isCodable ?? false ? "true" : "false",
      "color": node.code.flatMap { Self.color($0.color) } ?? "",
    ]
    var content = XMLText.optional("Description", node.code?.description ?? "")
    if let code = node.code { content += notes(code) }
    content += node.children.map { xml($0, notes) }.joined()
    return XMLText.element("Code", attributes, content.isEmpty ? "" : "\n" + content)
  }

  /// A colour as the schema has it; nothing where it is none. `rgba(…)` loses its transparency.
  static func color(_ written: String) -> String? {
    let written = written.trimmingWhitespace()
    let digits = written.dropFirst()
    if written.hasPrefix("#"), [3, 6].contains(digits.count),
      digits.allSatisfy({ $0.isASCII && $0.isHexDigit })
    {
      return written
    }
    guard written.lowercased().hasPrefix("rgb"), let open = written.firstIndex(of: "(") else { return nil }
    let parts = written[open...].split { "(), ".contains($0) }.prefix(3).compactMap { Int($0) }
    guard parts.count == 3, parts.allSatisfy((0...255).contains) else { return nil }
    return "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }
}

import CFIRKit

@testable import CFIRInterchange

/// Whether the elements of a project file stand as the schema (REFI-QDA 1.5, `Project.xsd`) has them in sequence, with at least one in each
/// container.
struct SchemaOrder {
  private static let sequences: [String: [String]] = [
    "Project": [
      "Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs", "Description",
      "NoteRef",
    ],
    "CodeBook": ["Codes"], "Code": ["Description", "NoteRef", "Code"],
    "Case": ["Description", "CodeRef", "VariableValue", "SourceRef", "SelectionRef"],
    "TextSource": [
      "Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef", "VariableValue",
    ],
    "Note": ["Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef", "VariableValue"],
    "PlainTextSelection": ["Description", "Coding", "NoteRef"], "Coding": ["CodeRef", "NoteRef"],
    "Set": ["Description", "MemberCode", "MemberSource", "MemberNote"],
    "VariableValue": ["VariableRef", "TextValue", "BooleanValue", "IntegerValue", "FloatValue", "DateValue"],
  ]
  private static let containers = ["Users", "Codes", "Variables", "Cases", "Sources", "Notes", "Sets"]

  /// The parts of the project, in order.
  private(set) var parts: [String] = []
  private(set) var problems: [String] = []

  init(_ text: String) throws {
    var xml = try XMLEvents(bytes: Array(text.utf8), file: "project.qde")
    var open: [(name: String, children: [String])] = []
    while let event = try xml.next() {
      if event == .start {
        if xml.depth == 2 { parts.append(xml.name) }
        if !open.isEmpty { open[open.count - 1].children.append(xml.name) }
        open.append((xml.name, []))
      } else if event == .end, let (name, children) = open.popLast() {
        if let sequence = Self.sequences[name] {
          let places = children.map { sequence.firstIndex(of: $0) ?? -1 }
          if places.contains(-1) || places != places.sorted() { problems.append("\(name): \(children)") }
        }
        if Self.containers.contains(name) && children.isEmpty { problems.append("\(name) is empty") }
      }
    }
  }
}

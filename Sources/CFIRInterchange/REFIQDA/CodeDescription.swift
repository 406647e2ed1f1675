import CFIRKit

/// What a construct means and asks for, in the one description that a REFI-QDA code has.
struct CodeDescription {
  var definition = ""
  var include = ""
  var exclude = ""
  var question = ""

  private static var labels: [(name: String, part: WritableKeyPath<CodeDescription, String>)] {
    [("Include: ", \.include), ("Exclude: ", \.exclude), ("Question: ", \.question)]
  }

  /// A construct's.
  init(_ construct: Construct) {
    (definition, include) = (construct.definition, construct.include)
    (exclude, question) = (construct.exclude, construct.question)
  }

  /// Takes a description apart: what does not begin with a label is the definition.
  init(reading text: String) {
    var part: WritableKeyPath<CodeDescription, String> = \.definition
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = String(line)
      if let label = Self.labels.first(where: { line.hasPrefix($0.name) && self[keyPath: $0.part].isEmpty }) {
        part = label.part
        line.removeFirst(label.name.count)
      }
      self[keyPath: part] += (self[keyPath: part].isEmpty ? "" : "\n") + line
    }
    for part in Self.labels.map(\.part) + [\.definition] {
      self[keyPath: part] = self[keyPath: part].trimmingWhitespace()
    }
  }

  /// One text, with a line for each part that there is.
  var text: String {
    let parts = [("", definition)] + Self.labels.map { ($0.name, self[keyPath: $0.part]) }
    return parts.filter { !$0.1.isEmpty }.map { $0.0 + $0.1 }.joined(separator: "\n")
  }
}

extension Codebook {
  /// The codebook's constructs as the codes of a QDA program, nested by their parents.
  ///
  /// Passages can be coded with all but domains and subdomains, which only group.
  var projectCodes: [ProjectOutline.Code] {
    constructs.map { construct in
      var path = [construct.name]
      var ancestor = construct.parent.flatMap { self.construct($0) }
      while let present = ancestor, path.count < constructs.count {
        path.insert(present.name, at: 0)
        ancestor = present.parent.flatMap { self.construct($0) }
      }
      return ProjectOutline.Code(
        path: path, description: CodeDescription(construct).text,
        isCodable: construct.kind.isRated || construct.kind == .code)
    }
  }
}

/// A codebook as a table: one row for each construct, in the columns of `Codebooks/*.csv`.
public enum CodebookTable {
  /// The columns in the order in which they are written.
  public static let columns = [
    "id", "number", "domain", "parent", "name", "kind", "reverse", "aliases", "definition", "include",
    "exclude",
    "question",
  ]

  /// One row; what is empty is left as the framework has it.
  public struct Row: Sendable {
    /// Where the row stands.
    public var origin: Origin
    /// As the columns have them; `parent` is an id or a name.
    public var id, number, domain, parent, name: String
    /// Its place in the framework.
    public var kind: Construct.Kind?
    /// Whether more of it hinders.
    public var reverse: Bool?
    /// Other names that codes and tables bear.
    public var aliases: [String]
    /// What it means, what to code here and elsewhere, and what opens it in an interview.
    public var definition, include, exclude, question: String

    /// A row; what is empty is left as the framework has it.
    public init(
      origin: Origin, id: String = "", number: String = "", domain: String = "", parent: String = "",
      name: String = "", kind: Construct.Kind? = nil, reverse: Bool? = nil, aliases: [String] = [],
      definition: String = "", include: String = "", exclude: String = "", question: String = ""
    ) {
      self.origin = origin
      (self.id, self.number, self.domain, self.parent, self.name) = (id, number, domain, parent, name)
      (self.kind, self.reverse, self.aliases) = (kind, reverse, aliases)
      (self.definition, self.include, self.exclude, self.question) = (definition, include, exclude, question)
    }

    /// The row as a construct of its own, which needs an id, a name, a kind and a domain.
    var asConstruct: Construct? {
      guard let kind, !id.isEmpty, !name.isEmpty, !domain.isEmpty else { return nil }
      return Construct(
        id: .init(id), number: number, domain: .init(domain), parent: parent.isEmpty ? nil : .init(parent),
        name: name, kind: kind, isReverseRated: reverse ?? false, aliases: aliases, definition: definition,
        include: include, exclude: exclude, question: question)
    }
  }

  /// Reads a codebook from text in memory.
  ///
  /// - Throws: A finding where the table cannot be read at all.
  public static func read(text: String, file: String, noting findings: inout Findings) throws(Finding)
    -> [Row]
  {
    try read(TableReader(RecordReader(text: text, file: file)), noting: &findings)
  }

  /// Reads a codebook table.
  ///
  /// - Throws: A finding where the table cannot be read at all, or has neither ids nor names.
  public static func read(_ table: consuming TableReader, noting findings: inout Findings) throws(Finding)
    -> [Row]
  {
    var table = table
    let id = table.column("id")
    let name = table.column("name", "code", "construct")
    guard id != nil || name != nil else {
      throw .error(
        at: Origin(file: table.file, line: 1), "a codebook needs a column 'id' or 'name'",
        fix:
          "its columns are id, name, parent, kind, aliases, definition, include, exclude, question, reverse")
    }
    let number = table.column("number")
    let domain = table.column("domain")
    let parent = table.column("parent")
    let kind = table.column("kind")
    let reverse = table.column("reverse", "reverserated")
    let aliases = table.column("aliases", "alias")
    let definition = table.column("definition", "description")
    let include = table.column("include", "inclusion", "inclusioncriteria")
    let exclude = table.column("exclude", "exclusion", "exclusioncriteria")
    let question = table.column("question")
    var rows: [Row] = []
    while try table.next(noting: &findings) {
      let kindText = table.text(kind)
      let parsedKind = Construct.Kind(rawValue: kindText.lowercased())
      if !kindText.isEmpty && parsedKind == nil {
        findings.add(
          .error(
            at: table.origin(kind), "'\(kindText)' is no kind of construct",
            fix: "use one of: \(Construct.Kind.allCases.map(\.rawValue).joined(separator: ", "))"))
      }
      let reverseText = table.text(reverse).lowercased()
      let parsedReverse: Bool? =
        switch reverseText {
        case "": nil
        case "yes", "true", "1", "reverse", "x": true
        case "no", "false", "0": false
        default: nil
        }
      if !reverseText.isEmpty && parsedReverse == nil {
        findings.add(
          .error(at: table.origin(reverse), "'\(reverseText)' is neither yes nor no", fix: "write yes or no"))
      }
      rows.append(
        Row(
          origin: table.origin(), id: table.text(id), number: table.text(number), domain: table.text(domain),
          parent: table.text(parent), name: table.text(name), kind: parsedKind, reverse: parsedReverse,
          aliases: table.text(aliases).split(separator: ";").map { $0.trimmingWhitespace() }.filter {
            !$0.isEmpty
          },
          definition: table.text(definition), include: table.text(include), exclude: table.text(exclude),
          question: table.text(question)))
    }
    return rows
  }
}

extension StringProtocol {
  /// Without white space at either end.
  public func trimmingWhitespace() -> String {
    var slice = self[...]
    while let first = slice.first, first.isWhitespace { slice = slice.dropFirst() }
    while let last = slice.last, last.isWhitespace { slice = slice.dropLast() }
    return String(slice)
  }
}

import CFIRKit

/// What a program knows of its documents beside what is coded in them, by document group and name.
public struct DocumentVariables: Sendable, Hashable {
  /// Which document: names repeat from group to group.
  public struct Document: Sendable, Hashable {
    /// Its group; empty where the program has none.
    public var group: String
    /// Its name.
    public var name: String

    /// A document.
    public init(group: String, name: String) { (self.group, self.name) = (group, name) }
  }

  /// The documents in the order in which they were read.
  public private(set) var documents: [Document] = []
  private var variables: [Document: [Attribute]] = [:]
  private var byName: [String: [Document]] = [:]

  /// Nothing is known yet.
  public init() {}

  /// Whether nothing is known of any document.
  public var isEmpty: Bool { documents.isEmpty }

  /// What is known of a document.
  ///
  /// A document without a group, here or there, is found by its name where no other bears it.
  public subscript(group: String, name: String) -> [Attribute] {
    if let known = variables[Document(group: group, name: name)] { return known }
    let namesakes = byName[name] ?? []
    guard namesakes.count == 1, group.isEmpty || namesakes[0].group.isEmpty else { return [] }
    return variables[namesakes[0]] ?? []
  }

  /// Adds what is known of a document; a variable that is known already keeps its value.
  public mutating func add(_ attributes: [Attribute], to document: Document) {
    if variables[document] == nil {
      documents.append(document)
      byName[document.name, default: []].append(document)
    }
    let known = Set((variables[document] ?? []).map(\.name))
    variables[document, default: []] += attributes.filter { !known.contains($0.name) }
  }

  /// The value of the first variable that is named as a column is; empty where there is none.
  func value(of column: ExcerptColumn, group: String, name: String) -> String {
    guard !isEmpty else { return "" }
    return self[group, name].first { VariableColumns.home(of: $0.name) == column && !$0.value.isEmpty }?.value
      ?? ""
  }

  /// The people whom the variables name, with their roles and what else is known of them.
  ///
  /// - Parameter informants: Who stands behind each document, as it was settled.
  /// - Returns: Each person once, with all documents that are theirs.
  func participants(_ informants: [(document: Document, informant: EvidenceTally.Informant)]) -> [Participant]
  {
    var participants: [Participant] = []
    for (document, informant) in informants {
      let known = self[document.group, document.name]
      guard let id = informant.participant, !known.isEmpty,
        value(of: .participant, group: document.group, name: document.name) == id.rawValue
      else { continue }
      if let place = participants.firstIndex(where: { $0.id == id }) {
        if !participants[place].sources.contains(informant.source) {
          participants[place].sources.append(informant.source)
        }
        continue
      }
      participants.append(
        Participant(
          id: id, organization: informant.organization, role: known.first(where: \.isRole)?.value ?? "",
          sources: [informant.source],
          attributes: known.filter { VariableColumns.home(of: $0.name) == nil && !$0.isRole }))
    }
    return participants
  }
}

extension Attribute {
  /// Whether it says what somebody is in the organization.
  fileprivate var isRole: Bool { TableReader.key(name) == "role" }
}

import CFIRKit

/// How the report calls organizations, constructs and informants; participants by id and role, never by name.
struct Names: Sendable {
  private let organizations: [Organization.ID: Organization]
  private let shorts: [Organization.ID: String]
  private let roles: [Participant.ID: String]
  private let codebook: Codebook
  private let shared: Set<NameKey>

  init(_ study: Study) {
    codebook = study.codebook
    organizations = Dictionary(study.organizations.map { ($0.id, $0) }) { first, _ in first }
    shorts = Self.shortened(study.organizations)
    roles = Dictionary(study.participants.map { ($0.id, $0.role) }) { first, _ in first }
    var seen: Set<NameKey> = []
    var shared: Set<NameKey> = []
    for construct in study.codebook.constructs where !seen.insert(NameKey(construct.name)).inserted {
      shared.insert(NameKey(construct.name))
    }
    self.shared = shared
  }

  /// An organization's name in full.
  func full(_ id: Organization.ID) -> String { organizations[id]?.name ?? id.rawValue }

  /// A name that fits over a narrow column.
  func short(_ id: Organization.ID) -> String { shorts[id] ?? id.rawValue }

  /// Whether the short name needs a key.
  func isShortened(_ id: Organization.ID) -> Bool { short(id) != full(id) }

  /// A construct's name, with its parent's where several bear it.
  func construct(_ construct: Construct) -> String {
    guard shared.contains(NameKey(construct.name)), let parent = construct.parent.flatMap(codebook.construct)
    else { return construct.name }
    return "\(parent.name): \(construct.name)"
  }

  /// A condition's name: a construct's, `Funding (survey)` for a survey's score, else as its column is called.
  func factor(_ name: String) -> String {
    guard name.hasPrefix(CaseColumns.surveyMark) else {
      return codebook.construct(Construct.ID(name)).map(construct) ?? name
    }
    return factor(String(name.dropFirst(CaseColumns.surveyMark.count))) + " (survey)"
  }

  /// A construct's published number, set before its name; a pair gives the characteristic's last step alone.
  func number(_ construct: Construct) -> [HTML] {
    guard !construct.number.isEmpty else { return [] }
    let short = construct.number.replacing("IV.Characteristics.", with: "").replacing(
      "IV.Roles.", with: "IV.")
    return [HTML("span", ["class": "no"], .text(short)), " "]
  }

  /// A construct's name under which tables read back.
  func path(_ construct: Construct) -> String {
    shared.contains(NameKey(construct.name)) ? codebook.path(construct) : construct.name
  }

  /// What a participant is there; empty where unknown.
  func role(_ participant: Participant.ID?) -> String { participant.flatMap { roles[$0] } ?? "" }

  /// Who stands behind an excerpt: `HLR-2, peer program director`; else the source.
  func informant(_ excerpt: Excerpt) -> String {
    guard let participant = excerpt.participant else { return excerpt.source }
    let role = role(participant)
    return role.isEmpty ? participant.rawValue : "\(participant), \(role)"
  }

  // MARK: Short names

  private static let longest = 9

  /// The attribute `short`, else the name where it is short already, else the initials of its words; all different.
  private static func shortened(_ organizations: [Organization]) -> [Organization.ID: String] {
    var taken: Set<String> = []
    var result: [Organization.ID: String] = [:]
    for organization in organizations where result[organization.id] == nil {
      let plain = organization.attribute("short") ?? abbreviated(organization.name)
      var name = plain
      var copy = 1
      while !taken.insert(name).inserted {
        copy += 1
        name = "\(plain)\(copy)"
      }
      result[organization.id] = name
    }
    return result
  }

  private static func abbreviated(_ name: String) -> String {
    if name.count <= longest { return name }
    let words = name.split { !($0.isLetter || $0.isNumber) }
      .filter { !["of", "the", "and", "for", "in", "at", "a"].contains($0.lowercased()) }
    guard words.count > 1 else { return String(name.prefix(longest - 1)) + "." }
    return words.map { $0.allSatisfy(\.isNumber) ? String($0) : $0.prefix(1).uppercased() }.joined()
  }
}

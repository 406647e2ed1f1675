import CFIRKit

/// Names for places on the page: letters, digits and hyphens, each given once.
struct Anchors: Sendable {
  private let organizations: [Organization.ID: String]
  private let constructs: [Construct.ID: String]
  private let excerpts: [Excerpt.ID: String]

  init(_ organizations: [Organization.ID], _ constructs: [Construct.ID], _ excerpts: [Excerpt.ID]) {
    self.organizations = Self.named(organizations)
    self.constructs = Self.named(constructs)
    self.excerpts = Self.named(excerpts)
  }

  /// The memo of an organization.
  func memo(_ organization: Organization.ID) -> String { "memo-" + (organizations[organization] ?? "x") }

  /// The entry of a construct in a memo. A full stop parts the two names, and no name has one.
  func entry(_ organization: Organization.ID, _ construct: Construct.ID) -> String {
    "\(memo(organization)).\(constructs[construct] ?? "x")"
  }

  /// What is said of a construct under a heading such as `compare`.
  func paragraph(_ section: String, _ construct: Construct.ID) -> String {
    "\(section).\(constructs[construct] ?? "x")"
  }

  /// The words of an excerpt under a construct.
  func excerpt(_ excerpt: Excerpt.ID, _ construct: Construct.ID) -> String {
    "excerpt-\(excerpts[excerpt] ?? "x").\(constructs[construct] ?? "x")"
  }

  private static func named<Owner>(_ ids: [Identifier<Owner>]) -> [Identifier<Owner>: String] {
    var names: [Identifier<Owner>: String] = [:]
    var taken: Set<String> = []
    for id in ids where names[id] == nil {
      let plain = slug(id.rawValue)
      var name = plain
      var copy = 1
      while !taken.insert(name).inserted {
        copy += 1
        name = "\(plain)-\(copy)"
      }
      names[id] = name
    }
    return names
  }

  private static func slug(_ text: String) -> String {
    let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.isEmpty ? "x" : words.joined(separator: "-")
  }
}

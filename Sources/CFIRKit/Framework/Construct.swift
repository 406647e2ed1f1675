/// One thing that the framework asks to look at: a domain, a construct, a subconstruct, a role or a characteristic.
public struct Construct: Hashable, Sendable {
  /// Which construct.
  public typealias ID = Identifier<Construct>

  /// Its place in the framework.
  public enum Kind: String, Sendable, CaseIterable {
    /// One of the five domains; it groups, and is never rated.
    case domain
    /// Roles and Characteristics within Individuals (CFIR 2022).
    case subdomain
    /// A construct.
    case construct
    /// A part of a construct.
    case subconstruct
    /// Who somebody is in the implementation (CFIR 2022, Individuals).
    case role
    /// What holds of somebody in a role (CFIR 2022, Individuals).
    case characteristic
    /// A role and a characteristic together, as the Individuals domain is rated: `mid-level-leaders/motivation`.
    case roleCharacteristic = "role-characteristic"
    /// Added to CFIR 2009 by its guide.
    case guideAddition = "guide-addition"
    /// A team's own (inductive) code: counted and listed, never rated.
    case code

    /// Whether an organization can be rated on it.
    public var isRated: Bool {
      switch self {
      case .domain, .subdomain, .code: false
      default: true
      }
    }
  }

  /// Its slug.
  public var id: ID
  /// The number under which it was published, such as `III.D.3`; empty for a team's own.
  public var number: String
  /// The domain that it belongs to; its own id for a domain.
  public var domain: ID
  /// What it is a part of; nothing for a domain.
  public var parent: ID?
  /// As the study prints it.
  public var name: String
  /// Its place in the framework.
  public var kind: Kind
  /// Whether more of it hinders, so that ratings are turned round to let + always help.
  public var isReverseRated: Bool
  /// Other names that codes and tables bear.
  public var aliases: [String]
  /// What it means.
  public var definition: String
  /// What to code here.
  public var include: String
  /// What to code elsewhere.
  public var exclude: String
  /// A question that opens it in an interview.
  public var question: String

  /// A construct with a name and a place; the rest can follow.
  public init(
    id: ID, number: String = "", domain: ID, parent: ID?, name: String, kind: Kind,
    isReverseRated: Bool = false, aliases: [String] = [], definition: String = "", include: String = "",
    exclude: String = "", question: String = ""
  ) {
    self.id = id
    self.number = number
    self.domain = domain
    self.parent = parent
    self.name = name
    self.kind = kind
    self.isReverseRated = isReverseRated
    self.aliases = aliases
    self.definition = definition
    self.include = include
    self.exclude = exclude
    self.question = question
  }

  /// A slug for a name that no framework knows: `Physician Champion` is `physician-champion`.
  public static func slug(_ name: String) -> ID {
    let words = name.replacing("&", with: " and ").lowercased().split {
      !($0.isLetter || $0.isNumber)
    }
    return ID(words.joined(separator: "-"))
  }
}

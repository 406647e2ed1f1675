/// Somebody who was interviewed or wrote to the team.
public struct Participant: Hashable, Sendable {
  /// Which participant: a code, never a name.
  public typealias ID = Identifier<Participant>

  /// Which participant.
  public var id: ID
  /// The organization that they speak about.
  public var organization: Organization.ID
  /// What they are there.
  public var role: String
  /// The sources that they left.
  public var sources: [String]
  /// Further columns of `participants.csv`, in their order.
  public var attributes: [Attribute]

  /// A participant.
  public init(
    id: ID, organization: Organization.ID, role: String = "", sources: [String] = [],
    attributes: [Attribute] = []
  ) {
    self.id = id
    self.organization = organization
    self.role = role
    self.sources = sources
    self.attributes = attributes
  }
}

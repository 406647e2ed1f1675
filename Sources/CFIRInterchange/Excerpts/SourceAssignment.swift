import CFIRKit

/// Which organization and participant an excerpt belongs to.
///
/// By, in this order: the organization column, `participants.csv`, the document group, the pattern over the document's name; and, where
/// the study has but one organization, that one.
struct SourceAssignment: Sendable {
  /// Why a context cannot be placed.
  enum Problem: Error {
    case unknownOrganization(String)
    case noOrganization
    case unknownParticipant(String)
  }

  private var organizations: [Organization.ID: Organization] = [:]
  private var byName: [String: Organization.ID] = [:]
  private var participants: [Participant.ID: Participant] = [:]
  private var bySource: [String: [Participant]] = [:]
  private let isClosed: Bool
  private let only: Organization.ID?
  private let pattern: OrganizationPattern?

  /// - Parameters:
  ///   - organizations: Those of `organizations.csv`; empty: they are discovered.
  ///   - participants: Those of `participants.csv`.
  ///   - pattern: How a document's name tells its organization.
  ///   - fallback: The organization of a study in which nothing names one.
  init(
    organizations: [Organization], participants: [Participant], pattern: OrganizationPattern?,
    fallback: Organization.ID? = nil
  ) {
    isClosed = !organizations.isEmpty
    only = organizations.count == 1 ? organizations[0].id : fallback
    self.pattern = pattern
    for organization in organizations {
      self.organizations[organization.id] = organization
      byName[organization.name] = organization.id
    }
    for participant in participants {
      self.participants[participant.id] = participant
      for source in participant.sources { bySource[source, default: []].append(participant) }
    }
  }

  /// Who stands behind an excerpt; nothing where that cannot be said.
  func informant(organization: String, participant: String, group: String, source: String) -> EvidenceTally
    .Informant?
  {
    try? place(organization: organization, participant: participant, group: group, source: source)
  }

  func place(
    organization: String, participant: String, group: String, source: String
  ) throws(Problem) -> EvidenceTally.Informant {
    let named = participant.isEmpty ? nil : Participant.ID(participant)
    if let named, !participants.isEmpty, participants[named] == nil { throw .unknownParticipant(participant) }
    // One source may hold several people; who of them spoke, only a participant column can say.
    let listed = bySource[source] ?? []
    let speaker = named ?? (listed.count == 1 ? listed[0].id : nil)
    let place =
      nonempty(organization) ?? speaker.flatMap { participants[$0]?.organization.rawValue }.flatMap(nonempty)
      ?? listed.first.flatMap { nonempty($0.organization.rawValue) } ?? nonempty(group)
      ?? pattern?.organization(in: source).flatMap(nonempty)
      ?? only?.rawValue
    guard let place else { throw .noOrganization }
    return EvidenceTally.Informant(organization: try known(place), participant: speaker, source: source)
  }

  private func nonempty(_ text: String) -> String? { text.isEmpty ? nil : text }

  private func known(_ written: String) throws(Problem) -> Organization.ID {
    let id = Organization.ID(written)
    if !isClosed || organizations[id] != nil { return id }
    guard let found = byName[written] else { throw .unknownOrganization(written) }
    return found
  }

  /// Every name that an organization is known by.
  var organizationNames: [String] { organizations.keys.sorted().map(\.rawValue) + byName.keys.sorted() }
  /// Every participant's id.
  var participantNames: [String] { participants.keys.sorted().map(\.rawValue) }
}

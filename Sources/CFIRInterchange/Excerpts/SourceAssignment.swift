import CFIRKit

/// Which organization and participant an excerpt belongs to.
///
/// By, in this order: the organization column, `participants.csv`, the document's variables, the document group, the pattern over the
/// document's name; and, where the study has but one organization, that one.
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
  private let variables: DocumentVariables

  /// - Parameters:
  ///   - organizations: Those of `organizations.csv`; empty: they are discovered.
  ///   - participants: Those of `participants.csv`.
  ///   - pattern: How a document's name tells its organization.
  ///   - variables: What the program that coded them knows of the documents.
  ///   - fallback: The organization of a study in which nothing names one.
  init(
    organizations: [Organization], participants: [Participant], pattern: OrganizationPattern?,
    variables: DocumentVariables = DocumentVariables(), fallback: Organization.ID? = nil
  ) {
    isClosed = !organizations.isEmpty
    only = organizations.count == 1 ? organizations[0].id : fallback
    self.pattern = pattern
    self.variables = variables
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
    let known = participant.ifEmpty(variables.value(of: .participant, group: group, name: source))
    let named = known.isEmpty ? nil : Participant.ID(known)
    if let named, !participants.isEmpty, participants[named] == nil { throw .unknownParticipant(known) }
    // One source may hold several people; who of them spoke, only a participant column can say.
    let listed = bySource[source] ?? []
    let speaker = named ?? (listed.count == 1 ? listed[0].id : nil)
    let places = [
      organization, speaker.flatMap { participants[$0]?.organization.rawValue },
      listed.first?.organization.rawValue,
      variables.value(of: .organization, group: group, name: source), group,
      pattern?.organization(in: source), only?.rawValue,
    ]
    let place = places.lazy.compactMap { $0 }.first { !$0.isEmpty }
    guard let place else { throw .noOrganization }
    return EvidenceTally.Informant(organization: try identified(place), participant: speaker, source: source)
  }

  private func identified(_ written: String) throws(Problem) -> Organization.ID {
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

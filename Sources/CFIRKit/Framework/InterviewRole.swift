/// Whom an interview is with.
public enum InterviewRole: String, Sendable, CaseIterable {
  /// Who decides and leads: executives, directors, supervisors.
  case leader
  /// Who delivers and supports: peers, clinicians, other staff.
  case staff
  /// Who receives: clients, participants, families.
  case recipient

  /// Whether a construct is asked of this role.
  ///
  /// Leaders are asked about everything but what only others know of themselves. Staff are asked about the innovation, the
  /// organization, its people, the process, and of the world outside about attitudes, conditions and partners. Recipients
  /// are asked about the innovation, attitudes, how they are treated, those who deliver, and themselves.
  ///
  /// - Parameters:
  ///   - construct: A construct of CFIR 2022, or a pair of role and characteristic.
  ///   - codebook: Where its parents are looked up.
  /// - Returns: Whether it is.
  public func isAsked(about construct: Construct, in codebook: Codebook) -> Bool {
    let family = Self.family(construct, codebook)
    switch self {
    case .leader: return !family.contains("innovation-recipients")
    case .staff: return !family.contains("outer-setting") || !family.isDisjoint(with: Self.outsideForStaff)
    case .recipient: return !family.isDisjoint(with: Self.forRecipients)
    }
  }

  private static let outsideForStaff: Set<Construct.ID> = [
    "local-attitudes", "local-conditions", "partnerships-and-connections",
  ]

  private static let forRecipients: Set<Construct.ID> = [
    "innovation-relative-advantage", "innovation-adaptability", "innovation-complexity", "innovation-design",
    "local-attitudes", "recipient-centeredness", "human-equality-centeredness", "innovation-deliverers",
    "innovation-recipients", "assessing-needs-innovation-recipients", "engaging-innovation-recipients",
  ]

  /// The construct and all that it is a part of.
  private static func family(_ construct: Construct, _ codebook: Codebook) -> Set<Construct.ID> {
    var family: Set<Construct.ID> = [construct.id, construct.domain]
    var next = construct.parent
    while let present = next, family.insert(present).inserted || present == construct.domain {
      next = present == construct.domain ? nil : codebook.construct(present)?.parent
    }
    return family
  }
}

/// A construct that stands in the way in one organization.
public struct Barrier: Hashable, Sendable {
  /// How it is known.
  public enum Ground: Hashable, Sendable {
    /// A rating below 0.
    case rating(String)
    /// A mean of survey answers below the middle of their scale.
    case survey(mean: Double, instrument: String)
  }

  /// The organization.
  public let organization: Organization.ID
  /// The construct.
  public let construct: Construct.ID
  /// How it is known.
  public let ground: Ground

  /// A barrier.
  public init(organization: Organization.ID, construct: Construct.ID, ground: Ground) {
    self.organization = organization
    self.construct = construct
    self.ground = ground
  }
}

extension Crosswalk {
  /// The constructs of 2009 from which one of 2022 comes, or failing these, from which its parent comes.
  ///
  /// - Parameters:
  ///   - id: A construct of 2022, or a pair of role and characteristic.
  ///   - codebook: Where parents are looked up.
  /// - Returns: The constructs, each with how sure the correspondence is; empty for what 2022 added.
  public func origins(of id: Construct.ID, in codebook: Codebook) -> [(
    construct: Construct.ID, certainty: String
  )] {
    var next: Construct.ID? = id
    while let present = next {
      let found = rows.filter { $0.to.contains(present) }.compactMap { row in
        row.from.map { (construct: $0, certainty: row.certainty) }
      }
      if !found.isEmpty { return found }
      next = codebook.construct(present)?.parent
    }
    return []
  }
}

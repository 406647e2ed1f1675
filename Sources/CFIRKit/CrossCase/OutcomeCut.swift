/// One way to cut the ordered outcome in two: everybody at or above a value against everybody below.
public struct OutcomeCut: Sendable, Equatable {
  /// The lowest outcome of those above, as the file has it, or as a number.
  public let from: String
  /// The organizations above, best first.
  public let high: [Organization.ID]
  /// Those below.
  public let low: [Organization.ID]
}

extension OrganizationGroups {
  /// Every cut of the outcome, the strictest first; none where all organizations have the same outcome or none.
  ///
  /// - Parameter organizations: Who is asked; those without an outcome are in no group.
  /// - Returns: One fewer than there are values.
  public func cuts(among organizations: [Organization]) -> [OutcomeCut] {
    let known = organizations.enumerated().compactMap { place, organization in
      outcomes[organization.id].map { (id: organization.id, outcome: $0, place: place) }
    }.sorted { $0.outcome == $1.outcome ? $0.place < $1.place : $0.outcome > $1.outcome }
    return known.indices.dropFirst().filter { known[$0].outcome != known[$0 - 1].outcome }.map { place in
      OutcomeCut(
        from: labels[known[place - 1].id] ?? word(for: known[place - 1].id), high: known[..<place].map(\.id),
        low: known[place...].map(\.id))
    }
  }

  /// A group's name where the outcome has no words of its own.
  private func word(for id: Organization.ID) -> String { group(of: id)?.rawValue ?? "" }
}

/// Organizations sorted by how the implementation went.
public struct OrganizationGroups: Sendable, Equatable {
  /// A group.
  public enum Group: String, Sendable, CaseIterable {
    /// It went well.
    case high
    /// In between.
    case middle
    /// It did not.
    case low
  }

  /// Where it went well, best first.
  public var high: [Organization.ID]
  /// In between.
  public var middle: [Organization.ID]
  /// Where it did not.
  public var low: [Organization.ID]
  /// The outcome as a rank or a number, higher is better; absent for organizations without one.
  public var outcomes: [Organization.ID: Double] = [:]
  /// The outcome as the file has it.
  public var labels: [Organization.ID: String]

  /// Groups as they are given; low, middle and high stand for 1, 2 and 3 where no outcome is.
  public init(
    high: [Organization.ID], middle: [Organization.ID] = [], low: [Organization.ID],
    outcomes: [Organization.ID: Double] = [:], labels: [Organization.ID: String] = [:]
  ) {
    self.high = high
    self.middle = middle
    self.low = low
    self.labels = labels
    if outcomes.isEmpty {
      for (rank, members) in [(1.0, low), (2.0, middle), (3.0, high)] {
        for id in members { self.outcomes[id] = rank }
      }
    } else {
      self.outcomes = outcomes
    }
  }

  /// The group of an organization.
  public func group(of id: Organization.ID) -> Group? {
    if high.contains(id) { return .high }
    if middle.contains(id) { return .middle }
    return low.contains(id) ? .low : nil
  }

  /// Organizations by group, high first; within a group by outcome, best first, then as they come.
  public func ordered(_ organizations: [Organization]) -> [Organization] {
    let groups = Group.allCases.map(Optional.some) + [nil]
    return groups.flatMap { wanted in
      organizations.enumerated().filter { group(of: $0.element.id) == wanted }.sorted {
        let (first, second) = (outcomes[$0.element.id] ?? 0, outcomes[$1.element.id] ?? 0)
        return first == second ? $0.offset < $1.offset : first > second
      }.map(\.element)
    }
  }
}

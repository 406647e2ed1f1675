import CFIRKit
import Foundation

extension StudyReader {
  mutating func settleGroups(_ file: StudyFile, isClosed: Bool, in study: inout Study) {
    if !options.high.isEmpty || !options.low.isEmpty || !options.middle.isEmpty {
      func flagged(_ names: [String], _ flag: String) -> [Located<String>] {
        names.map { Located(value: $0, origin: Origin(file: flag)) }
      }
      settle(
        StudyFile.Groups(
          high: flagged(options.high, "--high"), middle: flagged(options.middle, "--middle"),
          low: flagged(options.low, "--low")), in: &study)
    } else if let groups = file.groups {
      settle(groups, in: &study)
    } else if let outcome = file.outcome {
      settle(outcome, in: &study)
    }
  }

  private mutating func settle(_ groups: StudyFile.Groups, in study: inout Study) {
    var seen: Set<Organization.ID> = []
    var findings = findings
    let organizations = study.organizations
    func ids(_ names: [Located<String>]) -> [Organization.ID] {
      names.compactMap { name in
        guard
          let organization = organizations.first(where: {
            $0.id.rawValue == name.value || $0.name == name.value
          })
        else {
          findings.add(
            .error(
              at: name.origin, "there is no organization '\(name.value)'",
              fix: nearest(name.value, among: organizations.map(\.id.rawValue)).asSuggestion.ifEmpty(
                "the organizations are \(organizations.map(\.id.rawValue).joined(separator: ", "))")))
          return nil
        }
        guard seen.insert(organization.id).inserted else {
          findings.add(
            .error(
              at: name.origin, "the organization '\(name.value)' is in two groups", fix: "keep it in one"))
          return nil
        }
        return organization.id
      }
    }
    let made = OrganizationGroups(high: ids(groups.high), middle: ids(groups.middle), low: ids(groups.low))
    self.findings = findings
    study.groups = made
  }

  private mutating func settle(_ outcome: StudyFile.Outcome, in study: inout Study) {
    let column = outcome.column
    let attributes = study.organizations.flatMap { $0.attributes.map(\.name) }
    guard attributes.contains(where: { TableReader.key($0) == TableReader.key(column.value) }) else {
      var seen: Set<String> = []
      let names = attributes.filter { seen.insert($0).inserted }
      findings.add(
        .error(
          at: column.origin, "organizations.csv has no column '\(column.value)'",
          fix: nearest(column.value, among: names).asSuggestion.ifEmpty(
            names.isEmpty ? "add it there" : "its further columns are \(names.joined(separator: ", "))")))
      return
    }
    study.outcomeColumn = column.value
    var members: [OrganizationGroups.Group: [Organization.ID]] = [:]
    var outcomes: [Organization.ID: Double] = [:]
    var labels: [Organization.ID: String] = [:]
    for organization in study.organizations {
      guard let entry = organization.entry(column.value), !entry.value.isEmpty else { continue }
      labels[organization.id] = entry.value
      guard let (value, group) = classify(entry, outcome, organization) else { continue }
      outcomes[organization.id] = outcome.isHigherBetter || !outcome.order.isEmpty ? value : -value
      members[group, default: []].append(organization.id)
    }
    study.groups = OrganizationGroups(
      high: members[.high] ?? [], middle: members[.middle] ?? [], low: members[.low] ?? [],
      outcomes: outcomes,
      labels: labels)
  }

  private mutating func classify(
    _ entry: Attribute, _ outcome: StudyFile.Outcome, _ organization: Organization
  ) -> (Double, OrganizationGroups.Group)? {
    let text = entry.value
    if !outcome.order.isEmpty {
      let names = outcome.order.map(\.value)
      guard let rank = names.firstIndex(where: { NameKey($0) == NameKey(text) }) else {
        findings.add(
          .error(
            at: outcome.column.origin,
            "the outcome '\(text)' of '\(organization.id)' is not in the order given",
            fix: nearest(text, among: names).asSuggestion.ifEmpty("add it to `order:`")))
        return nil
      }
      let isLast = rank == names.count - 1
      let group: OrganizationGroups.Group = rank == 0 ? .low : isLast ? .high : .middle
      return (Double(rank + 1), group)
    }
    guard let number = entry.written.number else {
      findings.add(
        .error(
          at: entry.origin ?? outcome.column.origin,
          "the outcome '\(text)' of '\(organization.id)' is not a number",
          fix: "write a number, or list the values under `order:`"))
      return nil
    }
    guard let first = outcome.cuts.first, let last = outcome.cuts.last else { return nil }
    let isTop = number >= last
    let isBottom = number < first
    let group: OrganizationGroups.Group =
      isTop
      ? (outcome.isHigherBetter ? .high : .low) : isBottom ? (outcome.isHigherBetter ? .low : .high) : .middle
    return (number, group)
  }
}

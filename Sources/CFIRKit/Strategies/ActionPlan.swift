/// What a team decided about strategies: a file that people fill in, and that is kept from run to run.
public struct ActionPlan: Sendable {
  /// What was decided about a strategy.
  public enum Decision: String, Sendable, CaseIterable {
    case adopt, adapt, reject
  }

  /// One row.
  public struct Entry: Sendable {
    /// The strategy.
    public var strategy: Strategy.ID
    /// For which organization; nothing: for all.
    public var organization: Organization.ID?
    /// What was decided; nothing: not yet.
    public var decision: Decision?
    /// Who sees to it.
    public var owner: String
    /// By when.
    public var due: String
    /// When it is looked at again.
    public var review: String
    /// What came of it.
    public var outcome: String
  }

  /// The columns in the order in which they are written.
  public static let columns = [
    "strategy", "name", "organization", "barriers", "decision", "owner", "due", "review", "outcome", "note",
  ]

  /// The rows in their order.
  public private(set) var entries: [Entry] = []
  /// The columns of the file, in its order; rows are added in it.
  public private(set) var header: [String] = ActionPlan.columns

  /// Whether the file's cells are separated by commas, as rows that are added are.
  public private(set) var isCommaSeparated = true

  /// Nothing planned.
  public init() {}

  /// What was decided about a strategy.
  public func entries(on strategy: Strategy.ID) -> [Entry] { entries.filter { $0.strategy == strategy } }

  /// Reads a plan; further columns are the team's own.
  ///
  /// - Parameters:
  ///   - table: The plan.
  ///   - organizations: Those that it can be for; empty: any.
  ///   - findings: What is wrong with its rows.
  /// - Returns: The plan, as far as it could be read.
  /// - Throws: A finding where it has no column `strategy`.
  public static func read(
    _ table: consuming TableReader, organizations: [Organization], noting findings: inout Findings
  ) throws(Finding) -> ActionPlan {
    var table = table
    guard let strategy = table.column("strategy") else {
      throw .error(
        at: Origin(file: table.file, line: 1), "there is no column 'strategy'",
        fix: nearest("strategy", among: table.header).asSuggestion.ifEmpty(
          "add it, with numbers from 1 to 73"))
    }
    let organization = table.column("organization", "organisation", "site")
    let decision = table.column("decision")
    let others = ["owner", "due", "review", "outcome"].map { table.column($0) }
    var plan = ActionPlan()
    plan.header = table.header
    plan.isCommaSeparated = table.delimiter == 0x2C
    while try table.next(noting: &findings) {
      guard let known = Strategy.named(table.text(strategy)) else {
        findings.add(
          .error(
            at: table.origin(strategy), "'\(table.text(strategy))' is no strategy",
            fix: nearest(table.text(strategy), among: Strategy.all.map(\.name)).asSuggestion.ifEmpty(
              "write a number from 1 to 73, or the published name")))
        continue
      }
      let site = table.text(organization)
      if !site.isEmpty && !organizations.isEmpty && !organizations.contains(where: { $0.id.rawValue == site })
      {
        findings.add(
          .error(
            at: table.origin(organization), "the organization '\(site)' is not in the study",
            fix: nearest(site, among: organizations.map(\.id.rawValue)).asSuggestion.ifEmpty(
              "add it to organizations.csv")))
      }
      let written = table.text(decision).lowercased()
      let parsed = Decision(rawValue: written)
      if !written.isEmpty && parsed == nil {
        findings.add(
          .error(
            at: table.origin(decision), "'\(written)' is no decision",
            fix: "write adopt, adapt, reject, or nothing"))
      }
      let cells = others.map { table.text($0) }
      plan.entries.append(
        Entry(
          strategy: known.id, organization: site.isEmpty ? nil : .init(site), decision: parsed,
          owner: cells[0],
          due: cells[1], review: cells[2], outcome: cells[3]))
    }
    return plan
  }

  /// Rows for strategies that the plan does not have yet, in the order of its columns.
  ///
  /// - Parameters:
  ///   - suggestions: The strategies, the most useful first.
  ///   - organization: For which organization; nothing: for all.
  /// - Returns: CSV without a header; empty where there is nothing to add.
  public func rows(adding suggestions: [StrategySuggestion], for organization: Organization.ID?) -> String {
    var writer = CSVWriter()
    for suggestion in suggestions
    where !entries.contains(where: {
      $0.strategy == suggestion.strategy.id && $0.organization == organization
    }) {
      let cells = [
        "strategy": String(suggestion.strategy.number), "name": suggestion.strategy.name,
        "organization": organization?.rawValue ?? "", "barriers": String(suggestion.matches.count),
      ]
      writer.row(header.map { (cells[TableReader.key($0)] ?? "").withFormulaGuard })
    }
    return writer.text
  }
}

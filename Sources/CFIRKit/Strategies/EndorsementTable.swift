import CFIRCodebooks

/// How many experts chose a strategy for a barrier in a construct.
public struct Endorsement: Hashable, Sendable {
  /// Where the share was not printed, what was.
  public enum Level: String, Sendable, CaseIterable {
    /// At least half of the experts.
    case first = "1"
    /// At least a fifth, less than half.
    case second = "2"
    /// At least a fifth.
    case firstOrSecond = "1 or 2"
    /// The construct for which the strategy was chosen most.
    case named
  }

  /// The construct of CFIR 2009, or of the edition of a table of one's own.
  public let construct: Construct.ID
  /// The strategy.
  public let strategy: Strategy.ID
  /// The share of experts in percent, where it is known.
  public let percent: Double?
  /// What is known where the share is not.
  public let level: Level?
  /// Where it was read.
  public let source: String

  /// Whether the strategy counts as an answer to a barrier: chosen by at least a fifth of the experts, or named for it.
  public var isAnswer: Bool { percent.map { $0 >= 20 } ?? (level != nil) }

  /// What is known, in words: `56 %`, `at least 20 %`.
  public var words: String {
    if let percent { return "\(ResponseScale.plain(percent.rounded())) %" }
    switch level {
    case .first: return "at least 50 %"
    case .second, .firstOrSecond: return "at least 20 %"
    case .named: return "named, no share"
    case nil: return ""
    }
  }

  /// What sorts first: known shares by size, then levels.
  var rank: Double { percent ?? [.first: 50, .second: 20, .firstOrSecond: 20][level ?? .named] ?? 0 }
}

/// Which strategies experts chose for barriers in which constructs.
public struct EndorsementTable: Sendable {
  /// One for each construct and strategy: of several sources the one with a share, else the strongest.
  public let endorsements: [Endorsement]

  /// What was collected from published tables; it covers part of the survey.
  public static let shipped: EndorsementTable = {
    var findings = Findings()
    guard let records = try? RecordReader(text: StrategyText.endorsements, file: "endorsements.csv"),
      let table = try? EndorsementTable(TableReader(records), by: Codebook(.cfir2009), noting: &findings)
    else { return EndorsementTable([]) }
    return table
  }()

  private init(_ endorsements: [Endorsement]) { self.endorsements = endorsements }

  /// Reads a table: `construct, strategy, percent`, and optionally `level`, `source`.
  ///
  /// - Parameters:
  ///   - table: The table; strategies by number, id or name.
  ///   - codebook: Where constructs are looked up.
  ///   - findings: What is wrong with its rows.
  /// - Throws: A finding where a column is missing.
  public init(_ table: consuming TableReader, by codebook: Codebook, noting findings: inout Findings)
    throws(Finding)
  {
    var table = table
    let construct = table.column("construct")
    let strategy = table.column("strategy")
    let percent = table.column("percent", "endorsement", "share")
    guard let construct, let strategy, let percent else {
      throw .error(
        at: Origin(file: table.file, line: 1),
        "a table of endorsements has the columns construct, strategy, percent",
        fix: "name the columns so")
    }
    let level = table.column("level")
    let source = table.column("source")
    var best: [[String]: Endorsement] = [:]
    var order: [[String]] = []
    while try table.next(noting: &findings) {
      guard case .found(let found) = codebook.match(table.text(construct)) else {
        findings.add(
          .error(
            at: table.origin(construct), "'\(table.text(construct))' is not in \(codebook.framework.title)",
            fix: nearest(table.text(construct), among: codebook.names).asSuggestion.ifEmpty(
              "write a construct's id")))
        continue
      }
      guard let known = Strategy.named(table.text(strategy)) else {
        findings.add(
          .error(
            at: table.origin(strategy), "'\(table.text(strategy))' is no strategy",
            fix: nearest(table.text(strategy), among: Strategy.all.map(\.name)).asSuggestion.ifEmpty(
              "write a number from 1 to 73, or the published name")))
        continue
      }
      let written = table.text(percent)
      let share = Double(written.hasSuffix("%") ? written.dropLast().trimmingWhitespace() : written)
      guard written.isEmpty || share.map({ (0...100).contains($0) }) == true else {
        findings.add(
          .error(
            at: table.origin(percent), "'\(written)' is no share in percent",
            fix: "write a number from 0 to 100"))
        continue
      }
      let endorsement = Endorsement(
        construct: found.id, strategy: known.id, percent: share,
        level: Endorsement.Level(rawValue: table.text(level)), source: table.text(source))
      let key = [found.id.rawValue, known.id.rawValue]
      guard let before = best[key] else {
        best[key] = endorsement
        order.append(key)
        continue
      }
      let isBetter = before.percent == nil && (share != nil || endorsement.rank > before.rank)
      if isBetter { best[key] = endorsement }
    }
    endorsements = order.compactMap { best[$0] }
  }

  /// How many constructs the table says anything of.
  public var constructs: Int { Set(endorsements.map(\.construct)).count }
}

import CFIRKit
import Foundation

/// What `study.yaml` says, each part with its place.
struct StudyFile {
  /// A file of ratings and who gave them.
  struct RatingFile {
    var path: Located<String>
    var rater: String?
    var round: String?
  }

  /// A file of survey responses and what was asked.
  struct SurveyFile {
    var path: Located<String>
    var instrument: Located<String>?
  }

  /// A file of excerpts and how to read it.
  struct ExcerptEntry {
    var path: Located<String>
    var columns: [ExcerptColumn: Located<String>] = [:]
    var judgements: [NameKey: Judgement] = [:]
    var weights: [Double: Judgement] = [:]
    var pattern: OrganizationPattern?
  }

  /// Where groups come from.
  struct Outcome {
    var column: Located<String>
    var order: [Located<String>] = []
    var cuts: [Double] = []
    var isHigherBetter = true
  }

  /// Groups written out.
  struct Groups {
    var high: [Located<String>] = []
    var middle: [Located<String>] = []
    var low: [Located<String>] = []
  }

  var title: String?
  var edition: Framework.Edition?
  var constructs: [Located<String>] = []
  var codebook: Located<String>?
  var organizations: Located<String>?
  var participants: Located<String>?
  var excerpts: [ExcerptEntry]?
  var ratings: [RatingFile]?
  var surveys: [SurveyFile]?
  var outcome: Outcome?
  var groups: Groups?
  var rule: DistinguishingRule?
  var mixed: MixedRule?
  var round: Located<String>?
  var derive: Bool?
  var minimumCell: Int?
  var calibration: CalibrationRecipe?
  var configurations: Configurations?

  static let keys = [
    "title", "framework", "constructs", "codebook", "organizations", "participants", "excerpts", "ratings",
    "surveys", "outcome", "groups", "rule", "mixed", "round", "derive", "minimum-cell",
    "calibration", "configurations",
  ]

  /// What an absent `study.yaml` says: nothing.
  init() {}

  init(_ root: YAMLNode, noting findings: inout Findings) {
    let values = root.mapping(Self.keys, in: "study.yaml", noting: &findings)
    title = values["title"]?.text(noting: &findings)
    edition = values["framework"]?.choice(Framework.Edition.self, noting: &findings)
    constructs = Self.located(values["constructs"], noting: &findings)
    codebook = Self.located(values["codebook"], noting: &findings).first
    organizations = Self.located(values["organizations"], noting: &findings).first
    participants = Self.located(values["participants"], noting: &findings).first
    excerpts = values["excerpts"].map { $0.items.compactMap { Self.excerptEntry($0, noting: &findings) } }
    ratings = values["ratings"].map { $0.items.compactMap { Self.ratingFile($0, noting: &findings) } }
    surveys = values["surveys"].map { $0.items.compactMap { SurveyFile($0, noting: &findings) } }
    outcome = values["outcome"].flatMap { Self.outcome($0, noting: &findings) }
    groups = values["groups"].map { Self.groups($0, noting: &findings) }
    rule = values["rule"]?.choice(DistinguishingRule.self, noting: &findings)
    mixed = values["mixed"]?.choice(MixedRule.self, noting: &findings)
    round = Self.located(values["round"], noting: &findings).first
    derive = values["derive"]?.flag(noting: &findings)
    minimumCell = values["minimum-cell"].flatMap { Self.count($0, noting: &findings) }
    calibration = values["calibration"].map { Self.calibration($0, noting: &findings) }
    configurations = values["configurations"].map { Self.configurations($0, noting: &findings) }
    if let outcome = values["outcome"], groups != nil {
      findings.add(
        outcome.problem("groups are given twice, by 'outcome' and by 'groups'", fix: "keep one of the two"))
    }
  }

  static func located(_ node: YAMLNode?, noting findings: inout Findings) -> [Located<String>] {
    (node?.items ?? []).compactMap { item in
      item.text(noting: &findings).map { Located(value: $0, origin: item.origin) }
    }
  }

  private static func ratingFile(_ node: YAMLNode, noting findings: inout Findings) -> RatingFile? {
    if node.node.scalar != nil {
      return node.text(noting: &findings).map { RatingFile(path: Located(value: $0, origin: node.origin)) }
    }
    let values = node.mapping(["path", "rater", "round"], in: "a ratings entry", noting: &findings)
    guard let path = located(values["path"], noting: &findings).first else {
      findings.add(node.problem("this ratings entry names no file", fix: "add `path:`"))
      return nil
    }
    return RatingFile(
      path: path, rater: values["rater"]?.text(noting: &findings),
      round: values["round"]?.text(noting: &findings))
  }

  private static func excerptEntry(_ node: YAMLNode, noting findings: inout Findings) -> ExcerptEntry? {
    if node.node.scalar != nil {
      return node.text(noting: &findings).map { ExcerptEntry(path: Located(value: $0, origin: node.origin)) }
    }
    let values = node.mapping(
      ["path", "columns", "judgements", "organization-from"], in: "an excerpts entry", noting: &findings)
    guard let path = located(values["path"], noting: &findings).first else {
      findings.add(node.problem("this excerpts entry names no file", fix: "add `path:`"))
      return nil
    }
    var entry = ExcerptEntry(path: path)
    if let columns = values["columns"] {
      let names = ExcerptColumn.allCases.map(\.rawValue)
      let mapping = columns.mapping(names, in: "columns", noting: &findings)
      for column in ExcerptColumn.allCases {
        entry.columns[column] = located(mapping[column.rawValue], noting: &findings).first
      }
    }
    if let judgements = values["judgements"] { judgementMap(judgements, into: &entry, noting: &findings) }
    if let pattern = values["organization-from"], let text = pattern.text(noting: &findings) {
      entry.pattern = try? OrganizationPattern(text)
      if entry.pattern == nil {
        findings.add(
          pattern.problem(
            "'\(text)' is no regular expression",
            fix: "write one such as `^([^_]+)_`: its first group is the organization"))
      }
    }
    return entry
  }

  private static func judgementMap(
    _ node: YAMLNode, into entry: inout ExcerptEntry, noting findings: inout Findings
  ) {
    let values = node.mapping(["codes", "weight"], in: "judgements", noting: &findings)
    for (code, value) in values["codes"]?.entries(noting: &findings) ?? [] {
      entry.judgements[NameKey(code)] = judgement(value, noting: &findings)
    }
    for (weight, value) in values["weight"]?.entries(noting: &findings) ?? [] {
      guard let number = Double(weight), number.isFinite else {
        findings.add(
          value.problem(
            "the weight '\(weight)' is not a number", fix: "write the weight as the export has it"))
        continue
      }
      entry.weights[number] = judgement(value, noting: &findings)
    }
  }

  private static func judgement(_ node: YAMLNode, noting findings: inout Findings) -> Judgement? {
    guard let text = node.text(noting: &findings) else { return nil }
    do throws(UnreadableRating) {
      if let judgement = try Judgement(rating: text) { return judgement }
    } catch {}
    findings.add(node.problem("'\(text)' is no judgement", fix: "write -2 … +2 or \"0 (mixed)\""))
    return nil
  }

  private static func outcome(_ node: YAMLNode, noting findings: inout Findings) -> Outcome? {
    let values = node.mapping(
      ["column", "order", "cuts", "higher-is-better"], in: "outcome", noting: &findings)
    guard let column = located(values["column"], noting: &findings).first else {
      findings.add(
        node.problem("the outcome names no column", fix: "add `column:` with a column of organizations.csv"))
      return nil
    }
    var outcome = Outcome(column: column)
    outcome.order = located(values["order"], noting: &findings)
    for cut in located(values["cuts"], noting: &findings) {
      guard let number = Double(cut.value), number.isFinite else {
        findings.add(.error(at: cut.origin, "the cut '\(cut.value)' is not a number", fix: "write a number"))
        continue
      }
      outcome.cuts.append(number)
    }
    outcome.isHigherBetter = values["higher-is-better"]?.flag(noting: &findings) ?? true
    if outcome.order.isEmpty == outcome.cuts.isEmpty {
      findings.add(
        node.problem(
          "the outcome needs either 'order' or 'cuts'",
          fix: "list its values from low to high under `order:`, or give one or two numbers under `cuts:`"))
    } else if outcome.order.count == 1 {
      findings.add(
        node.problem("an order of one value makes no groups", fix: "list its values from low to high"))
    } else if !outcome.order.isEmpty && !outcome.isHigherBetter {
      findings.add(
        node.problem(
          "an order says already which value is better",
          fix: "list the values from worst to best, and drop 'higher-is-better'"))
    } else if outcome.cuts.count > 2 {
      findings.add(
        node.problem("more than two cuts make more than three groups", fix: "give one or two cuts"))
    }
    outcome.cuts.sort()
    return outcome
  }

  private static func groups(_ node: YAMLNode, noting findings: inout Findings) -> Groups {
    let values = node.mapping(["high", "middle", "low"], in: "groups", noting: &findings)
    return Groups(
      high: located(values["high"], noting: &findings), middle: located(values["middle"], noting: &findings),
      low: located(values["low"], noting: &findings))
  }
}

import CFIRKit
import Foundation

/// Reads a table of responses, wide (a row for each respondent) or long (a row for each answer), into a tally.
///
/// A wide table is read in one pass; what is kept of a respondent is an id, to notice when it comes again. A long table's
/// answers are kept until all of a respondent's are there.
public struct ResponseReader {
  /// After so many errors a table is not read on.
  static let mostErrors = 1000

  let items: [Item]
  let rated: [Int]
  let readers: [AnswerReader]
  /// For each item in turn, what each single ASCII character counts: most answers are one digit.
  let quick: [Double]
  let options: ResponseOptions
  let isProfile: Bool
  var columns: ResponseColumns
  var reading: ResponseReading
  var errors = 0
  private var passOn: ((Survey.Row) -> Void)?
  private var organizations: [String: Organization.ID] = [:]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - name: The name that findings give to it; the path by default.
  ///   - instrument: What was asked.
  ///   - scales: What is scored.
  ///   - options: How it is to be read.
  ///   - passOn: What is done with each respondent's scores besides keeping them.
  /// - Returns: What it says, and all findings; with an error among them, what it says is not whole.
  /// - Throws: A finding where the table cannot be read at all.
  public static func read(
    path: String, name: String? = nil, instrument: Instrument, scales: [ScoredScale],
    options: ResponseOptions = ResponseOptions(), passOn: ((Survey.Row) -> Void)? = nil
  ) throws(Finding) -> ResponseReading {
    let records = try ResponseRecords.open(path: path, name: name)
    var reader = try ResponseReader(
      header: records.header, origins: records.headerOrigins, file: records.file, instrument: instrument,
      scales: scales, options: options)
    reader.passOn = passOn
    if reader.columns.round != nil { try reader.chooseRound(path: path, name: name) }
    if reader.columns.isLong {
      try reader.readLong(TableReader(records))
    } else {
      try reader.readWide(records)
    }
    if reader.reading.survey.tally.respondents == 0 && !reader.reading.findings.hasErrors {
      throw .error(
        at: Origin(file: name ?? path, line: 1), "there is no response below the header",
        fix: "add responses, one to a row")
    }
    return reader.reading
  }

  private init(
    header: [String], origins: [Origin], file: String, instrument: Instrument, scales: [ScoredScale],
    options: ResponseOptions
  ) throws(Finding) {
    items = instrument.items
    rated = items.indices.filter { instrument.items[$0].kind == .rating }
    readers = items.map { AnswerReader($0, noAnswer: options.noAnswer) }
    quick = readers.flatMap(\.quick)
    isProfile = instrument.isProfile
    self.options = options
    columns = try ResponseColumns(header: header, origins: origins, file: file, options: options)
    reading = ResponseReading(survey: Survey(title: file, instrument: instrument, scales: scales))
    for organization in options.organizations {
      organizations[organization.name] = organization.id
    }
    for organization in options.organizations { organizations[organization.id.rawValue] = organization.id }
    if columns.organization == nil && options.needsOrganization {
      throw .error(
        at: Origin(file: file, line: 1), "there is no column 'organization'",
        fix: nearest("organization", among: header).asSuggestion.ifEmpty(
          "add it, or name the column with --group"))
    }
    if !columns.isLong { try checkItems(header, origins, file: file) }
  }

  private mutating func checkItems(_ header: [String], _ origins: [Origin], file: String) throws(Finding) {
    let missing = items.filter { columns.place(of: $0) == nil }
    let unknown = columns.unknown(header, items: items)
    guard missing.count < items.count || options.needsEveryItem else {
      throw .error(
        at: Origin(file: file, line: 1),
        "no column is an item of the instrument: \(items.prefix(5).map { "'\($0.id)'" }.joined(separator: ", "))"
          + (items.count > 5 ? " …" : ""),
        fix: "name the columns after the items; a long table has the columns respondent, item, answer")
    }
    for item in missing {
      let suggestion = nearest(item.id.rawValue, among: unknown.map { header[$0] }).asSuggestion
      try add(
        options.needsEveryItem
          ? .error(
            at: Origin(file: file, line: 1), "there is no column '\(item.id)'",
            fix: suggestion.ifEmpty("the columns are \(header.joined(separator: ", "))"))
          : .warning(
            at: Origin(file: file, line: 1), "the item '\(item.id)' has no column; nobody has answered it",
            fix: suggestion.ifEmpty("add the column, or leave the item out of the instrument")))
    }
  }

  // MARK: Parts of a row

  /// Notes an error; stops where there are too many.
  mutating func add(_ finding: Finding) throws(Finding) {
    reading.findings.add(finding)
    guard finding.severity == .error else { return }
    errors += 1
    if errors >= Self.mostErrors {
      throw .error(
        at: finding.origin, "there are \(errors) errors up to here, and the table is not read on",
        fix: "mend these first; many of one kind often mean a wrong scale or column")
    }
  }

  /// The organization that a row names; nothing where there is none, or where it is unknown.
  mutating func organization(_ written: String, at origin: @autoclosure () -> Origin) throws(Finding)
    -> Organization.ID?
  {
    if written.isEmpty {
      if columns.organization != nil {
        try add(
          Finding(
            options.needsOrganization ? .error : .warning, at: origin(),
            "this row names no organization"
              + (options.needsOrganization ? "" : "; it is scored, and belongs to no group"),
            fix: "fill the cell"))
      }
      return nil
    }
    if let known = organizations[written] { return known }
    guard options.organizations.isEmpty else {
      try add(
        .error(
          at: origin(), "the organization '\(written)' is not in the study",
          fix: nearest(written, among: options.organizations.map(\.id.rawValue)).asSuggestion.ifEmpty(
            "add it to organizations.csv")))
      return nil
    }
    let id = Organization.ID(written)
    organizations[written] = id
    return id
  }

  /// Counts a respondent's answers and keeps the scores.
  mutating func take(_ response: Response) {
    let scores = reading.survey.tally.add(response)
    guard options.keepsScores || passOn != nil else { return }
    let row = Survey.Row(
      respondent: response.respondent, organization: response.organization, role: response.role,
      scores: scores)
    if options.keepsScores { reading.survey.rows.append(row) }
    passOn?(row)
  }

  /// Settles which round is read: the one that is asked for, else the last by number or first appearance.
  private mutating func chooseRound(path: String, name: String?) throws(Finding) {
    var records = try ResponseRecords.open(path: path, name: name)
    var rounds: [String] = []
    while try records.next() {
      let round = records.text(columns.round ?? -1).trimmingWhitespace()
      if !rounds.contains(round) { rounds.append(round) }
    }
    let numbers = rounds.compactMap { Double($0) }
    if numbers.count == rounds.count { rounds.sort { (Double($0) ?? 0) < (Double($1) ?? 0) } }
    reading.survey.rounds = rounds
    if let wanted = options.round, !rounds.contains(wanted) {
      throw .error(
        at: Origin(file: name ?? path), "there is no round '\(wanted)'",
        fix: "the rounds are \(rounds.joined(separator: ", "))")
    }
    reading.survey.round = options.round ?? rounds.last
  }
}

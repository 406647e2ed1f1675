import CFIRKit

/// A table of ratings, long (a row for each rating) or wide (a column for each organization).
struct RatingTable {
  /// What a table gave.
  struct Contents {
    var ratings: [Rating] = []
    /// Organizations in the order in which they appear.
    var organizations: [Located<String>] = []
    /// Labels of the last column; only wide tables have it.
    var labels: [Construct.ID: Verdict?] = [:]
    /// How the file's bytes are read.
    var encoding = TextEncoding.utf8
  }

  /// Whether a header is one of ratings: it names constructs, and it is not one of excerpts.
  static func recognizes(_ header: [String]) -> Bool {
    header.contains { constructNames.contains(TableReader.key($0)) } && !ExcerptColumns.recognizes(header)
  }

  private static let constructNames = ["construct", "cfirconstruct", "constructs"]

  /// Where a table names its constructs.
  static func constructColumn(_ table: borrowing TableReader) -> Int? {
    for name in constructNames {
      if let place = table.column(name) { return place }
    }
    return nil
  }

  private let rater: Rating.RaterID
  private let round: String
  private var codebook: Codebook
  private var findings = Findings()

  /// - Parameters:
  ///   - rater: Who gave the ratings of a table that does not say; the team's consensus by default.
  ///   - round: The round of a table that does not say.
  ///   - codebook: Where row names are looked up.
  init(rater: String?, round: String?, codebook: Codebook) {
    self.rater = rater.map { .init($0) } ?? Rating.consensus
    self.round = round ?? ""
    self.codebook = codebook
  }

  /// Reads a table; constructs that no framework knows are kept in the codebook under the slug of their name.
  static func read(
    _ records: consuming RecordReader, rater: String?, round: String?, codebook: inout Codebook,
    noting findings: inout Findings
  ) throws(Finding) -> Contents {
    var reader = RatingTable(rater: rater, round: round, codebook: codebook)
    // Also where reading stops: what was found before it is no less wrong.
    defer { for finding in reader.findings.all { findings.add(finding) } }
    let contents = try reader.read(TableReader(records))
    codebook = reader.codebook
    return contents
  }

  private mutating func read(_ table: consuming TableReader) throws(Finding) -> Contents {
    var table = table
    guard let construct = Self.constructColumn(table) else {
      throw .error(
        at: Origin(file: table.file, line: 1), "there is no column 'construct'",
        fix: nearest("construct", among: table.header).asSuggestion.ifEmpty(
          "a rating table has the columns organization, construct, rating; or construct and a column for each organization"
        ))
    }
    let rating = table.column("rating", "score")
    let organization = table.column("organization", "organisation", "site", "case")
    if let organization {
      guard let rating else {
        throw .error(
          at: Origin(file: table.file, line: 1), "there is no column 'rating'",
          fix: nearest("rating", among: table.header).asSuggestion.ifEmpty("add it, one rating to a row"))
      }
      return try readLong(&table, organization: organization, construct: construct, rating: rating)
    }
    return try readWide(&table, construct: construct)
  }

  // MARK: Long

  private mutating func readLong(
    _ table: inout TableReader, organization: Int, construct: Int, rating: Int
  ) throws(Finding) -> Contents {
    let raterColumn = table.column("rater", "analyst", "ratedby")
    let roundColumn = table.column("round", "wave")
    let summary = table.column("summary")
    let rationale = table.column("rationale", "justification", "reason")
    let excerpts = table.column("excerpts", "excerpt", "quotes")
    let date = table.column("date")
    var contents = Contents()
    var seen: Set<String> = []
    var rows = 0
    while try table.next(noting: &findings) {
      rows += 1
      let site = table.text(organization)
      if site.isEmpty {
        findings.add(
          .error(at: table.origin(organization), "this row names no organization", fix: "fill the cell"))
        continue
      }
      if seen.insert(site).inserted {
        contents.organizations.append(Located(value: site, origin: table.origin(organization)))
      }
      guard let id = self.construct(table.text(construct), domain: "", at: table.origin(construct)),
        let value = value(table.text(rating), of: id, at: table.origin(rating))
      else { continue }
      let raterText = table.text(raterColumn)
      let roundText = table.text(roundColumn)
      contents.ratings.append(
        Rating(
          organization: .init(site), construct: id,
          rater: raterText.isEmpty
            ? rater : raterText.lowercased() == "consensus" ? Rating.consensus : .init(raterText),
          round: roundText.isEmpty ? round : roundText, value: value, summary: table.text(summary),
          rationale: table.text(rationale),
          excerpts: table.text(excerpts).split(separator: ";").map { .init($0.trimmingWhitespace()) }
            .filter { !$0.rawValue.isEmpty },
          date: table.text(date), origin: table.origin(rating)))
    }
    try requireRows(rows, file: table.file)
    contents.encoding = table.encoding
    return contents
  }

  // MARK: Wide

  private mutating func readWide(_ table: inout TableReader, construct: Int) throws(Finding) -> Contents {
    let domain = table.column("domain")
    let number = table.column("number")
    let label = table.column("distinguishing", "label", "distinguishes")
    let header = table.header
    var contents = Contents()
    var columns: [(place: Int, organization: Organization.ID)] = []
    for place in header.indices where ![construct, domain, number, label].contains(place) {
      let site = header[place]
      // Spreadsheets leave empty columns at the right.
      if site.isEmpty { continue }
      let origin = table.headerOrigins[place]
      if let before = columns.first(where: { $0.organization.rawValue == site }) {
        findings.add(
          .error(
            at: origin,
            "two columns (\(before.place + 1) and \(place + 1)) are for the organization '\(site)'",
            fix: "keep one, or rename the other"))
        continue
      }
      columns.append((place, .init(site)))
      contents.organizations.append(Located(value: site, origin: origin))
    }
    guard !columns.isEmpty else {
      throw .error(
        at: Origin(file: table.file, line: 1), "there is no column for any organization",
        fix:
          "a wide table has a column for each organization; a long one has the columns organization, construct, rating"
      )
    }
    var rows = 0
    while try table.next(noting: &findings) {
      rows += 1
      // Printed tables set a domain's name on a line of its own.
      if case .found(let heading) = codebook.match(table.text(construct)), !heading.kind.isRated,
        columns.allSatisfy({ table.text($0.place).isEmpty })
      {
        continue
      }
      guard
        let id = self.construct(
          table.text(construct), domain: table.text(domain), at: table.origin(construct))
      else { continue }
      for (place, organization) in columns {
        guard let value = value(table.text(place), of: id, at: table.origin(place)) else { continue }
        contents.ratings.append(
          Rating(
            organization: organization, construct: id, rater: rater, round: round, value: value,
            origin: table.origin(place)))
      }
      guard let label else { continue }
      let text = table.text(label)
      let verdict = Verdict(label: text)
      if verdict == nil && !text.isEmpty {
        findings.add(
          .error(
            at: table.origin(label), "'\(text)' is no label of a distinguishing construct",
            fix: "write ** or b (strong), * or a (weak), I (insufficient), or nothing"))
      }
      contents.labels.updateValue(verdict, forKey: id)
    }
    try requireRows(rows, file: table.file)
    contents.encoding = table.encoding
    return contents
  }

  private func requireRows(_ rows: Int, file: String) throws(Finding) {
    guard rows > 0 || findings.hasErrors else {
      throw .error(
        at: Origin(file: file, line: 1), "there is a header and no rating below it",
        fix: "add ratings, or remove the file")
    }
  }

  // MARK: Cells

  private mutating func construct(_ name: String, domain: String, at origin: Origin) -> Construct.ID? {
    if name.isEmpty {
      findings.add(.error(at: origin, "this row names no construct", fix: "fill the cell or delete the row"))
      return nil
    }
    switch codebook.match(name) {
    case .found(let construct):
      if construct.kind.isRated { return construct.id }
      findings.add(
        .error(
          at: origin,
          construct.kind == .code
            ? "'\(name)' is a team's own code, which is counted and not rated"
            : "'\(name)' is a \(construct.kind.rawValue), which is never rated",
          fix: construct.kind == .code
            ? "give it `construct` as its kind in the codebook to rate it" : "rate the constructs in it"))
      return nil
    case .ambiguous(let constructs):
      findings.add(
        .error(
          at: origin, "'\(name)' is borne by \(constructs.count) constructs",
          fix: codebook.choice(among: constructs)))
      return nil
    case .none:
      let suggestion = nearest(name, among: codebook.names)
      findings.add(
        Finding(
          suggestion == nil ? .note : .warning, at: origin,
          "'\(name)' is not in \(codebook.framework.title); it is kept as a construct of this study",
          fix: suggestion.asSuggestion))
      var domainID: Construct.ID?
      if case .found(let found) = codebook.match(domain), found.kind == .domain { domainID = found.id }
      return codebook.keep(name, domain: domainID)
    }
  }

  private mutating func value(_ token: String, of construct: Construct.ID, at origin: Origin) -> RatingValue?
  {
    do throws(UnreadableRating) {
      let value = try RatingValue(token: token)
      if case .descriptor = value, construct != "c09-intervention-source" {
        findings.add(
          .warning(
            at: origin,
            "'\(token)' describes where an intervention came from, which only CFIR 2009 Intervention Source does",
            fix: "write a rating, or missing"))
      }
      return value
    } catch {
      findings.add(.error(at: origin, "'\(error.token)' is not a rating", fix: error.fix))
      return nil
    }
  }
}

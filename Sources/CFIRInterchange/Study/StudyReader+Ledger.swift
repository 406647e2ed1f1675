import CFIRDigest
import CFIRKit
import CFIRStore
import Foundation

extension StudyReader {
  /// Reads and verifies the study's ledger; nothing where there is none, or where it cannot be read.
  mutating func readLedger(_ file: LedgerFile?) -> Ledger? {
    guard let file, file.exists else { return nil }
    do throws(Finding) {
      let reading = try file.read()
      for finding in reading.findings { findings.add(finding) }
      return reading.ledger
    } catch {
      findings.add(error)
      return nil
    }
  }

  /// Joins the ledger's ratings to those of the tables: equal ones are one, different ones an error that names both places.
  mutating func join(_ ledger: Ledger, in name: String, isClosed: Bool, to study: inout Study) {
    var places: [RatedCell: Int] = [:]
    for (place, rating) in study.allRatings.enumerated() { places[RatedCell(rating)] = place }
    for standing in ledger.standings {
      guard let event = standing.heads.last else { continue }
      let origin = event.origin(in: name)
      guard let cell = known(standing.cell, at: origin, isClosed: isClosed, in: &study) else { continue }
      if let place = places[cell] {
        compare(standing, with: &study.allRatings[place], in: name)
      } else if var rating = standing.rating(in: name) {
        (rating.organization, rating.construct) = (cell.organization, cell.construct)
        places[cell] = study.allRatings.count
        study.allRatings.append(rating)
      }
    }
    (study.ledger, study.ledgerName) = (ledger, name)
  }

  private mutating func compare(_ standing: LedgerStanding, with rating: inout Rating, in name: String) {
    let cell = "'\(rating.organization)' on '\(rating.construct)'"
    let other = standing.heads.first { $0.entry.after != rating.value }
    if let other {
      let origin = other.origin(in: name)
      findings.add(
        other.entry.after == nil
          ? .error(
            at: origin,
            "\(rating.rater) withdrew the rating of \(cell) here, and \(rating.origin) still gives it",
            fix: "take the row out of the table, or give the rating again")
          : .error(
            at: origin, "\(rating.rater) rates \(cell) differently here and at \(rating.origin)",
            fix: rating.origin.file.hasPrefix("\(name):")
              ? "both stand in the ledger, under two ids of one organization or construct; change the id back"
              : "let the table say the same, or take the row out of it"))
    } else if let same = standing.rating(in: name) {
      if rating.summary.isEmpty { rating.summary = same.summary }
      if rating.rationale.isEmpty { rating.rationale = same.rationale }
      if rating.excerpts.isEmpty { rating.excerpts = same.excerpts }
    }
  }

  /// The cell as this study knows its organization and construct.
  private mutating func known(
    _ cell: RatedCell, at origin: Origin, isClosed: Bool, in study: inout Study
  ) -> RatedCell? {
    guard
      let organization = organization(
        Located(value: cell.organization.rawValue, origin: origin), isClosed: isClosed, in: &study)
    else { return nil }
    var cell = cell
    cell.organization = organization
    if study.codebook.construct(cell.construct) == nil {
      if case .found(let construct) = study.codebook.match(cell.construct.rawValue), construct.kind.isRated {
        cell.construct = construct.id
      } else {
        findings.add(
          Finding(
            .note, at: origin,
            "'\(cell.construct)' is not in \(study.codebook.framework.title); it is kept as a construct of this study",
            fix: nearest(cell.construct.rawValue, among: study.codebook.names).asSuggestion))
        cell.construct = study.codebook.keep(cell.construct.rawValue, domain: nil)
      }
    }
    return cell
  }
}

extension StudyReader.Reading {
  /// Reads a table of ratings as one of this study's, for its ledger to take over.
  ///
  /// - Parameters:
  ///   - path: The table, long or wide.
  ///   - rater: Who gave the ratings of a table that does not say.
  ///   - round: The round of a table that does not say.
  /// - Returns: Its ratings, and all that was found; with an error among these, none should be taken over.
  public func ratings(
    in path: String, rater: String, round: String
  ) -> (ratings: [Rating], findings: Findings) {
    guard var study else { return ([], findings) }
    var reader = StudyReader(options: StudyOptions())
    study.allRatings = []
    reader.readRatings(
      [.init(table: .init(path: path, name: path), rater: rater, round: round)],
      isClosed: listsOrganizations, into: &study)
    return (study.allRatings, reader.findings)
  }

  /// A file as the ledger names it: by its name and the SHA-256 of its bytes.
  ///
  /// - Throws: A finding where it cannot be read.
  public static func source(_ path: String) throws(Finding) -> LedgerEntry.Source {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .error(at: Origin(file: path), "the file cannot be read", fix: "check its name and its rights")
    }
    return .init(
      name: URL(fileURLWithPath: path).lastPathComponent,
      digest: Digest.hexadecimal(Digest.sha256(Array(data))))
  }
}

extension StudyReader {
  /// The ledger of a study, which need not exist yet, or a ledger by its own path.
  ///
  /// - Throws: A finding where there is no such study, or it is a single table.
  public static func ledger(of path: String) throws(Finding) -> LedgerFile {
    if path.hasSuffix(".sqlite") {
      let file = LedgerFile(path: path, name: path)
      if file.exists { return file }
    }
    guard let file = try StudyPlace(path).ledger else {
      throw .error(
        at: Origin(file: path), "a single table has no ledger",
        fix: "name a study folder, or make one with `cfir new DIR`")
    }
    return file
  }
}

import CFIRKit
import Foundation

extension StudyReader {
  mutating func readRatings(
    _ inputs: [StudyPlace.RatingInput], isClosed: Bool, into study: inout Study
  ) {
    var places: [[String]: Origin] = [:]
    for input in inputs {
      let contents: RatingTable.Contents
      do throws(Finding) {
        contents = try RatingTable.read(
          input.table.open(), rater: input.rater, round: input.round, codebook: &study.codebook,
          noting: &findings)
      } catch {
        findings.add(error)
        continue
      }
      noteEncoding(contents.encoding, input.table.name)
      var ids: [String: Organization.ID] = [:]
      for site in contents.organizations {
        ids[site.value] = organization(site, isClosed: isClosed, in: &study)
      }
      for var rating in contents.ratings {
        guard let id = ids[rating.organization.rawValue] else { continue }
        rating.organization = id
        let key = [
          rating.organization.rawValue, rating.construct.rawValue, rating.rater.rawValue, rating.round,
        ]
        if let first = places[key] {
          let round = rating.round.isEmpty ? "" : " in round \(rating.round)"
          findings.add(
            .error(
              at: rating.origin,
              "\(rating.rater) rates '\(rating.organization)' on '\(rating.construct)' twice\(round), first at \(first)",
              fix: "keep one, or give them different rounds"))
          continue
        }
        places[key] = rating.origin
        study.allRatings.append(rating)
      }
      study.labels.merge(contents.labels) { first, _ in first }
    }
  }

  /// The organization that a rating table means, by id or name; a new one where the study lists none.
  mutating func organization(
    _ site: Located<String>, isClosed: Bool, in study: inout Study
  ) -> Organization.ID? {
    if let known = study.organizations.first(where: { $0.id.rawValue == site.value || $0.name == site.value })
    {
      return known.id
    }
    guard isClosed else {
      study.organizations.append(Organization(id: .init(site.value)))
      return .init(site.value)
    }
    let names = study.organizations.flatMap { [$0.id.rawValue, $0.name] }
    findings.add(
      .error(
        at: site.origin, "the organization '\(site.value)' is not in organizations.csv",
        fix: nearest(site.value, among: names).asSuggestion.ifEmpty("add it there")))
    return nil
  }

  mutating func settleRound(_ file: StudyFile, in study: inout Study) {
    let rounds = study.allRatings.rounds
    if let change = options.changeRounds {
      for name in [change.from, change.to] {
        settle(Located(value: name, origin: Origin(file: "--rounds")), rounds)
      }
      study.changeRounds = change
      study.round = change.to
      return
    }
    let wanted = options.round.map { Located(value: $0, origin: Origin(file: "--round")) } ?? file.round
    guard let wanted else {
      study.round = rounds.count > 1 ? rounds.last : nil
      return
    }
    if settle(wanted, rounds) { study.round = wanted.value }
  }

  /// Whether there is such a round; a finding where there is not.
  @discardableResult private mutating func settle(_ wanted: Located<String>, _ rounds: [String]) -> Bool {
    if rounds.contains(wanted.value) { return true }
    findings.add(
      .error(
        at: wanted.origin, "there is no rating in round '\(wanted.value)'",
        fix: rounds.allSatisfy(\.isEmpty)
          ? "the ratings have no rounds"
          : "the rounds are \(rounds.map { "'\($0)'" }.joined(separator: ", "))"))
    return false
  }

  mutating func settleRater(in study: inout Study) {
    guard let rater = options.rater else { return }
    study.rater = .init(rater)
    let raters = Set(study.allRatings.map(\.rater)).sorted().map(\.rawValue)
    if !raters.contains(rater) {
      findings.add(
        .error(
          at: Origin(file: "--rater"), "'\(rater)' gave no rating",
          fix: nearest(rater, among: raters).asSuggestion.ifEmpty(
            "the raters are \(raters.joined(separator: ", "))")))
    }
  }
}

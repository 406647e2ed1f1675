import CFIRKit

extension ResponseReader {
  mutating func readLong(_ table: consuming TableReader) throws(Finding) {
    var table = table
    guard let item = columns.item, let answer = columns.answer else { return }
    guard let respondent = columns.respondent else {
      throw .error(
        at: Origin(file: table.file, line: 1), "there is no column 'respondent'",
        fix: "a long table has the columns respondent, item, answer; name the first with --respondent")
    }
    let places = Dictionary(
      items.indices.map { (TableReader.key(items[$0].id.rawValue), $0) },
      uniquingKeysWith: { first, _ in first })
    let ratedPlaces = Dictionary(uniqueKeysWithValues: rated.enumerated().map { ($0.element, $0.offset) })
    let organizationColumn = columns.organization
    var responses: [Response] = []
    var indices: [[String]: Int] = [:]
    var seen: [[Int]: Origin] = [:]
    while try nextRow(&table) {
      if let wanted = reading.survey.round, table.text(columns.round) != wanted { continue }
      let who = table.text(respondent)
      if who.isEmpty {
        try add(.error(at: table.origin(respondent), "this row names no respondent", fix: "fill the cell"))
        continue
      }
      guard let place = places[TableReader.key(table.text(item))] else {
        try add(
          .error(
            at: table.origin(item), "there is no item '\(table.text(item))'",
            fix: nearest(table.text(item), among: items.map(\.id.rawValue)).asSuggestion.ifEmpty(
              "write an item's id")))
        continue
      }
      let site = table.text(columns.organization)
      let key = [who, site]
      if indices[key] == nil {
        indices[key] = responses.count
        responses.append(
          Response(
            respondent: who,
            organization: try organization(site, at: table.origin(organizationColumn)),
            role: table.text(columns.role), answers: rated.map { _ in .nan }))
      }
      guard let index = indices[key] else { continue }
      if let first = seen.updateValue(table.origin(item), forKey: [index, place]) {
        seen[[index, place]] = first
        try add(
          .error(
            at: table.origin(item), "'\(who)' answers '\(items[place].id)' here again, first at \(first)",
            fix: "keep one of the rows"))
        continue
      }
      try read(place, ratedPlaces[place], answer, of: &table, into: &responses[index])
    }
    for response in responses { take(response) }
  }

  private mutating func nextRow(_ table: inout TableReader) throws(Finding) -> Bool {
    let before = reading.findings.all.count
    let isThere = try table.next(noting: &reading.findings)
    errors += reading.findings.all.count - before
    return isThere
  }

  private mutating func read(
    _ place: Int, _ rated: Int?, _ answer: Int, of table: inout TableReader, into response: inout Response
  ) throws(Finding) {
    let written = table.text(answer)
    do throws(UnreadableAnswer) {
      if let rated {
        let (value, isUnanswerable) = try readers[place].value(of: written)
        response.answers[rated] = value
        if isUnanswerable { response.unanswerable.append(rated) }
      } else {
        try readers[place].check(written)
        if isProfile && !written.isEmpty {
          reading.survey.facts.append(
            Survey.Fact(organization: response.organization, item: items[place].id, answer: written))
        }
      }
    } catch {
      try add(.error(at: table.origin(answer), "\(items[place].id): \(error.message)", fix: error.fix))
    }
    let column = columns.evidence
    guard let rated, let kind = try evidence(table.text(column), at: table.origin(column))
    else { return }
    response.evidence.append((rated, kind))
  }
}

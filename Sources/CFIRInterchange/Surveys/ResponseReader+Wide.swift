import CFIRKit
import Foundation

extension ResponseReader {
  /// A column of a wide table: where it stands, and what reads it.
  private struct Column {
    var place: Int
    var evidence: Int?
    var item: Int
    /// The item's place among the rated ones; nothing where it is not scored.
    var rated: Int?
  }

  mutating func readWide(_ table: consuming RecordReader) throws(Finding) {
    var table = table
    let ratedPlaces = Dictionary(uniqueKeysWithValues: rated.enumerated().map { ($0.element, $0.offset) })
    let wide = items.indices.compactMap { item in
      columns.place(of: items[item]).map {
        Column(
          place: $0, evidence: columns.evidencePlace(of: items[item]), item: item, rated: ratedPlaces[item])
      }
    }
    var response = Response(respondent: "", answers: rated.map { _ in .nan })
    var interner = ByteInterner()
    var lines: [UInt32] = []
    var row = 0
    while try table.next() {
      if let finding = table.raggedRow() {
        try add(finding)
        continue
      }
      row += 1
      if let wanted = reading.survey.round, Self.text(table, columns.round) != wanted { continue }
      let place = columns.organization
      response.organization = try organization(Self.text(table, place), at: table.origin(place ?? 0))
      response.role = Self.text(table, columns.role)
      response.respondent = Self.text(table, columns.respondent)
      if let column = columns.respondent, !response.respondent.isEmpty {
        let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        let before = interner.count
        let number = interner.intern(
          (table.raw(column), place.map { table.raw($0) } ?? empty, empty, empty))
        if number < before {
          try add(
            .error(
              at: table.origin(column),
              "the respondent '\(response.respondent)' stands here again, first on line \(lines[number])",
              fix: "keep one row, or give the two people different ids"))
          continue
        }
        lines.append(UInt32(truncatingIfNeeded: table.line().line ?? 0))
      } else {
        response.respondent = "row \(row)"
      }
      response.unanswerable.removeAll(keepingCapacity: true)
      response.evidence.removeAll(keepingCapacity: true)
      for column in wide { try read(column, of: &table, into: &response) }
      take(response)
    }
  }

  private mutating func read(
    _ column: Column, of table: inout RecordReader, into response: inout Response
  ) throws(Finding) {
    if let rated = column.rated {
      let bytes = table.raw(column.place)
      let value = bytes.count == 1 && bytes[0] < 128 ? quick[column.item * 128 + Int(bytes[0])] : .nan
      if !value.isNaN {
        response.answers[rated] = value
      } else {
        let written = Self.text(table, column.place)
        response.answers[rated] = .nan
        do throws(UnreadableAnswer) {
          let (value, isUnanswerable) = try readers[column.item].value(of: written)
          response.answers[rated] = value
          if isUnanswerable { response.unanswerable.append(rated) }
        } catch {
          try add(
            .error(
              at: table.origin(column.place), "\(items[column.item].id): \(error.message)", fix: error.fix))
        }
      }
      if let place = column.evidence {
        let written = Self.text(table, place)
        if let kind = try evidence(written, at: table.origin(place)) {
          response.evidence.append((rated, kind))
        }
      }
      return
    }
    let written = Self.text(table, column.place)
    do throws(UnreadableAnswer) {
      try readers[column.item].check(written)
    } catch {
      try add(
        .error(at: table.origin(column.place), "\(items[column.item].id): \(error.message)", fix: error.fix))
      return
    }
    if isProfile && !written.isEmpty {
      reading.survey.facts.append(
        Survey.Fact(
          organization: response.organization, item: items[column.item].id, answer: written))
    }
  }

  /// The kind of evidence that a cell names, by its word or its number.
  mutating func evidence(_ written: String, at origin: @autoclosure () -> Origin) throws(Finding) -> Int? {
    if written.isEmpty { return nil }
    if let kind = Instrument.evidence.firstIndex(of: written.lowercased()) { return kind }
    if let number = Int(written), Instrument.evidence.indices.contains(number - 1) { return number - 1 }
    try add(
      .error(
        at: origin(), "'\(written)' is no kind of evidence",
        fix: "write \(Instrument.evidence.joined(separator: ", ")), or 1 to \(Instrument.evidence.count)"))
    return nil
  }

  private static func text(_ table: borrowing RecordReader, _ place: Int?) -> String {
    guard let place else { return "" }
    let bytes = table.raw(place)
    guard let first = bytes.first, let last = bytes.last else { return "" }
    // Letters and digits at both ends: nothing to trim and no guard to undo.
    if first > 0x2F && last > 0x2F && first < 0x7F && last < 0x7F { return table.text(place) }
    return table.text(place).trimmingCharacters(in: .whitespacesAndNewlines).withoutFormulaGuard
  }
}

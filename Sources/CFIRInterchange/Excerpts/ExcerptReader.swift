import CFIRKit
import Foundation

/// Reads excerpts with their words: rows on one passage become one excerpt with several codings.
struct ExcerptReader {
  /// One passage: the same organization, source, start, end and words.
  private struct Passage: Hashable {
    var organization: Organization.ID
    var source, start, end: String
    var wordsHash: UInt64
    /// The characters that it is, where its positions count them.
    var span: CharacterSpan?

    /// Where judgement codes may overlap it.
    var place: [String] { [organization.rawValue, source] }
  }

  private let codebook: Codebook
  private let keepsWords: Bool
  private var excerpts: [Excerpt] = []
  /// Excerpts by passage and the id that the file gives, if any.
  private var places: [Passage: [String: Int]] = [:]
  private var judgements: [Passage: Judgement] = [:]
  /// The ids of excerpts that had none of their own.
  private var madeIDs: Set<Excerpt.ID> = []

  init(_ codebook: Codebook, keepsWords: Bool) {
    self.codebook = codebook
    self.keepsWords = keepsWords
  }

  /// Adds the excerpts of a file, which has been counted and found sound.
  ///
  /// - Throws: A finding where reading cannot go on.
  mutating func read(_ file: ExcerptFile, assignment: SourceAssignment) throws(Finding) {
    var opened = try file.open()
    try read(&opened.records, opened.columns, file, assignment)
  }

  private mutating func read(
    _ records: inout RecordReader, _ columns: ExcerptColumns, _ file: ExcerptFile,
    _ assignment: SourceAssignment
  ) throws(Finding) {
    var resolutions: [String: CodeResolution] = [:]
    while try records.next() {
      func text(_ column: ExcerptColumn) -> String {
        guard let place = columns[column] else { return "" }
        return records.text(place).trimmingWhitespace().withoutFormulaGuard
      }
      let code = text(.code)
      guard !code.isEmpty,
        let informant = assignment.informant(
          organization: text(.organization), participant: text(.participant), group: text(.group),
          source: text(.source))
      else { continue }
      let resolution = resolutions[code] ?? codebook.resolve(code: code, judgements: file.judgements)
      resolutions[code] = resolution
      let words = text(.text).withLineFeeds
      let canonical = words.canonical
      let passage = Passage(
        organization: informant.organization, source: informant.source, start: text(.start), end: text(.end),
        wordsHash: Array(canonical.utf8).withUnsafeBufferPointer { ByteInterner.hash($0, seed: 0) },
        span: span(&records, columns))
      let given = text(.id)
      let place = places[passage]?[given] ?? excerpts.count
      if place == excerpts.count {
        places[passage, default: [:]][given] = place
        var id = Excerpt.ID(given)
        if given.isEmpty {
          id = Excerpt.id(source: passage.source, start: passage.start, end: passage.end, text: canonical)
          madeIDs.insert(id)
        }
        excerpts.append(
          Excerpt(
            id: id, organization: informant.organization,
            participant: informant.participant, source: informant.source, text: keepsWords ? words : "",
            start: passage.start, end: passage.end,
            isCleared: ["yes", "true", "1", "x", "cleared"].contains(text(.cleared).lowercased()),
            origin: records.line()))
      }
      let memo = keepsWords ? text(.memo).withLineFeeds : ""
      if !memo.isEmpty && !excerpts[place].memo.contains(memo) {
        excerpts[place].memo += (excerpts[place].memo.isEmpty ? "" : " / ") + memo
      }
      switch resolution {
      case .construct(let construct, let own):
        let judgement = RowJudgement.of(rating: text(.rating), weight: text(.weight), in: file) ?? own
        excerpts[place].codings.append(
          Excerpt.Coding(construct: construct, judgement: judgement, coder: text(.coder)))
      case .judgement(let judgement):
        judgements[passage] = judgements[passage]?.combined(with: judgement) ?? judgement
      case .unmapped, .ambiguous:
        if !excerpts[place].otherCodes.contains(code) { excerpts[place].otherCodes.append(code) }
      }
    }
  }

  private func span(_ records: inout RecordReader, _ columns: ExcerptColumns) -> CharacterSpan? {
    guard columns.mayHaveCharacters, let start = columns[.start], let end = columns[.end],
      let text = columns[.text]
    else { return nil }
    return CharacterSpan(
      start: records.raw(start), end: records.raw(end), longest: records.raw(text).count,
      words: records.text(text).withoutFormulaGuard)
  }

  /// All excerpts, judged by the judgement codes on their passages; an id that stands for several passages is noted.
  consuming func excerpts(noting findings: inout Findings) -> [Excerpt] {
    let overlapping = SpanJudgements<[String]>(
      judgements.compactMap { passage, judgement in
        passage.span.map { (passage.place, $0, judgement) }
      })
    for (passage, bearers) in places {
      let said =
        passage.span.map { overlapping.judgement(on: $0, in: passage.place) } ?? judgements[passage]
      guard let said else { continue }
      for place in bearers.values {
        for coding in excerpts[place].codings.indices where excerpts[place].codings[coding].judgement == nil {
          excerpts[place].codings[coding].judgement = said
        }
      }
    }
    var bearers: [Excerpt.ID: [Int]] = [:]
    for (place, excerpt) in excerpts.enumerated() { bearers[excerpt.id, default: []].append(place) }
    for (id, shared) in bearers.sorted(by: { $0.value[0] < $1.value[0] }) where shared.count > 1 {
      if madeIDs.contains(id) {
        // Organizations may have documents of one name with the same words in the same place.
        for place in shared { excerpts[place].id = .init("\(id)@\(excerpts[place].organization)") }
      } else {
        findings.add(
          .error(
            at: excerpts[shared[1]].origin,
            "the id '\(id)' stands for this passage and for another one, at \(excerpts[shared[0]].origin)",
            fix: "give each passage its own id, or leave the ids out"))
      }
    }
    return excerpts
  }
}

extension String {
  /// The text in NFC; plain ASCII is that already.
  fileprivate var canonical: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
  }
}

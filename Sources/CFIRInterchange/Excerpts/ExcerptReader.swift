import CFIRKit
import Foundation

/// Reads the excerpts of a file with their words: rows on one passage become one excerpt with several codings.
struct ExcerptReader {
  private let file: ExcerptFile
  private let codebook: Codebook
  private let assignment: SourceAssignment

  init(_ file: ExcerptFile, codebook: Codebook, assignment: SourceAssignment) {
    self.file = file
    self.codebook = codebook
    self.assignment = assignment
  }

  /// Reads the file, which has been counted and found sound.
  ///
  /// - Throws: A finding where reading cannot go on.
  func read() throws(Finding) -> [Excerpt] {
    var records = try file.open()
    let columns = try ExcerptColumns(records.header, mapping: file.columns, file: file.name)
    var excerpts: [Excerpt] = []
    var places: [Excerpt.ID: Int] = [:]
    var judgements: [Int: Judgement] = [:]
    var resolutions: [String: CodeResolution] = [:]
    while try records.next() {
      func text(_ column: ExcerptColumn) -> String {
        columns[column].map { records.text($0).trimmingWhitespace().withoutFormulaGuard } ?? ""
      }
      let code = text(.code)
      guard !code.isEmpty,
        let informant = assignment.informant(
          organization: text(.organization), participant: text(.participant), group: text(.group),
          source: text(.source))
      else { continue }
      let resolution = resolutions[code] ?? codebook.resolve(code: code, judgements: file.judgements)
      resolutions[code] = resolution
      let (start, end, words) = (text(.start), text(.end), text(.text))
      let given = text(.id)
      let id =
        given.isEmpty
        ? Excerpt.id(source: informant.source, start: start, end: end, text: words) : Excerpt.ID(given)
      let place = places[id] ?? excerpts.count
      if place == excerpts.count {
        places[id] = place
        excerpts.append(
          Excerpt(
            id: id, organization: informant.organization, participant: informant.participant,
            source: informant.source, text: words, start: start, end: end,
            isCleared: ["yes", "true", "1", "x", "cleared"].contains(text(.cleared).lowercased()),
            origin: Origin(file: file.name, line: records.line())))
      }
      let memo = text(.memo)
      if !memo.isEmpty && !excerpts[place].memo.contains(memo) {
        excerpts[place].memo += (excerpts[place].memo.isEmpty ? "" : " / ") + memo
      }
      switch resolution {
      case .construct(let construct, let own):
        excerpts[place].codings.append(
          Excerpt.Coding(
            construct: construct, judgement: rowJudgement(text(.rating), text(.weight)) ?? own,
            coder: text(.coder)))
      case .judgement(let judgement):
        judgements[place] = judgements[place]?.combined(with: judgement) ?? judgement
      case .unmapped, .ambiguous:
        if !excerpts[place].otherCodes.contains(code) { excerpts[place].otherCodes.append(code) }
      }
    }
    for (place, judgement) in judgements {
      for coding in excerpts[place].codings.indices where excerpts[place].codings[coding].judgement == nil {
        excerpts[place].codings[coding].judgement = judgement
      }
    }
    return excerpts
  }

  private func rowJudgement(_ rating: String, _ weight: String) -> Judgement? {
    if let judgement = try? Judgement(rating: rating) { return judgement }
    guard !file.weights.isEmpty, let number = Array(weight.utf8).withUnsafeBufferPointer(parseNumber) else {
      return nil
    }
    return file.weights[number]
  }
}

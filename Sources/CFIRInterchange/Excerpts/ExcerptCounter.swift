import CFIRKit
import Foundation

/// Counts the rows of an excerpt file without keeping any words.
///
/// Rows fall together by who spoke (organization, participant, group, source), code and judgement; what these mean is worked out once
/// for each distinct one. Where judgement codes are used, or passages are to be counted once, a hash of each passage is kept too.
struct ExcerptCounter: ~Copyable {
  /// Who spoke, as the file has it.
  struct Context {
    var organization, participant, group, source: String
    var origin: Origin
  }

  /// A code as the file has it.
  struct Code {
    var path: String
    var origin: Origin
    var resolution: CodeResolution
    var rows = 0
    /// What a sub-code such as `Culture > Barrier`, or a judgement code, says; 0 for the rest.
    var judgement: Int
    var isJudgement: Bool
    /// The first code of the file that means the same construct.
    var twin = 0

    init(path: String, origin: Origin, resolution: CodeResolution) {
      self.path = path
      self.origin = origin
      self.resolution = resolution
      switch resolution {
      case .construct(_, let own):
        judgement = JudgementCode.code(own)
        isJudgement = false
      case .judgement(let own):
        judgement = JudgementCode.code(own)
        isJudgement = true
      case .ambiguous, .unmapped:
        judgement = 0
        isJudgement = false
      }
    }
  }

  private(set) var contexts: [Context] = []
  private(set) var codes: [Code] = []
  /// Rows without a code.
  private(set) var uncoded = 0
  private(set) var encoding = TextEncoding.utf8

  private let file: ExcerptFile
  private let codebook: Codebook
  private let countsPassagesOnce: Bool
  private var cells = CellTable()
  private var passages: PassageTable?

  init(_ file: ExcerptFile, codebook: Codebook, countsPassagesOnce: Bool = false) {
    self.file = file
    self.codebook = codebook
    self.countsPassagesOnce = countsPassagesOnce
    if countsPassagesOnce { passages = PassageTable() }
  }

  /// Reads the file.
  ///
  /// - Throws: A finding where reading cannot go on.
  mutating func read(noting findings: inout Findings) throws(Finding) {
    var noted = Findings()
    // Also where reading stops: what was found before it is no less wrong.
    defer { for finding in noted.all { findings.add(finding) } }
    if try !readOnce(noting: &noted) {
      // A judgement code turned up: rows before it may share its passage, so begin again and remember passages.
      passages = PassageTable()
      cells = CellTable()
      contexts = []
      codes = []
      uncoded = 0
      noted = Findings()
      _ = try readOnce(noting: &noted)
    }
  }

  /// - Returns: Whether the file was read to its end; `false` when passages are needed after all.
  private mutating func readOnce(noting findings: inout Findings) throws(Finding) -> Bool {
    var records = try file.open()
    let columns = try ExcerptColumns(records.header, mapping: file.columns, file: file.name)
    let (organization, participant) = (columns[.organization] ?? -1, columns[.participant] ?? -1)
    let (group, source, code) = (columns[.group] ?? -1, columns[.source] ?? -1, columns[.code] ?? -1)
    let (text, start, end) = (columns[.text] ?? -1, columns[.start] ?? -1, columns[.end] ?? -1)
    let (rating, weight) = (columns[.rating] ?? -1, columns[.weight] ?? -1)
    let width = records.header.count
    let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var contextNames = ByteInterner()
    var codeNames = ByteInterner()
    var rows = 0
    while try records.next() {
      rows += 1
      if records.count != width, let finding = ragged(&records, width) {
        findings.add(finding)
        continue
      }
      let codeBytes = records.raw(code)
      if codeBytes.isEmpty {
        uncoded += 1
        continue
      }
      let codeIndex = codeNames.intern((codeBytes, empty, empty, empty))
      if codeIndex == codes.count {
        let path = codeNames.texts(codeIndex)[0].trimmingWhitespace().withoutFormulaGuard
        codes.append(
          Code(
            path: path, origin: records.origin(code),
            resolution: codebook.resolve(code: path, judgements: file.judgements)))
        codes[codeIndex].twin = twin(of: codeIndex)
      }
      codes[codeIndex].rows += 1
      if passages == nil && codes[codeIndex].isJudgement { return false }
      let contextIndex = contextNames.intern(
        (
          organization >= 0 ? records.raw(organization) : empty,
          participant >= 0 ? records.raw(participant) : empty,
          group >= 0 ? records.raw(group) : empty, records.raw(source)
        ))
      if contextIndex == contexts.count {
        let parts = contextNames.texts(contextIndex).map { $0.trimmingWhitespace().withoutFormulaGuard }
        contexts.append(
          Context(
            organization: parts[0], participant: parts[1], group: parts[2], source: parts[3],
            origin: records.origin(organization >= 0 ? organization : source)))
        if parts[3].isEmpty {
          findings.add(
            .error(at: records.origin(source), "this excerpt has no source", fix: "name its document"))
        }
      }
      var judgement = 0
      if rating >= 0, !records.raw(rating).isEmpty {
        judgement = self.judgement(&records, rating, noting: &findings)
      }
      var weightValue: Double?
      if weight >= 0, !records.raw(weight).isEmpty {
        weightValue = parseNumber(records.raw(weight))
        if weightValue == nil {
          findings.add(
            .warning(
              at: records.origin(weight), "the weight '\(records.text(weight))' is not a number",
              fix: "it is not used"))
        } else if judgement == 0, let mapped = weightValue.flatMap({ file.weights[$0] }) {
          judgement = JudgementCode.code(mapped)
        }
      }
      if judgement == 0 { judgement = codes[codeIndex].judgement }
      if passages != nil {
        var hash = UInt64(contextIndex)
        if start >= 0 { hash = ByteInterner.hash(records.raw(start), seed: hash) }
        if end >= 0 { hash = ByteInterner.hash(records.raw(end), seed: hash) }
        hash = Self.hash(records.raw(text).trimmingBlanks(), seed: hash)
        passages?.meet(hash)
        if countsPassagesOnce, passages?.isRepeated(code: codes[codeIndex].twin) == true { continue }
      }
      let cell = CellTable.Key(
        context: UInt32(truncatingIfNeeded: contextIndex), code: UInt32(truncatingIfNeeded: codeIndex))
      let isJudgementCode = codes[codeIndex].isJudgement
      cells.count(cell, judgement: isJudgementCode ? 0 : judgement, weight: weightValue)
      if isJudgementCode {
        passages?.judge(judgement)
      } else if judgement == 0 {
        passages?.wait(cell)
      }
    }
    encoding = records.encoding
    if rows == 0 {
      throw .error(
        at: Origin(file: file.name, line: 1), "there is a header and no excerpt below it",
        fix: "export the coded segments again")
    }
    return true
  }

  private func twin(of index: Int) -> Int {
    guard case .construct(let construct, _) = codes[index].resolution else { return index }
    return codes.firstIndex {
      if case .construct(construct, _) = $0.resolution { true } else { false }
    } ?? index
  }

  private func ragged(_ records: inout RecordReader, _ width: Int) -> Finding? {
    if records.count > width {
      // Spreadsheets pad rows with empty cells.
      guard let surplus = (width..<records.count).first(where: { !records.raw($0).isEmpty }) else {
        return nil
      }
      return raggedFinding(&records, surplus, width)
    }
    return raggedFinding(&records, records.count, width)
  }

  private func raggedFinding(_ records: inout RecordReader, _ index: Int, _ width: Int) -> Finding {
    .error(
      at: records.origin(index),
      "this row has \(NumberStyle.count(records.count, "cell")), the header has \(width)",
      fix: "add or remove cells, or put quotes round a cell that holds the delimiter")
  }

  private func judgement(_ records: inout RecordReader, _ rating: Int, noting findings: inout Findings) -> Int
  {
    do throws(UnreadableRating) {
      return JudgementCode.code(try Judgement(rating: records.text(rating)))
    } catch {
      findings.add(.error(at: records.origin(rating), "'\(error.token)' is not a rating", fix: error.fix))
      return 0
    }
  }

  // MARK: What was counted

  /// Adds what was counted to a tally, the judgement codes of each passage given to the constructs that are coded there.
  ///
  /// - Parameters:
  ///   - tally: What it is added to.
  ///   - informants: Who each context is; nothing for those that could not be placed.
  consuming func add(to tally: inout EvidenceTally, informants: [EvidenceTally.Informant?]) {
    passages?.judgeWaiting(in: &cells)
    for code in codes {
      switch code.resolution {
      case .unmapped, .ambiguous: tally.addUnmapped(code.path, rows: code.rows)
      case .judgement: tally.addJudgements(rows: code.rows)
      case .construct: break
      }
    }
    // Codes and contexts that fell away have no number.
    var constructs: [Construct.ID] = []
    let constructOfCode = codes.map { code -> Int in
      guard case .construct(let id, _) = code.resolution else { return -1 }
      constructs.append(id)
      return constructs.count - 1
    }
    let placed = informants.compactMap { $0 }
    var count = 0
    let informantOfContext = informants.map { informant -> Int in
      guard informant != nil else { return -1 }
      count += 1
      return count - 1
    }
    cells.put()
    tally.add(constructs: constructs, informants: placed) { add in
      cells.forEach { key, counts in
        let (construct, informant) = (constructOfCode[Int(key.code)], informantOfContext[Int(key.context)])
        if construct >= 0 && informant >= 0 { add(construct, informant, counts) }
      }
    }
  }
}

extension ExcerptCounter {
  /// A hash of a passage's words, the same for composed and decomposed letters.
  private static func hash(_ words: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    // Combining marks U+0300…U+036F begin with these bytes; without one there is nothing to compose in Western text.
    guard let start = words.baseAddress,
      memchr(start, 0xCC, words.count) != nil || memchr(start, 0xCD, words.count) != nil
    else { return ByteInterner.hash(words, seed: seed) }
    let composed = Array(String(decoding: words, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
    return composed.withUnsafeBufferPointer { ByteInterner.hash($0, seed: seed) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Without blanks and line breaks at either end: exports disagree about them.
  func trimmingBlanks() -> UnsafeBufferPointer<UInt8> {
    var slice = self[...]
    while let last = slice.last, last == 0x20 || (0x09...0x0D).contains(last) { slice = slice.dropLast() }
    while let first = slice.first, first == 0x20 || (0x09...0x0D).contains(first) {
      slice = slice.dropFirst()
    }
    return UnsafeBufferPointer(rebasing: slice)
  }
}

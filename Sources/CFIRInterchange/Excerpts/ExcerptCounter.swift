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
    /// What a sub-code such as `Culture > Barrier`, or a judgement code, says; 0 for the rest.
    var judgement: Int
    var isJudgement: Bool
    /// Whether the code has a parent that is neither a construct nor a usual name for a group of judgements.
    var isDoubtfulJudgement: Bool { isJudgement && !Judgement.isUsualParent(Codebook.steps(path).dropLast()) }
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
  /// How many rows each code has, once all are read.
  private(set) var rowsByCode: [Int] = []
  /// Rows, and those without a code.
  private var readRows = 0
  private var uncoded = 0
  private(set) var encoding = TextEncoding.utf8
  /// What was taken of the file, and what was left.
  private(set) var account: ImportAccount

  private let file: ExcerptFile
  private let codebook: Codebook
  private let countsPassagesOnce: Bool
  private var contextNames = ByteInterner()
  private var codeNames = ByteInterner()
  private var cells = CellTable()
  private var passages: PassageTable?
  private var findings = Findings()

  init(_ file: ExcerptFile, codebook: Codebook, countsPassagesOnce: Bool = false) {
    self.file = file
    self.codebook = codebook
    self.countsPassagesOnce = countsPassagesOnce
    account = ImportAccount(file: file.name, format: "")
    if countsPassagesOnce { passages = PassageTable() }
  }

  // MARK: Reading

  /// Reads the file.
  ///
  /// - Throws: A finding where reading cannot go on.
  mutating func read(noting findings: inout Findings) throws(Finding) {
    // Also where reading stops: what was found before it is no less wrong.
    defer { for finding in self.findings.all { findings.add(finding) } }
    if try !readOnce() {
      // A judgement code turned up: rows before it may share its passage, so begin again and remember passages.
      self = ExcerptCounter(file, codebook: codebook, countsPassagesOnce: countsPassagesOnce)
      passages = PassageTable()
      _ = try readOnce()
    }
  }

  /// Where the columns stand; −1 for one that is not there, which every row gives as empty.
  private struct Places {
    let organization, participant, group, source, code, text, start, end, rating, weight: Int
    let mayHaveCharacters: Bool

    init(_ columns: ExcerptColumns) {
      func place(_ column: ExcerptColumn) -> Int { columns[column] ?? -1 }
      (organization, participant, group) = (place(.organization), place(.participant), place(.group))
      (source, code, text) = (place(.source), place(.code), place(.text))
      (start, end, rating, weight) = (place(.start), place(.end), place(.rating), place(.weight))
      mayHaveCharacters = columns.mayHaveCharacters
    }
  }

  /// - Returns: Whether the file was read to its end; `false` when passages are needed after all.
  private mutating func readOnce() throws(Finding) -> Bool {
    var opened = try file.open()
    var areas = AreaCheck(opened.columns)
    guard try count(&opened.records, Places(opened.columns), &areas) else { return false }
    if let finding = areas?.finding { findings.add(finding) }
    account = opened.account ?? ImportAccount(file: file.name, format: opened.format)
    rowsByCode = [Int](repeating: 0, count: codes.count)
    cells.forEach { key, counts in rowsByCode[Int(key.code)] += counts.excerpts }
    account.codings = rowsByCode.reduce(0, +)
    account.leave(.uncoded, at: Origin(file: file.name), count: uncoded)
    if readRows == 0 { throw nothing(of: opened.account) }
    return true
  }

  /// What is said of a file without any coding; what was left of it is said before.
  private mutating func nothing(of project: ImportAccount?) -> Finding {
    guard let project else {
      return .error(
        at: Origin(file: file.name, line: 1), "there is a header and no excerpt below it",
        fix: "export the coded segments again")
    }
    for finding in project.findings { findings.add(finding) }
    return .error(
      at: Origin(file: file.name), "there is no coding with words in it (\(project.format))",
      fix: "code passages, and export again with the documents' words")
  }

  private mutating func count(
    _ records: inout RecordReader, _ places: Places, _ areas: inout AreaCheck?
  ) throws(Finding) -> Bool {
    let width = records.header.count
    var rows = 0
    while try records.next() {
      rows += 1
      if records.count != width, let finding = records.raggedRow() {
        findings.add(finding)
        continue
      }
      guard let code = codeNumber(&records, places) else {
        uncoded += 1
        continue
      }
      areas?.meet(&records)
      let isJudgementCode = codes[code].isJudgement
      if isJudgementCode && passages == nil { return false }
      let context = contextNumber(&records, places)
      let weight = places.weight < 0 ? nil : weight(&records, places)
      let cell = CellTable.Key(
        context: UInt32(truncatingIfNeeded: context), code: UInt32(truncatingIfNeeded: code))
      // A judgement code says what it says, whatever weight or rating its own row has.
      let judgement =
        isJudgementCode ? 0 : judgement(&records, places, weight: weight, code: code)
      if passages != nil {
        meetPassage(records, places)
        if isJudgementCode {
          passages?.judge(codes[code].judgement)
        } else if countsPassagesOnce {
          if passages?.countsFirst(cell, twin: codes[code].twin, judgement: judgement) == false { continue }
          cells.count(cell, judgement: 0, weight: weight)
          continue
        } else if judgement == 0 {
          passages?.wait(cell)
        }
      }
      cells.count(cell, judgement: judgement, weight: weight)
    }
    cells.put()
    encoding = records.encoding
    readRows = rows
    return true
  }

  /// The number of a row's code; nothing for an empty cell.
  @inline(__always)
  private mutating func codeNumber(_ records: inout RecordReader, _ places: Places) -> Int? {
    let bytes = records.raw(places.code)
    if bytes.isEmpty { return nil }
    let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    let number = codeNames.intern((bytes, empty, empty, empty))
    if number == codes.count { addCode(&records, places) }
    return number
  }

  private mutating func addCode(_ records: inout RecordReader, _ places: Places) {
    let path = records.text(places.code).trimmingWhitespace().withoutFormulaGuard
    var code = Code(
      path: path, origin: records.origin(places.code),
      resolution: codebook.resolve(code: path, judgements: file.judgements))
    code.twin = codes.count
    if case .construct(let construct, _) = code.resolution {
      let first = codes.firstIndex {
        if case .construct(construct, _) = $0.resolution { true } else { false }
      }
      code.twin = first ?? codes.count
    }
    codes.append(code)
  }

  /// The number of who speaks in a row.
  @inline(__always)
  private mutating func contextNumber(_ records: inout RecordReader, _ places: Places) -> Int {
    let number = contextNames.intern(
      (
        records.raw(places.organization), records.raw(places.participant), records.raw(places.group),
        records.raw(places.source)
      ))
    if number == contexts.count { addContext(&records, places) }
    return number
  }

  private mutating func addContext(_ records: inout RecordReader, _ places: Places) {
    let parts = [places.organization, places.participant, places.group, places.source].map {
      records.text($0).trimmingWhitespace().withoutFormulaGuard
    }
    contexts.append(
      Context(
        organization: parts[0], participant: parts[1], group: parts[2], source: parts[3],
        origin: records.origin(places.organization >= 0 ? places.organization : places.source)))
    if parts[3].isEmpty {
      findings.add(
        .error(at: records.origin(places.source), "this excerpt has no source", fix: "name its document"))
    }
  }

  private mutating func weight(_ records: inout RecordReader, _ places: Places) -> Double? {
    let bytes = records.raw(places.weight)
    if bytes.isEmpty { return nil }
    if let number = parseNumber(bytes) { return number }
    findings.add(
      .warning(
        at: records.origin(places.weight), "the weight '\(records.text(places.weight))' is not a number",
        fix: "it is not used"))
    return nil
  }

  /// What a row says by itself: its rating, else its weight where weights mean something, else its code.
  @inline(__always)
  private mutating func judgement(
    _ records: inout RecordReader, _ places: Places, weight: Double?, code: Int
  ) -> Int {
    if places.rating >= 0, !records.raw(places.rating).isEmpty {
      let rated = rating(&records, places)
      if rated > 0 { return rated }
    }
    if let weight, let mapped = file.weights[weight] { return JudgementCode.code(mapped) }
    return codes[code].judgement
  }

  private mutating func rating(_ records: inout RecordReader, _ places: Places) -> Int {
    do throws(UnreadableRating) {
      return JudgementCode.code(try Judgement(rating: records.text(places.rating)))
    } catch {
      findings.add(
        .error(at: records.origin(places.rating), "'\(error.token)' is not a rating", fix: error.fix))
      return 0
    }
  }

  /// Makes a row's passage the present one: the same organization, source, start, end and words.
  private mutating func meetPassage(_ records: borrowing RecordReader, _ places: Places) {
    var hash: UInt64 = 0
    for place in [places.organization, places.group, places.source] {
      hash = ByteInterner.hash(records.raw(place), seed: hash)
    }
    let source = hash
    let (start, end, words) = (records.raw(places.start), records.raw(places.end), records.raw(places.text))
    hash = ByteInterner.hash(end, seed: ByteInterner.hash(start, seed: hash))
    passages?.meet(Self.hash(words.trimmingBlanks(), seed: hash)) {
      guard places.mayHaveCharacters else { return nil }
      return CharacterSpan(
        start: start, end: end, longest: words.count, words: records.text(places.text).withoutFormulaGuard
      ).map { PassageTable.Place(source: source, span: $0) }
    }
  }

  // MARK: What was counted

  /// Adds what was counted to a tally, the judgement codes of each passage given to the constructs that are coded there.
  ///
  /// - Parameters:
  ///   - tally: What it is added to.
  ///   - informants: Who each context is; nothing for those that could not be placed.
  mutating func add(to tally: inout EvidenceTally, informants: [EvidenceTally.Informant?]) {
    passages?.judgeWaiting(in: &cells)
    for (code, rows) in zip(codes, rowsByCode) {
      switch code.resolution {
      case .unmapped, .ambiguous: tally.addUnmapped(code.path, rows: rows)
      case .judgement: tally.addJudgements(rows: rows)
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
    tally.add(constructs: constructs, informants: placed) { add in
      cells.forEach { key, counts in
        let (construct, informant) = (constructOfCode[Int(key.code)], informantOfContext[Int(key.context)])
        if construct >= 0 && informant >= 0 { add(construct, informant, counts) }
      }
    }
  }
}

extension ExcerptCounter {
  /// A hash of a passage's words, the same for composed and decomposed letters and for either kind of line break.
  private static func hash(_ words: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    // Combining marks U+0300…U+036F begin with these bytes; without one there is nothing to compose in Western text.
    guard let start = words.baseAddress,
      memchr(start, 0xCC, words.count) != nil || memchr(start, 0xCD, words.count) != nil
        || memchr(start, 0x0D, words.count) != nil
    else { return ByteInterner.hash(words, seed: seed) }
    let text = String(decoding: words, as: UTF8.self).withLineFeeds
    let composed = Array(text.precomposedStringWithCanonicalMapping.utf8)
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

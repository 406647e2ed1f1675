import CFIRKit

extension ImportAccount.Reason {
  static let wordsOfSource = Self(
    "source-without-words", "source whose words are not there", several: "sources whose words are not there",
    why: "its document holds the coded passages only, one below the other")
  static let passageNotFound = Self(
    "passage-not-found", "coding whose passage is not in its source",
    several: "codings whose passages are not in their sources",
    why: "the words in sources/ differ from those that were coded; export both again")
  static let passageTwice = Self(
    "passage-ambiguous", "coding whose words stand in its source several times",
    several: "codings whose words stand in their sources several times",
    why: "nothing says which of them was coded; an export with positions would")
}

/// Coded rows put together as documents: each source with its words and its passages.
struct ProjectAssembly {
  /// Rows by source, sources in the order of their first row.
  private var sources: [String] = []
  private var rows: [String: [ExcerptRow]] = [:]
  /// Code paths in the order of their first row.
  private(set) var codes: [String] = []
  private(set) var coders: [String] = []
  private var dates = SlashDates()

  /// Takes all rows of a stream.
  mutating func add(_ stream: any ExcerptStream) throws(Finding) {
    var knownCodes = Set(codes)
    var knownCoders = Set(coders)
    while let row = try stream.next() {
      dates.meet(row.date)
      if rows[row.source] == nil { sources.append(row.source) }
      rows[row.source, default: []].append(row)
      if !row.code.isEmpty, knownCodes.insert(row.code).inserted { codes.append(row.code) }
      if !row.coder.isEmpty, knownCoders.insert(row.coder).inserted { coders.append(row.coder) }
    }
  }

  /// The names of all sources that have rows.
  var sourceNames: [String] { sources }

  /// The rows of a source.
  func rows(of source: String) -> [ExcerptRow] { rows[source] ?? [] }

  /// A source as a document.
  ///
  /// - Parameters:
  ///   - name: The source.
  ///   - words: All its words; nothing where only what was coded is known.
  ///   - steps: The names of a code's path from the top.
  ///   - account: Where codings that cannot be placed are noted.
  /// - Returns: The document, its passages in the order of their first character.
  func document(
    _ name: String, words: String?, steps: (String) -> [String], noting account: inout ImportAccount
  ) -> ProjectDocument {
    var document = ProjectDocument(name: name)
    let rows = rows(of: name)
    document.group = rows.lazy.map(\.group).first { !$0.isEmpty } ?? ""
    var place = words.map(PassagePlaces.init) ?? PassagePlaces()
    if words == nil && !rows.isEmpty {
      account.leave(.wordsOfSource, at: rows[0].origin, named: name)
    }
    var passages: [Range<Int>: Int] = [:]
    for row in rows {
      guard let span = place.span(of: row, noting: &account) else { continue }
      let index = passages[span] ?? document.passages.count
      if index == document.passages.count {
        passages[span] = index
        document.passages.append(.init(span: span, participant: row.participant, origin: row.origin))
      }
      if row.code.isEmpty {
        document.passages[index].memos += row.memo.isEmpty ? [] : [row.memo]
        continue
      }
      let coding = ProjectDocument.Coding(
        code: steps(row.code), coder: row.coder, date: dates.iso(row.date),
        memos: row.memo.isEmpty ? [] : [row.memo])
      if !document.passages[index].codings.contains(coding) {
        document.passages[index].codings.append(coding)
      }
      account.codings += 1
    }
    document.text = place.text
    document.passages.sort {
      ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
    }
    return document
  }
}

/// Where coded words stand in a source, or are put where its words are not there.
private struct PassagePlaces {
  private var characters: [Unicode.Scalar]
  private let isComplete: Bool
  /// Passages that were put in, by their positions and words.
  private var placed: [[String]: Range<Int>] = [:]

  /// All words of a source.
  init(_ words: String) {
    characters = Array(words.withLineFeeds.unicodeScalars)
    isComplete = true
  }

  /// No words yet: passages are put one below the other.
  init() {
    characters = []
    isComplete = false
  }

  var text: String { String(scalars: characters) }

  mutating func span(of row: ExcerptRow, noting account: inout ImportAccount) -> Range<Int>? {
    let words = Array(row.text.withLineFeeds.unicodeScalars)
    guard !words.isEmpty else {
      account.leave(.wordless, at: row.origin, named: row.source)
      return nil
    }
    if !isComplete { return put(words, key: [row.start, row.end, row.text]) }
    if let start = Int(row.start), let end = Int(row.end), start >= 0, start < end, end <= characters.count,
      characters[start..<end].elementsEqual(words)
    {
      return start..<end
    }
    let found = characters.occurrences(of: words)
    guard let first = found.first, found.count == 1 else {
      account.leave(found.isEmpty ? .passageNotFound : .passageTwice, at: row.origin, named: row.source)
      return nil
    }
    return first..<(first + words.count)
  }

  private mutating func put(_ words: [Unicode.Scalar], key: [String]) -> Range<Int> {
    if let known = placed[key] { return known }
    if !characters.isEmpty { characters += ["\n", "\n"] }
    let span = characters.count..<(characters.count + words.count)
    characters += words
    placed[key] = span
    return span
  }
}

extension [Unicode.Scalar] {
  /// Where a stretch begins, twice at most: whether there are more than two does not matter.
  fileprivate func occurrences(of words: [Unicode.Scalar]) -> [Int] {
    var found: [Int] = []
    guard let first = words.first, count >= words.count else { return found }
    for start in 0...(count - words.count) where self[start] == first {
      if self[start..<(start + words.count)].elementsEqual(words) { found.append(start) }
      if found.count == 2 { break }
    }
    return found
  }
}

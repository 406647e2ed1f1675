import CFIRKit

/// The passages of one document, put together from selections: one passage for each range.
struct REFIPassageSheet {
  private struct Draft {
    var passage: ProjectDocument.Passage
    /// Who the selection itself says that it belongs to.
    var people: [String] = []
  }

  private let index: REFIIndex
  private var drafts: [Draft] = []
  private var places: [Range<Int>: Int] = [:]
  /// Where each case speaks, by codes that stand for cases.
  private var speech: [(person: String, spans: [Range<Int>])] = []

  init(_ index: REFIIndex) { self.index = index }

  /// Takes a selection.
  ///
  /// - Throws: A finding when a memo's file is damaged.
  mutating func take(
    _ selection: REFISelection, _ span: Range<Int>, noting account: inout ImportAccount
  ) throws(Finding) {
    let linked = selection.guid.flatMap { index.linkedNotes[$0] } ?? []
    let memos = try index.memos.remarks(
      selection.description, selection.notes + linked, at: selection.origin, noting: &account)
    var codings: [ProjectDocument.Coding] = []
    for coding in selection.codings {
      if let person = coding.code.flatMap({ index.personOfCode[$0] }) {
        speaks(person, in: span)
        continue
      }
      guard let code = coding.code.flatMap(index.code) else {
        account.leave(.codingWithoutCode, at: selection.origin, named: selection.name)
        continue
      }
      let remarks = try index.memos.remarks("", coding.notes, at: selection.origin, noting: &account)
      codings.append(
        .init(code: code, coder: index.user(coding.user), date: coding.date, memos: remarks))
    }
    // A passage that only says who speaks is no annotation.
    guard !codings.isEmpty || !memos.isEmpty || selection.codings.isEmpty else { return }
    let place = place(of: selection, span)
    if let person = selection.guid.flatMap({ index.personOfSelection[$0] }) {
      drafts[place].people.append(person)
    }
    add(codings, memos, to: place, at: selection.origin, noting: &account)
  }

  private mutating func place(of selection: REFISelection, _ span: Range<Int>) -> Int {
    if let place = places[span] { return place }
    places[span] = drafts.count
    drafts.append(
      Draft(passage: .init(span: span, guid: selection.guid?.text ?? "", origin: selection.origin)))
    return drafts.count - 1
  }

  private mutating func add(
    _ codings: [ProjectDocument.Coding], _ memos: [String], to place: Int, at origin: Origin,
    noting account: inout ImportAccount
  ) {
    // What is remarked on one of several selections of the same words belongs to its codes.
    var codings = codings
    if !codings.isEmpty && !memos.isEmpty {
      if drafts[place].passage.codings.isEmpty && drafts[place].passage.memos.isEmpty {
        drafts[place].passage.memos = memos
      } else if drafts[place].passage.memos != memos {
        for index in codings.indices { codings[index].memos = memos + codings[index].memos }
      }
    } else {
      for memo in memos where !drafts[place].passage.memos.contains(memo) {
        drafts[place].passage.memos.append(memo)
      }
    }
    for coding in codings {
      if let first = drafts[place].passage.codings.firstIndex(where: {
        $0.code == coding.code && $0.coder == coding.coder
      }) {
        account.leave(
          .repeatedCoding, at: origin, named: coding.code.joined(separator: ProjectOutline.pathSeparator))
        for memo in coding.memos where !drafts[place].passage.codings[first].memos.contains(memo) {
          drafts[place].passage.codings[first].memos.append(memo)
        }
      } else {
        drafts[place].passage.codings.append(coding)
      }
    }
  }

  // MARK: Who speaks

  private mutating func speaks(_ person: String, in span: Range<Int>) {
    if let place = speech.firstIndex(where: { $0.person == person }) {
      speech[place].spans.append(span)
    } else {
      speech.append((person, [span]))
    }
  }

  /// The passages in the order of their first character, with who speaks them and annotations noted.
  func passages(noting account: inout ImportAccount) -> [ProjectDocument.Passage] {
    let speech = speech.map { (person: $0.person, spans: Self.joined($0.spans)) }
    var passages = drafts.map { draft in
      var passage = draft.passage
      var people = Set(draft.people)
      if people.isEmpty {
        people = Set(speech.filter { Self.covers($0.spans, passage.span) }.map(\.person))
      }
      if people.count == 1, let person = people.first { passage.participant = person }
      return passage
    }
    for passage in passages where passage.codings.isEmpty {
      account.leave(
        passage.memos.isEmpty ? .uncodedPassage : .annotation, at: passage.origin,
        named: passage.memos.first ?? "")
    }
    passages.sort { ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound) }
    return passages
  }

  /// Ranges in order, those that touch as one.
  private static func joined(_ spans: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, span.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        joined.append(span)
      }
    }
    return joined
  }

  /// Whether one of several ranges in order covers another range.
  private static func covers(_ spans: [Range<Int>], _ span: Range<Int>) -> Bool {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].lowerBound <= span.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low > 0 && spans[low - 1].upperBound >= span.upperBound
  }
}

extension ImportAccount.Reason {
  static let codingWithoutCode = Self(
    "coding-without-code", "coding that names no code", several: "codings that name no code",
    why: "the program did not write the reference: export the project again")
  static let repeatedCoding = Self(
    "repeated-coding", "repetition of a coding", several: "repetitions of codings",
    why: "the same coder has put the same code on the same words before")
  static let annotation = Self(
    "annotation", "remark on a passage without a code", several: "remarks on passages without a code",
    why: "without a code it is no excerpt; a project that is made of this one keeps it")
  static let uncodedPassage = Self(
    "uncoded-passage", "passage with neither code nor remark",
    several: "passages with neither code nor remark",
    why: "without a code it is no excerpt; a project that is made of this one keeps it")
}

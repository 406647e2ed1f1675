import CFIRKit

/// Passages by a hash of who spoke, where, and the words; what judgement codes say of each; and which counted rows wait for that.
///
/// A passage whose positions are characters is judged by every judgement code that overlaps it in its source, another by those on itself.
struct PassageTable {
  /// Where a passage stands: a hash of its source, and the characters.
  struct Place {
    var source: UInt64
    var span: CharacterSpan
  }

  private var places: [UInt64: UInt32] = [:]
  /// The judgement on each passage, as a code; 0 for none.
  private var judgements: [UInt8] = []
  private var waiting: [(cell: CellTable.Key, passage: UInt32)] = []
  private var present: UInt32 = 0
  /// Where passages stand whose characters are known.
  private var spans: [UInt32: Place] = [:]
  /// Where each passage counts once for a construct: the cell that counted it, and what its rows say by themselves.
  private var counted: [UInt64: (cell: CellTable.Key, judgement: UInt8)] = [:]

  init() {}

  /// Makes a passage the present one; where it stands is asked for only when it is new.
  mutating func meet(_ hash: UInt64, place: () -> Place?) {
    if let known = places[hash] {
      present = known
    } else {
      present = UInt32(judgements.count)
      places[hash] = present
      judgements.append(0)
      spans[present] = place()
    }
  }

  /// Notes a row where each passage counts once for a construct.
  ///
  /// - Parameters:
  ///   - cell: The row's cell.
  ///   - twin: The first code that means the same construct.
  ///   - judgement: What the row says by itself; put together with what earlier rows of the construct say here.
  /// - Returns: Whether it is the first on this passage, and counts.
  mutating func countsFirst(_ cell: CellTable.Key, twin: Int, judgement: Int) -> Bool {
    let key = UInt64(twin) << 32 | UInt64(present)
    guard let before = counted[key] else {
      counted[key] = (cell, UInt8(judgement))
      return true
    }
    let both = [Int(before.judgement), judgement].compactMap(JudgementCode.judgement)
    let together = both.dropFirst().reduce(both.first) { $0?.combined(with: $1) }
    counted[key]?.judgement = UInt8(JudgementCode.code(together))
    return false
  }

  /// Judges the present passage, together with what judged it before.
  mutating func judge(_ judgement: Int) {
    guard let added = JudgementCode.judgement(judgement) else { return }
    let before = JudgementCode.judgement(Int(judgements[Int(present)]))
    judgements[Int(present)] = UInt8(JudgementCode.code(before?.combined(with: added) ?? added))
  }

  /// Notes that a row of a cell waits for what is said of the present passage.
  mutating func wait(_ cell: CellTable.Key) { waiting.append((cell, present)) }

  /// Gives the rows that waited, and those of passages that count once, their judgements.
  func judgeWaiting(in cells: inout CellTable) {
    let overlapping = SpanJudgements<UInt64>(
      spans.compactMap { passage, place in
        JudgementCode.judgement(Int(judgements[Int(passage)])).map { (place.source, place.span, $0) }
      })
    func said(of passage: UInt32) -> Int {
      guard let place = spans[passage] else { return Int(judgements[Int(passage)]) }
      return JudgementCode.code(overlapping.judgement(on: place.span, in: place.source))
    }
    for (cell, passage) in waiting {
      let judgement = said(of: passage)
      if judgement > 0 { cells.judge(cell, as: judgement) }
    }
    for (key, row) in counted {
      let judgement = row.judgement > 0 ? Int(row.judgement) : said(of: UInt32(key & 0xFFFF_FFFF))
      if judgement > 0 { cells.judge(row.cell, as: judgement) }
    }
  }
}

import CFIRKit

/// Passages by a hash of who spoke, where, and the words; what judgement codes say of each; and which counted rows wait for that.
struct PassageTable {
  private var places: [UInt64: UInt32] = [:]
  /// The judgement on each passage, as a code; 0 for none.
  private var judgements: [UInt8] = []
  private var waiting: [(cell: CellTable.Key, passage: UInt32)] = []
  private var present: UInt32 = 0
  /// Codes and passages that have met, where each passage counts once.
  private var met: Set<UInt64> = []

  init() {}

  /// Makes a passage the present one.
  mutating func meet(_ hash: UInt64) {
    if let known = places[hash] {
      present = known
    } else {
      present = UInt32(judgements.count)
      places[hash] = present
      judgements.append(0)
    }
  }

  /// Whether the present passage has met this code before; from now on it has.
  mutating func isRepeated(code: Int) -> Bool {
    !met.insert(UInt64(code) << 32 | UInt64(present)).inserted
  }

  /// Judges the present passage, together with what judged it before.
  mutating func judge(_ judgement: Int) {
    guard let added = JudgementCode.judgement(judgement) else { return }
    let before = JudgementCode.judgement(Int(judgements[Int(present)]))
    judgements[Int(present)] = UInt8(JudgementCode.code(before?.combined(with: added) ?? added))
  }

  /// Notes that a row of a cell waits for what is said of the present passage.
  mutating func wait(_ cell: CellTable.Key) { waiting.append((cell, present)) }

  /// Gives the rows that waited their judgements.
  func judgeWaiting(in cells: inout CellTable) {
    for (cell, passage) in waiting where judgements[Int(passage)] > 0 {
      cells.judge(cell, as: Int(judgements[Int(passage)]))
    }
  }
}

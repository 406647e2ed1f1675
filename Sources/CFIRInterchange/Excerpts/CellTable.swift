import CFIRKit

/// Counts by context and code.
///
/// Each slot of the hash table holds its counts, and rows are put in by batches: where many sources make the table larger than the
/// processor's caches, the misses of one batch overlap.
struct CellTable: ~Copyable {
  /// Which cell: a context and a code.
  struct Key: Hashable {
    var context: UInt32
    var code: UInt32

    @inline(__always)
    var start: Int {
      Int(truncatingIfNeeded: ((UInt64(context) << 32 | UInt64(code)) &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }
  }

  private struct Slot {
    var key = Key(context: 0, code: 0)
    /// 0 for a free slot.
    var rows: UInt32 = 0
    var weighted: UInt32 = 0
    var weightSum = 0.0
  }

  private struct Judged: Hashable {
    var key: Key
    var judgement: UInt8
  }

  private static let batchSize = 128
  private var batch: UnsafeMutablePointer<(key: Key, weight: Double)>
  private var batched = 0
  private var slots: UnsafeMutablePointer<Slot>
  private var mask = 1023
  /// How many cells there are.
  private(set) var used = 0
  private var judged: [Judged: Int] = [:]

  init() {
    batch = .allocate(capacity: Self.batchSize)
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(), count: mask + 1)
  }

  deinit {
    batch.deallocate()
    slots.deallocate()
  }

  /// Counts a row.
  @inline(__always)
  mutating func count(_ key: Key, judgement: Int, weight: Double?) {
    batch[batched] = (key, weight ?? .nan)
    batched += 1
    if batched == Self.batchSize { put() }
    if judgement > 0 { judge(key, as: judgement) }
  }

  /// Notes the judgement of a row that has been counted.
  mutating func judge(_ key: Key, as judgement: Int) {
    judged[Judged(key: key, judgement: UInt8(judgement)), default: 0] += 1
  }

  /// Puts in the rows that still wait; needed once, before ``forEach(_:)``.
  mutating func put() {
    if (used + batched) * 2 > mask { grow() }
    for index in 0..<batched {
      let (key, weight) = batch[index]
      var slot = key.start & mask
      while slots[slot].rows != 0 && slots[slot].key != key { slot = (slot + 1) & mask }
      if slots[slot].rows == 0 {
        slots[slot].key = key
        used += 1
      }
      slots[slot].rows &+= 1
      if !weight.isNaN {
        slots[slot].weighted &+= 1
        slots[slot].weightSum += weight
      }
    }
    batched = 0
  }

  private mutating func grow() {
    let capacity = (mask + 1) * 2
    let grown = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
    grown.initialize(repeating: Slot(), count: capacity)
    for old in 0...mask where slots[old].rows != 0 {
      var slot = slots[old].key.start & (capacity - 1)
      while grown[slot].rows != 0 { slot = (slot + 1) & (capacity - 1) }
      grown[slot] = slots[old]
    }
    slots.deallocate()
    slots = grown
    mask = capacity - 1
  }

  /// Hands out the counts of every cell.
  func forEach(_ body: (Key, EvidenceTally.Counts) -> Void) {
    var judgements: [Key: [Judgement: Int]] = [:]
    for (key, rows) in judged {
      if let judgement = JudgementCode.judgement(Int(key.judgement)) {
        judgements[key.key, default: [:]][judgement] = rows
      }
    }
    for slot in UnsafeBufferPointer(start: slots, count: mask + 1) where slot.rows != 0 {
      var counts = EvidenceTally.Counts()
      counts.excerpts = Int(slot.rows)
      if !judgements.isEmpty { counts.judged = judgements[slot.key] ?? [:] }
      counts.weightSum = slot.weightSum
      counts.weighted = Int(slot.weighted)
      body(slot.key, counts)
    }
  }
}

/// The part of a search for sufficient conditions that begins with one conjunct.
struct SufficiencyBranch<Rows: CaseRows, Bag: SufficiencyBag>: ~Copyable {
  /// What was found.
  private(set) var bag: Bag
  /// Whether the search was told to stop.
  private(set) var isStopped = false

  private let work: SearchWork<Rows>
  private let watch: SearchMonitor
  /// At each depth, the conjuncts that may be added to the condition so far, and the rows of both together.
  private let lists: UnsafeMutablePointer<Int>
  private let rows: UnsafeMutableRawPointer
  private let condition: UnsafeMutablePointer<Int>
  /// Rows of all parts of a condition, by the bits of the conjuncts in them.
  private let parts: UnsafeMutableRawPointer
  private var steps = 0

  init(_ work: SearchWork<Rows>, bag: Bag, watch: SearchMonitor) {
    self.work = work
    self.bag = bag
    self.watch = watch
    let room = max(1, work.starts.count * (work.size - 1))
    lists = .allocate(capacity: room)
    rows = .allocate(byteCount: room * max(1, work.rows.rowBytes), alignment: 32)
    condition = .allocate(capacity: work.size)
    parts = .allocate(byteCount: max(1, work.rows.rowBytes) << work.size, alignment: 32)
  }

  deinit {
    lists.deallocate()
    rows.deallocate()
    condition.deallocate()
    parts.deallocate()
  }

  private func single(_ candidate: Int) -> UnsafeMutableRawPointer {
    work.memory + candidate * work.rows.rowBytes
  }

  private func row(_ depth: Int, _ place: Int) -> UnsafeMutableRawPointer {
    rows + (depth * work.starts.count + place) * work.rows.rowBytes
  }

  /// Finds all that begin with one of the starts.
  mutating func search(from start: Int) {
    let first = work.starts[start]
    condition[0] = first
    var count = 0
    for place in (start + 1)..<max(start + 1, work.starts.count) {
      let second = work.starts[place]
      if extend(with: second, single(first), single(second), depth: 1) {
        lists[count] = second
        work.rows.join(single(first), single(second), into: row(0, count))
        count += 1
      }
    }
    if work.size > 2 { descend(depth: 1, count: count) }
  }

  /// Joins each condition of a depth with its later neighbours.
  private mutating func descend(depth: Int, count: Int) {
    let list = lists + (depth - 1) * work.starts.count
    let next = lists + depth * work.starts.count
    for place in 0..<count {
      steps += 1
      if steps & 0x3FF == 0 && watch.isCancelled() { isStopped = true }
      if isStopped { return }
      condition[depth] = list[place]
      let own = row(depth - 1, place)
      var found = 0
      for later in (place + 1)..<max(place + 1, count) {
        let other = row(depth - 1, later)
        if extend(with: list[later], own, other, depth: depth + 1) {
          next[found] = list[later]
          work.rows.join(own, other, into: row(depth, found))
          found += 1
        }
      }
      if depth + 2 < work.size { descend(depth: depth + 1, count: found) }
    }
  }

  /// Whether a longer condition is worth joining further; at full length it is taken where it is minimally sufficient.
  @inline(__always)
  private mutating func extend(
    with candidate: Int, _ first: UnsafeRawPointer, _ second: UnsafeRawPointer, depth: Int
  ) -> Bool {
    if work.candidates[candidate].factor == work.candidates[condition[depth - 1]].factor { return false }
    switch work.rows.judge(first, second) {
    case .absent: return false
    case .insufficient: return depth + 1 < work.size
    case .sufficient(let both, let sum):
      if depth + 1 == work.size {
        condition[depth] = candidate
        if isMinimal() {
          bag.add(UnsafeBufferPointer(start: condition, count: work.size), both: both, condition: sum)
        }
      }
      return false
    }
  }

  /// Whether no part of the condition is sufficient.
  private func isMinimal() -> Bool {
    let size = work.size
    let whole = (1 << size) - 1
    for part in 1..<whole {
      let first = part.trailingZeroBitCount
      let rest = part & (part - 1)
      let row = parts + part * work.rows.rowBytes
      if rest == 0 {
        // Single conjuncts are among the starts only where they are insufficient.
        row.copyMemory(from: single(condition[first]), byteCount: work.rows.rowBytes)
        continue
      }
      work.rows.join(single(condition[first]), parts + rest * work.rows.rowBytes, into: row)
      if work.rows.isMonotone && part.nonzeroBitCount < size - 1 { continue }
      if case .sufficient = work.rows.judge(row) { return false }
    }
    return true
  }
}

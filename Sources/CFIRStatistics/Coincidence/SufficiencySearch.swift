import Dispatch
import Synchronization

/// Takes sufficient conditions as they are found.
protocol SufficiencyBag: Sendable {
  /// Takes one: which of the candidates come together, and the sums behind its consistency and coverage.
  mutating func add(_ candidates: UnsafeBufferPointer<Int>, both: Double, condition: Double)
}

/// All minimally sufficient conditions of one outcome with so many conjuncts.
///
/// A condition is minimally sufficient when it is consistent, some case has it, and no part of it is consistent.
/// Candidates are joined in their order, each with its neighbours that come later; what is sufficient, or has no case,
/// is joined no further.
struct SufficiencySearch<Rows: CaseRows>: ~Copyable {
  private let rows: Rows
  private let candidates: [FactorValue]
  /// The rows of the candidates, one after the other.
  private let memory: UnsafeMutableRawPointer

  /// - Parameters:
  ///   - rows: How conditions are judged.
  ///   - candidates: The factor values that may be conjuncts, factor by factor.
  init(_ rows: Rows, candidates: [FactorValue]) {
    self.rows = rows
    self.candidates = candidates
    memory = .allocate(byteCount: max(1, candidates.count * rows.rowBytes), alignment: 32)
    for (place, value) in candidates.enumerated() { rows.write(value, to: memory + place * rows.rowBytes) }
  }

  deinit { memory.deallocate() }

  private func row(_ candidate: Int) -> UnsafeMutableRawPointer { memory + candidate * rows.rowBytes }

  /// Finds those with so many conjuncts.
  ///
  /// - Parameters:
  ///   - size: How many conjuncts, 1 … 16.
  ///   - threads: How many threads share the work; the result does not depend on it.
  ///   - empty: A bag for what is found from one first conjunct.
  ///   - watch: Asked now and then whether to stop.
  /// - Returns: A bag for each first conjunct in order, and whether the search was complete.
  func conditions<Bag: SufficiencyBag>(
    size: Int, threads: Int, into empty: Bag, watch: SearchMonitor
  ) -> (bags: [Bag], isComplete: Bool) {
    if watch.isCancelled() { return ([], false) }
    if size == 1 { return (singles(into: empty), true) }
    let starts = candidates.indices.filter {
      if case .insufficient = rows.judge(row($0)) { true } else { false }
    }
    let bags = Mutex([Bag](repeating: empty, count: starts.count))
    let next = Atomic(0)
    let stopped = Atomic(false)
    let work = SearchWork(rows: rows, candidates: candidates, memory: memory, starts: starts, size: size)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, starts.count))) { _ in
      while true {
        let start = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if start >= starts.count || stopped.load(ordering: .relaxed) { return }
        var branch = SufficiencyBranch(work, bag: empty, watch: watch)
        branch.search(from: start)
        if branch.isStopped || watch.isCancelled() { stopped.store(true, ordering: .relaxed) }
        let bag = branch.bag
        bags.withLock { $0[start] = bag }
      }
    }
    return (bags.withLock { $0 }, !stopped.load(ordering: .relaxed))
  }

  private func singles<Bag: SufficiencyBag>(into empty: Bag) -> [Bag] {
    var bag = empty
    for candidate in candidates.indices {
      guard case .sufficient(let both, let condition) = rows.judge(row(candidate)) else { continue }
      withUnsafePointer(to: candidate) {
        bag.add(UnsafeBufferPointer(start: $0, count: 1), both: both, condition: condition)
      }
    }
    return [bag]
  }
}

/// What the branches of a search share; nobody writes to it.
struct SearchWork<Rows: CaseRows>: @unchecked Sendable {
  let rows: Rows
  let candidates: [FactorValue]
  let memory: UnsafeMutableRawPointer
  /// The candidates that are not sufficient by themselves.
  let starts: [Int]
  let size: Int
}

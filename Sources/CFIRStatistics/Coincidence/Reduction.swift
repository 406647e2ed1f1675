/// The minimally sufficient conditions over all factors at once, ranked: with which configurational studies of
/// implementation cut some dozens of constructs down to the few that are worth modelling.
public struct ConditionReduction: Hashable, Sendable {
  /// What to look for.
  public struct Options: Hashable, Sendable {
    /// The least consistency, 0 … 1.
    public var consistency = 1.0
    /// The least coverage, 0 … 1.
    public var coverage = 0.0
    /// How many conditions may come together, 1 … 5.
    public var conjuncts = 3
    /// How many of the best are listed.
    public var listed = 100
    /// How many threads share the work; the result does not depend on it.
    public var threads = 2

    /// Everything with up to three conjuncts that is always consistent, the best hundred listed.
    public init() {}
  }

  /// How many conditions there are, by the number of their conjuncts.
  public let counts: [Int]
  /// The best by coverage, then with fewer conjuncts, then with higher consistency, then in the table's order.
  public let models: [CoincidenceModel]
  /// Where the search ended before it was complete; nothing where it was complete.
  public let bound: SearchBound?

  /// Searches the conditions of an outcome.
  ///
  /// - Parameters:
  ///   - table: The cases.
  ///   - outcome: What is to come about.
  ///   - factors: The factors that may be conditions; all but the outcome's where none are named.
  ///   - options: What to look for.
  ///   - watch: How the search is followed and stopped.
  public init(
    _ table: FactorTable, outcome: FactorValue, among factors: [Int]? = nil, options: Options = Options(),
    watch: SearchMonitor = SearchMonitor()
  ) {
    let factors = (factors ?? Array(table.factors.indices)).filter { $0 != outcome.factor }
    let candidates = table.factorValues.filter { factors.contains($0.factor) }
    let search =
      table.kind == .fuzzy
      ? Self.search(
        MembershipRows(
          table, outcome: outcome, consistency: options.consistency, leastCoverage: options.coverage),
        outcome, candidates, options, watch)
      : Self.search(
        BitRows(table, outcome: outcome, consistency: options.consistency, leastCoverage: options.coverage),
        outcome, candidates, options, watch)
    counts = search.counts
    bound = search.bound
    let ranked = search.best.map { find in
      table.model(AtomicFormula([Conjunction(find.candidates.map { candidates[$0] })], outcome: outcome))
    }
    // The search adds in another order: what it took for different may be the same, and the other way round.
    models = ranked.enumerated().sorted { first, second in
      let (a, b) = (first.element, second.element)
      if a.coverage != b.coverage { return a.coverage > b.coverage }
      if a.complexity != b.complexity { return a.complexity < b.complexity }
      return a.consistency == b.consistency ? first.offset < second.offset : a.consistency > b.consistency
    }.map(\.element)
  }

  private static func search<Rows: CaseRows>(
    _ rows: Rows, _ outcome: FactorValue, _ candidates: [FactorValue], _ options: Options,
    _ watch: SearchMonitor
  ) -> (counts: [Int], best: [SufficientFind], bound: SearchBound?) {
    let search = SufficiencySearch(rows, candidates: candidates)
    var counts: [Int] = []
    var best = BestFinds(limit: options.listed)
    for size in 1...max(1, min(options.conjuncts, Set(candidates.map(\.factor)).count)) {
      watch.begins(.sufficient(outcome: outcome, conjuncts: size))
      let (bags, isComplete) = search.conditions(
        size: size, threads: options.threads, into: BestFinds(limit: options.listed), watch: watch)
      counts.append(bags.reduce(0) { $0 + $1.count })
      for bag in bags { best.merge(bag) }
      if !isComplete { return (counts, best.ranked, .sufficient(outcome: outcome, conjuncts: size - 1)) }
    }
    return (counts, best.ranked, nil)
  }
}

/// The best of what is found, and how many there are.
struct BestFinds: SufficiencyBag {
  private(set) var count = 0
  private let limit: Int
  /// A heap with the worst on top.
  private var heap: [SufficientFind] = []

  init(limit: Int) { self.limit = limit }

  /// From the best to the worst.
  var ranked: [SufficientFind] { heap.sorted { Self.isBetter($0, $1) } }

  mutating func add(_ candidates: UnsafeBufferPointer<Int>, both: Double, condition: Double) {
    count += 1
    if heap.count == limit {
      // Most are worse than all that are kept, and are not copied.
      guard let worst = heap.first, both >= worst.both else { return }
    }
    keep(SufficientFind(candidates: Array(candidates), both: both, condition: condition))
  }

  /// Adds what another bag holds.
  mutating func merge(_ other: BestFinds) {
    count += other.count
    for find in other.heap { keep(find) }
  }

  private mutating func keep(_ find: SufficientFind) {
    if heap.count < limit {
      heap.append(find)
      var place = heap.count - 1
      while place > 0, Self.isBetter(heap[(place - 1) / 2], heap[place]) {
        heap.swapAt(place, (place - 1) / 2)
        place = (place - 1) / 2
      }
    } else if let worst = heap.first, Self.isBetter(find, worst) {
      heap[0] = find
      var place = 0
      while true {
        var lowest = place
        for child in [2 * place + 1, 2 * place + 2]
        where child < heap.count && Self.isBetter(heap[lowest], heap[child]) { lowest = child }
        if lowest == place { break }
        heap.swapAt(place, lowest)
        place = lowest
      }
    }
  }

  /// By coverage, then fewer conjuncts, then consistency, then the order of factors: no two are alike.
  private static func isBetter(_ first: SufficientFind, _ second: SufficientFind) -> Bool {
    if first.both != second.both { return first.both > second.both }
    if first.candidates.count != second.candidates.count {
      return first.candidates.count < second.candidates.count
    }
    if first.condition != second.condition { return first.condition < second.condition }
    return first.candidates.lexicographicallyPrecedes(second.candidates)
  }
}

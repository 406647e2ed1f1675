/// Models of several outcomes, put together from one model of each.
struct ComplexModels {
  /// The models, simple ones first.
  var models: [CoincidenceModel] = []
  /// Where only some combinations were tried.
  var bound: SearchBound?

  /// Combines models, drops formulas that the others imply, and what cannot be read causally.
  ///
  /// - Parameters:
  ///   - table: The cases.
  ///   - atomic: The models of single outcomes.
  ///   - limit: How many combinations are tried at most, the simplest first.
  ///   - watch: Asked now and then whether to stop.
  init(_ table: FactorTable, from atomic: [CoincidenceModel], limit: Int, watch: SearchMonitor) {
    let notation = FormulaNotation(table)
    let formulas = atomic.compactMap { model in model.formulas.first.map { (formula: $0, model: model) } }
    let byOutcome = Dictionary(grouping: formulas) { $0.formula.outcome }
    let outcomes = byOutcome.keys.sorted { notation.sortKey($0) < notation.sortKey($1) }
    let groups = outcomes.map { byOutcome[$0] ?? [] }
    if groups.count < 2 {
      models = atomic
      return
    }
    watch.begins(.complex)
    let combinations = groups.reduce(1.0) { $0 * Double($1.count) }
    let combined = SimplestCombinations.of(groups.map { $0.map(\.model) }, limit: limit)
    if Double(combined.count) < combinations {
      bound = .complex(tried: combined.count, combinations: combinations)
    }
    let redundancy = Redundancy(table)
    var (tried, causal) = (0, [[AtomicFormula]]())
    let ways = Self.essential(combined.map(\.formulas), redundancy.logic, watch)
    if ways.tried < combined.count { bound = .complex(tried: ways.tried, combinations: combinations) }
    for formulas in ways.formulas {
      guard !watch.isCancelled() else {
        bound = .complex(tried: min(tried, ways.tried), combinations: combinations)
        break
      }
      tried += 1
      if redundancy.isCausal(formulas) { causal.append(formulas) }
    }
    let kept = Self.withoutParts(causal)
    let order = Dictionary(
      table.factorValues.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    let width = kept.map(\.count).max() ?? 0
    func rank(_ outcome: FactorValue) -> Int {
      // Absent outcomes come last, among themselves in the order that they have.
      table.kind != .multiValue && outcome.value == 0 ? .max : order[outcome] ?? 0
    }
    func rank(_ model: CoincidenceModel) -> [Int] {
      // Fewer outcomes come first, as if the places in front of them held the first of all.
      [Int](repeating: -1, count: width - model.formulas.count)
        + model.formulas.map { rank($0.outcome) }
    }
    models = kept.map { table.model($0) }.enumerated().sorted { first, second in
      let ranks = (rank(first.element), rank(second.element))
      return ranks.0 == ranks.1 ? first.offset < second.offset : ranks.0.lexicographicallyPrecedes(ranks.1)
    }.map(\.element).inOrderOfFit()
    // Models that cannot be combined stand by themselves.
    if models.isEmpty { models = atomic }
  }

  /// At most so many ways of leaving out implied formulas are gone through.
  private static let mostWays = 20_000

  /// Models without formulas that their others imply, in each way, each once: those with the fewest formulas first; and of how many models.
  private static func essential(
    _ models: [[AtomicFormula]], _ logic: Satisfiability, _ watch: SearchMonitor
  ) -> (formulas: [[AtomicFormula]], tried: Int) {
    var found: [[AtomicFormula]] = []
    var seen: Set<[AtomicFormula]> = []
    var (steps, tried) = (0, 0)
    for formulas in models {
      let ways = EssentialFormulas(formulas, logic).ways {
        steps += 1
        return steps <= 10 * mostWays && !watch.isCancelled()
      }
      guard let ways, found.count + ways.count <= mostWays else { break }
      found += ways.filter { seen.insert($0).inserted }
      tried += 1
    }
    let bySize = Dictionary(grouping: found, by: \.count)
    return (bySize.keys.sorted().flatMap { bySize[$0] ?? [] }, tried)
  }

  /// Those that are no part of another.
  private static func withoutParts(_ models: [[AtomicFormula]]) -> [[AtomicFormula]] {
    var holders: [AtomicFormula: [Int]] = [:]
    for (place, formulas) in models.enumerated() {
      for formula in formulas { holders[formula, default: []].append(place) }
    }
    let sets = models.map { Set($0) }
    return models.indices.filter { place in
      // Only what has the rarest of its formulas can have them all.
      let rarest = models[place].map { holders[$0] ?? [] }.min { $0.count < $1.count } ?? []
      return !rarest.contains { sets[$0].count > sets[place].count && sets[place].isSubset(of: sets[$0]) }
    }.map { models[$0] }
  }
}

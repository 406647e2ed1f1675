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
    var pace = SearchPace(watch)
    var tried = 0
    var causal: [[AtomicFormula]] = []
    var seen: Set<[AtomicFormula]> = []
    for formulas in Self.withoutImplied(combined.map(\.formulas), redundancy)
    where seen.insert(formulas).inserted {
      guard pace.goesOn(), !watch.isCancelled() else {
        bound = .complex(tried: tried, combinations: combinations)
        break
      }
      tried += 1
      if redundancy.isCausal(formulas) { causal.append(formulas) }
    }
    let sets = causal.map { Set($0) }
    let kept = causal.indices.filter { place in
      !sets.contains { $0.count > sets[place].count && sets[place].isSubset(of: $0) }
    }
    let order = Dictionary(
      table.factorValues.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    let width = kept.map { causal[$0].count }.max() ?? 0
    func rank(_ model: CoincidenceModel) -> [Int] {
      // Fewer outcomes come first, as if the places in front of them held the first of all.
      [Int](repeating: -1, count: width - model.formulas.count)
        + model.formulas.map { order[$0.outcome] ?? 0 }
    }
    models = kept.map { table.model(causal[$0]) }.enumerated().sorted { first, second in
      let ranks = (rank(first.element), rank(second.element))
      return ranks.0 == ranks.1 ? first.offset < second.offset : ranks.0.lexicographicallyPrecedes(ranks.1)
    }.map(\.element).inOrderOfFit()
    // Models that cannot be combined stand by themselves.
    if models.isEmpty { models = atomic }
  }

  /// Models without formulas that their others imply, in each way in which these can be left out one by one.
  private static func withoutImplied(
    _ models: [[AtomicFormula]], _ redundancy: Redundancy
  ) -> [[AtomicFormula]] {
    var whole: [[AtomicFormula]] = []
    var reduced: [[AtomicFormula]] = []
    var seen: Set<[AtomicFormula]> = []
    for formulas in models {
      let implied = redundancy.impliedFormulas(formulas)
      if implied.isEmpty { whole.append(formulas) }
      for place in implied {
        var fewer = formulas
        fewer.remove(at: place)
        if seen.insert(fewer).inserted { reduced.append(fewer) }
      }
    }
    return reduced.isEmpty ? whole : withoutImplied(reduced, redundancy) + whole
  }
}

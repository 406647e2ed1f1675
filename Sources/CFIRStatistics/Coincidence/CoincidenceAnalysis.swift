import Dispatch
import Synchronization

/// Which conditions make outcomes come about, by the regularities among cases alone.
///
/// For each outcome, the minimally sufficient conditions are joined to minimally necessary alternatives, and these models
/// to models of several outcomes. Everything that fits is found, not the best of it.
/// Source: Baumgartner & Ambühl, “Causal modeling with multi-value and fuzzy-set Coincidence Analysis”, Political Science
/// Research and Methods 2020;8:526–542; details as in R cna 4.0.
public struct CoincidenceAnalysis: Sendable {
  /// What is asked.
  public struct Options: Sendable {
    /// The least consistency of conditions and models, 0 … 1.
    public var consistency = 1.0
    /// The least coverage of models, 0 … 1.
    public var coverage = 1.0
    /// The outcomes; every presence, or every value of multi-value factors, where none is named.
    public var outcomes: [FactorValue]?
    /// What may be a cause of what.
    public var ordering: CausalOrdering?
    /// Factors that are never outcomes.
    public var exogenous: Set<Int> = []
    /// How many conjuncts an alternative may have.
    public var conjuncts = 3
    /// How many alternatives a model may have.
    public var disjuncts = 4
    /// How many factor values a model of one outcome may have.
    public var complexity = 10
    /// After how many models of one outcome its search ends.
    public var modelLimit = 100_000
    /// How many combinations to models of several outcomes are tried.
    public var combinationLimit = 1000
    /// How many threads share the work; the result does not depend on it.
    public var threads = 2

    /// Perfect models of all outcomes.
    public init() {}
  }

  /// The minimally sufficient conditions of each outcome.
  public private(set) var sufficient: [CoincidenceModel] = []
  /// The models of each outcome: atomic solution formulas.
  public private(set) var atomic: [CoincidenceModel] = []
  /// The models of all outcomes that have one: complex solution formulas.
  public private(set) var complex: [CoincidenceModel] = []
  /// Where the search ended before it was complete; empty where it was complete.
  public private(set) var bounds: [SearchBound] = []

  /// Analyses cases.
  ///
  /// - Parameters:
  ///   - table: The cases.
  ///   - options: What is asked.
  ///   - watch: How the search is followed and stopped; what was found until then is kept.
  public init(_ table: FactorTable, options: Options = Options(), watch: SearchMonitor = SearchMonitor()) {
    let outcomes = Self.outcomes(table, options)
    var conditions: [[Conjunction]] = []
    for outcome in outcomes {
      let causes =
        options.ordering?.causes(of: outcome.factor, among: table)
        ?? table.factors.indices.filter { $0 != outcome.factor }
      guard !causes.isEmpty else {
        conditions.append([])
        continue
      }
      let found = table.sufficientConditions(
        of: outcome, among: causes, consistency: options.consistency,
        conjuncts: min(options.conjuncts, options.complexity), threads: options.threads, watch: watch)
      conditions.append(found.conditions)
      if let size = found.completeTo { bounds.append(.sufficient(outcome: outcome, conjuncts: size)) }
      sufficient += Self.listed(found.conditions, of: outcome, table)
    }
    let results = Self.necessary(table, outcomes, conditions, options, watch)
    for (place, outcome) in outcomes.enumerated() {
      if let size = results[place].completeTo { bounds.append(.necessary(outcome: outcome, disjuncts: size)) }
      atomic += results[place].models
    }
    let complex = ComplexModels(table, from: atomic, limit: options.combinationLimit, watch: watch)
    self.complex = complex.models
    if let bound = complex.bound { bounds.append(bound) }
  }

  /// The factor values that are to be explained, in the table's order.
  private static func outcomes(_ table: FactorTable, _ options: Options) -> [FactorValue] {
    let possible = table.factorValues.filter { table.kind == .multiValue || $0.value == 1 }
    let asked = options.outcomes.map { asked in table.factorValues.filter(asked.contains) } ?? possible
    return asked.filter { !options.exogenous.contains($0.factor) }
  }

  /// Conditions with their fit: short ones first, then by fit, then by their letters.
  private static func listed(
    _ conditions: [Conjunction], of outcome: FactorValue, _ table: FactorTable
  ) -> [CoincidenceModel] {
    let notation = FormulaNotation(table)
    return conditions.map { (key: FormulaNotation.sortKey(notation.text($0)), condition: $0) }.sorted {
      $0.key < $1.key
    }.map { table.model(AtomicFormula([$0.condition], outcome: outcome)) }.inOrderOfFit()
  }

  private struct Models: Sendable {
    var models: [CoincidenceModel] = []
    var completeTo: Int?
  }

  /// The models of each outcome, outcomes side by side.
  private static func necessary(
    _ table: FactorTable, _ outcomes: [FactorValue], _ conditions: [[Conjunction]], _ options: Options,
    _ watch: SearchMonitor
  ) -> [Models] {
    let limits = ModelLimits(
      thresholds: Thresholds(consistency: options.consistency, coverage: options.coverage),
      disjuncts: min(options.disjuncts, options.complexity), complexity: options.complexity,
      models: options.modelLimit)
    let order = ModelOrder(
      conjuncts: min(options.conjuncts, options.complexity), disjuncts: limits.disjuncts,
      complexity: options.complexity)
    let results = Mutex([Models](repeating: Models(), count: outcomes.count))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(options.threads, outcomes.count))) { _ in
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if place >= outcomes.count { return }
        if conditions[place].isEmpty { continue }
        let models = Self.models(
          table, outcomes[place], conditions[place], limits, order, watch)
        results.withLock { $0[place] = models }
      }
    }
    return results.withLock { $0 }
  }

  private static func models(
    _ table: FactorTable, _ outcome: FactorValue, _ conditions: [Conjunction], _ limits: ModelLimits,
    _ order: ModelOrder, _ watch: SearchMonitor
  ) -> Models {
    let result = table.necessaryModels(of: outcome, from: conditions, limits: limits, watch: watch)
    let redundancy = Redundancy(table)
    let fit = ConditionFit(table, outcome, conditions)
    let ranked = result.models.map { members in
      (members: members, rank: order.rank(ofLengths: members.map { conditions[$0].values.count }))
    }.sorted { first, second in
      first.rank == second.rank
        ? first.members.lexicographicallyPrecedes(second.members) : first.rank < second.rank
    }
    let kept = ranked.compactMap { fit.model($0.members) }.filter { model in
      model.formulas.allSatisfy { redundancy.isIrredundant($0.disjuncts) }
    }
    return Models(models: kept.inOrderOfFit(), completeTo: result.completeTo)
  }
}

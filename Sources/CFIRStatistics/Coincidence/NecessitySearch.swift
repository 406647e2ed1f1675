/// What is asked of models of one outcome.
struct ModelLimits: Sendable {
  var thresholds: Thresholds
  /// How many alternatives a model may have.
  var disjuncts: Int
  /// How many factor values may stand in it.
  var complexity: Int
  /// After how many models a search ends.
  var models: Int
}

/// How a search for models went.
struct NecessityResult: Sendable {
  /// Which conditions are the alternatives of each model, in their order.
  var models: [[Int]] = []
  /// Up to how many alternatives the models are complete; nothing where all were found.
  var completeTo: Int?
}

/// Counts a search's steps and asks now and then whether to stop.
struct SearchPace {
  private let watch: SearchMonitor
  private var steps = 0
  /// Whether the search was told to stop.
  private(set) var isStopped = false

  init(_ watch: SearchMonitor) { self.watch = watch }

  /// Takes steps, some microseconds each; whether the search goes on.
  mutating func goesOn(_ count: Int = 1) -> Bool {
    steps += count
    if steps >= 1024 {
      steps = 0
      if watch.isCancelled() { isStopped = true }
    }
    return !isStopped
  }

  /// Stops the search.
  mutating func stop() { isStopped = true }
}

extension FactorTable {
  /// Which sets of sufficient conditions are minimally necessary for an outcome and consistent together: those that reach
  /// both thresholds while no part of them does.
  func necessaryModels(
    of outcome: FactorValue, from conditions: [Conjunction], limits: ModelLimits, watch: SearchMonitor
  ) -> NecessityResult {
    var result = NecessityResult()
    var pace = SearchPace(watch)
    let crisp = kind == .fuzzy ? nil : CrispModelSearch(self, outcome: outcome, conditions, limits)
    let fuzzy = kind == .fuzzy ? FuzzyModelSearch(self, outcome: outcome, conditions, limits) : nil
    for size in 1...max(1, min(limits.disjuncts, conditions.count)) {
      watch.begins(.necessary(outcome: outcome, disjuncts: size))
      if watch.isCancelled() { pace.stop() }
      let take: ([Int]) -> Bool = { model in
        result.models.append(model)
        return result.models.count < limits.models
      }
      crisp?.models(of: size, &pace, found: take)
      fuzzy?.models(of: size, &pace, found: take)
      if pace.isStopped {
        result.completeTo = size - 1
        break
      }
    }
    return result
  }
}

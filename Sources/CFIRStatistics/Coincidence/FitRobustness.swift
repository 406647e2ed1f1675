/// How well models agree with those that other thresholds of consistency and coverage would have given.
///
/// The cases are analysed at every pair of thresholds of a grid. A model scores a point for each other model found that
/// is one of its submodels or has it for one, each time that this was found; two for each time that it was found again.
/// Source: Parkkinen & Baumgartner, “Robustness and Model Selection in Configurational Causal Modeling”, Sociological
/// Methods & Research 2021, doi:10.1177/0049124120986200.
public struct FitRobustness: Sendable {
  /// A model and its score.
  public struct Score: Hashable, Sendable {
    /// The model.
    public var model: CoincidenceModel
    /// At how many pairs of thresholds it was found.
    public var found: Int
    /// Its score.
    public var score: Int
    /// Its score as a share of the highest, 0 … 1; nothing where all are 0.
    public var normalized: Double?
  }

  /// The thresholds that stand for both consistency and coverage.
  public let thresholds: [Double]
  /// How many pairs of thresholds were analysed.
  public private(set) var analyses = 0
  /// At how many of them there was a model.
  public private(set) var analysesWithModels = 0
  /// The models by score, then the simpler first.
  public private(set) var scores: [Score] = []
  /// Where a search ended before it was complete; empty where all were complete.
  public private(set) var bounds: [SearchBound] = []

  /// Analyses cases at every pair of thresholds.
  ///
  /// - Parameters:
  ///   - table: The cases.
  ///   - options: What is asked; its own thresholds are not used.
  ///   - thresholds: The thresholds to pair.
  ///   - watch: How the search is followed and stopped.
  public init(
    _ table: FactorTable, options: CoincidenceAnalysis.Options, thresholds: [Double],
    watch: SearchMonitor = SearchMonitor()
  ) {
    self.thresholds = thresholds
    var models: [CoincidenceModel] = []
    var found: [CoincidenceModel: Int] = [:]
    for consistency in thresholds {
      for coverage in thresholds where !watch.isCancelled() {
        var options = options
        (options.consistency, options.coverage) = (consistency, coverage)
        let analysis = CoincidenceAnalysis(table, options: options, watch: watch)
        analyses += 1
        if !analysis.complex.isEmpty { analysesWithModels += 1 }
        for bound in analysis.bounds where !bounds.contains(bound) { bounds.append(bound) }
        for model in analysis.complex {
          if found[model] == nil { models.append(model) }
          found[model, default: 0] += 1
        }
      }
    }
    let pairs = thresholds.count * thresholds.count
    if analyses < pairs { bounds.append(.thresholds(analysed: analyses, pairs: pairs)) }
    watch.begins(.scores)
    scores = Self.scores(models, found, watch)
    if scores.count < models.count { bounds.append(.scores(compared: scores.count, models: models.count)) }
  }

  /// How many models are compared even where a search is to stop.
  private static let leastCompared = 2000

  /// The scores of models that were found so many times; where the search is stopped, of the first of them by each other.
  private static func scores(
    _ models: [CoincidenceModel], _ found: [CoincidenceModel: Int], _ watch: SearchMonitor
  ) -> [Score] {
    let counts = models.map { found[$0] ?? 0 }
    let marks = models.map(Marks.init)
    var points = counts.map { 2 * ($0 - 1) }
    var compared = 0
    while compared < models.count, compared < leastCompared || !watch.isCancelled() {
      let new = compared
      for known in 0..<new {
        // Hardly any two are submodels, and most show it at a glance.
        let isBelow = marks[new].areAll(in: marks[known]) && models[new].isSubmodel(of: models[known])
        let isAbove = marks[known].areAll(in: marks[new]) && models[known].isSubmodel(of: models[new])
        let times = (isBelow ? 1 : 0) + (isAbove ? 1 : 0)
        if times > 0 {
          points[new] += times * counts[known]
          points[known] += times * counts[new]
        }
      }
      compared += 1
    }
    let most = points.prefix(compared).max() ?? 0
    return (0..<compared).sorted { first, second in
      (points[second], models[first].complexity, first) < (points[first], models[second].complexity, second)
    }.map { place in
      Score(
        model: models[place], found: counts[place], score: points[place],
        normalized: most > 0 ? Double(points[place]) / Double(most) : nil)
    }
  }

  /// Bits for a model's outcomes and the values left of its arrows; several may share one.
  private struct Marks {
    private var outcomes: UInt64 = 0
    private var causes: UInt64 = 0

    init(_ model: CoincidenceModel) {
      for formula in model.formulas {
        outcomes |= Self.bit(formula.outcome)
        for value in formula.disjuncts.lazy.flatMap(\.values) { causes |= Self.bit(value) }
      }
    }

    private static func bit(_ value: FactorValue) -> UInt64 {
      1 << UInt64((2 * value.factor + value.value) & 63)
    }

    /// Whether none is missing among others, as with a submodel's.
    func areAll(in others: Marks) -> Bool {
      outcomes & ~others.outcomes == 0 && causes & ~others.causes == 0
    }
  }
}

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
    scores = Self.scores(models, found)
  }

  /// The scores of models that were found so many times.
  static func scores(_ models: [CoincidenceModel], _ found: [CoincidenceModel: Int]) -> [Score] {
    let counts = models.map { found[$0] ?? 0 }
    var points = counts.map { 2 * ($0 - 1) }
    for first in models.indices {
      for second in models.indices where first != second && models[first].isSubmodel(of: models[second]) {
        points[first] += counts[second]
        points[second] += counts[first]
      }
    }
    let most = points.max() ?? 0
    return models.indices.sorted { first, second in
      (points[second], models[first].complexity, first) < (points[first], models[second].complexity, second)
    }.map { place in
      Score(
        model: models[place], found: counts[place], score: points[place],
        normalized: most > 0 ? Double(points[place]) / Double(most) : nil)
    }
  }
}

/// One common factor behind the items of a scale, fitted by minimum residuals.
///
/// The loadings make the squared differences between the correlations of items and the products of their loadings as
/// small as they can be (Harman & Jones, Psychometrika 1966;31:351–368), the method that R's psych calls `minres`.
public struct OneFactor: Sendable {
  /// Each item's loading, −1 … +1; turned so that most of the weight is positive.
  public let loadings: [Double]
  private let wholeCorrelation: Double

  /// Fits the factor to the correlations of the items.
  ///
  /// `nil` with fewer than three items (two do not determine their loadings), where an item does not vary, or
  ///   where the best fit would leave an item less than no variance of its own (a Heywood case).
  public init?(_ covariances: ItemCovariances) {
    let items = covariances.items
    guard items >= 3, let correlations = covariances.correlations(),
      let loadings = Self.fitted(correlations, items: items)
    else { return nil }
    let isTurned = loadings.reduce(0, +) < 0
    self.loadings = isTurned ? loadings.map { -$0 } : loadings
    wholeCorrelation = correlations.reduce(0, +)
  }

  /// ω total: the share of the variance of the sum of standardized items that the factor accounts for.
  ///
  /// 1 − Σ(1 − loading²) / Σ correlations, as R's `psych::omega(nfactors = 1)` defines it (McDonald, Test Theory, 1999).
  /// Items are taken as they are scored; none is turned round for a negative loading.
  ///
  /// - Returns: At most 1; `nil` where the sum of standardized items does not vary.
  public var omegaTotal: Double? {
    guard wholeCorrelation > 1e-12 else { return nil }
    return 1 - loadings.reduce(0) { $0 + 1 - $1 * $1 } / wholeCorrelation
  }

  /// Takes each loading in turn to its best value given the others, until none moves.
  private static func fitted(_ correlations: [Double], items: Int) -> [Double]? {
    var loadings = start(correlations, items: items)
    for _ in 0..<100_000 {
      var moved = 0.0
      for item in 0..<items {
        var (shared, squares) = (0.0, 0.0)
        for other in 0..<items where other != item {
          shared += correlations[item * items + other] * loadings[other]
          squares += loadings[other] * loadings[other]
        }
        guard squares > 0 else { return nil }
        let better = shared / squares
        moved = max(moved, abs(better - loadings[item]))
        loadings[item] = better
      }
      if moved < 1e-13 { break }
    }
    return loadings.allSatisfy { abs($0) <= 1 } ? loadings : nil
  }

  /// The direction of most variance, by repeated multiplication: its signs decide which valley the fit goes down.
  private static func start(_ correlations: [Double], items: Int) -> [Double] {
    var direction = (0..<items).map { 1 + Double($0) / Double(8 * items) }
    for _ in 0..<200 {
      let next = (0..<items).map { item in
        (0..<items).reduce(0) { $0 + correlations[item * items + $1] * direction[$1] }
      }
      let length = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 0 else { return direction }
      direction = next.map { $0 / length }
    }
    let quotient = (0..<items).reduce(0.0) { sum, item in
      sum + direction[item] * (0..<items).reduce(0) { $0 + correlations[item * items + $1] * direction[$1] }
    }
    return direction.map { $0 * max(0, quotient).squareRoot() }
  }
}

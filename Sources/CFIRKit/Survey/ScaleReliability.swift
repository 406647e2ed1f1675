import CFIRStatistics

/// How far the items of a scale measure one thing.
public struct ScaleReliability: Sendable {
  /// What one item does for its scale.
  public struct ItemStatistics: Sendable {
    /// Which item.
    public let item: Item.ID
    /// How many answered it.
    public let n: Int
    /// Its mean as it is scored: turned round where it is reverse scored.
    public let mean: Double?
    /// Its standard deviation.
    public let standardDeviation: Double?
    /// Its correlation with the sum of the other items.
    public let itemRest: Double?
    /// Cronbach's α of the other items.
    public let alphaIfDropped: Double?
  }

  /// Which scale.
  public let scale: ScoredScale
  /// How many respondents stand behind it.
  public let n: Int
  /// Cronbach's α.
  public let alpha: Double?
  /// The lower end of α's 95 % interval by Feldt.
  public let lower: Double?
  /// The upper end.
  public let upper: Double?
  /// ω total of one factor by minimum residuals.
  public let omegaTotal: Double?
  /// The mean correlation of pairs of items.
  public let averageInterItem: Double?
  /// Each item.
  public let items: [ItemStatistics]
}

extension SurveyTally {
  /// The reliability of each subscale; of one item, its mean and deviation alone.
  ///
  /// - Parameter rule: Whether a pair of items is seen by all who answered both (the default), or by those who answered
  ///   every item of the scale.
  /// - Returns: One for each of them, in the instrument's order.
  public func reliability(_ rule: ItemMoments.MissingRule = .pairwise) -> [ScaleReliability] {
    zip(scales, moments).compactMap { scale, moments in
      guard let covariances = moments?.covariances(rule) else { return nil }
      let alpha = covariances.cronbachAlpha()
      let interval = alpha.flatMap {
        feldtInterval(alpha: $0, respondents: covariances.respondents, items: scale.items.count)
      }
      return ScaleReliability(
        scale: scale, n: covariances.respondents, alpha: alpha, lower: interval?.lower,
        upper: interval?.upper,
        omegaTotal: OneFactor(covariances)?.omegaTotal, averageInterItem: covariances.averageCorrelation(),
        items: scale.items.enumerated().map { place, item in
          ScaleReliability.ItemStatistics(
            item: items[item].id, n: covariances.counts[place], mean: covariances.means[place],
            standardDeviation: covariances.standardDeviation(of: place),
            itemRest: covariances.itemRestCorrelation(of: place),
            alphaIfDropped: covariances.cronbachAlpha(without: place))
        })
    }
  }
}

import CFIRStatistics

extension Study {
  /// How far the raters agreed before any consensus.
  ///
  /// - Parameter options: Which coefficients and intervals.
  /// - Returns: `nil` where fewer than two raters rated, or where one rater alone is looked at.
  public func agreementBeforeConsensus(_ options: AgreementAccount.Options) -> AgreementAccount? {
    guard rater == nil else { return nil }
    let units = ratedUnits(unscored: .gap)
    return units.raters.count > 1 ? AgreementAccount(units, options) : nil
  }

  /// The cells that the team settled although its raters had differed, worst first.
  public func differencesBeforeConsensus(in matrix: RatingMatrix) -> [Disagreement] {
    zip(matrix.allCells, ratingsBeforeConsensus(in: matrix)).compactMap { cell, ratings in
      cell.settled.basis == .consensus ? Disagreement(cell, ratings: ratings) : nil
    }.worstFirst
  }

  /// The raters' own ratings of each cell before any consensus, in the order of ``RatingMatrix/allCells``; in each by rater.
  public func ratingsBeforeConsensus(in matrix: RatingMatrix) -> [[Rating]] {
    var given: [Construct.ID: [Organization.ID: [Rating]]] = [:]
    for rating in ratingsBeforeConsensus() {
      given[rating.construct, default: [:]][rating.organization, default: []].append(rating)
    }
    return matrix.allCells.map { cell in
      (given[cell.construct]?[cell.organization] ?? []).sorted { $0.rater < $1.rater }
    }
  }
}

extension AgreementAccount.Options {
  /// What a line or a short table needs: agreeing pairs, within one step, the headline of −2 … +2.
  public static var brief: Self {
    var options = Self()
    let headline = MeasurementScale.ordinal.headline
    options.only = [
      (.percentAgreement, .unweighted), (.percentWithinOne, .unweighted), (headline.name, headline.weights),
    ]
    return options
  }
}

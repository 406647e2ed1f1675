import CFIRStatistics

extension Study {
  /// How far the raters agree, before any consensus.
  ///
  /// - Parameters:
  ///   - rule: What becomes of ratings without a score.
  ///   - options: Which coefficients and intervals.
  ///   - progress: Told how many bootstrap replicates are done, from any thread.
  /// - Returns: Overall, by domain, construct and pair of raters.
  public func agreementAnswer(
    unscored rule: UnscoredRule = .gap, _ options: AgreementAccount.Options = .init(),
    progress: (@Sendable (Int) -> Void)? = nil
  ) -> Answer {
    AgreementAccount(ratedUnits(unscored: rule), options, progress: progress)
      .answer(title: title, framework: codebook.framework.edition)
  }
}

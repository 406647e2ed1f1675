extension AgreementTable {
  /// Intervals of coefficients by resampling units with replacement.
  ///
  /// Each replicate has a generator of its own, so that the same seed gives the same bits on any number of threads, whichever coefficients
  /// are asked for. Raters are taken as given: the interval is over units like these.
  ///
  /// - Parameters:
  ///   - coefficients: Which ones.
  ///   - options: How many replicates, from which seed, which interval.
  ///   - progress: Told how many replicates are done, from any thread.
  /// - Returns: For each coefficient an interval, or the reason why there is none.
  public func bootstrap(
    _ coefficients: [AgreementCoefficient], _ options: BootstrapOptions,
    progress: (@Sendable (Int) -> Void)? = nil
  ) -> [Result<BootstrapEstimate, NotComputable>] {
    let workshop = AgreementWorkshop(self)
    let values = coefficients.map { coefficient in
      Result { () throws(NotComputable) in try workshop.estimate(coefficient, level: options.level).value }
    }
    let possible = zip(coefficients, values).compactMap { coefficient, value in
      (try? value.get()).map { (coefficient: coefficient, value: $0) }
    }
    guard options.replicates >= 2, !possible.isEmpty,
      var resampler = try? AgreementResampler(self, possible.map(\.coefficient))
    else {
      return values.map { $0.flatMap { _ in .failure(NotComputable("it takes two replicates or more")) } }
    }
    let replicates = resampler.replicates(options, progress: progress)
    let jackknife = options.method == .bca ? resampler.jackknife() : []
    var made = zip(possible, replicates).enumerated().map { place, part in
      Result { () throws(NotComputable) in
        try BootstrapInterval(
          options: options, value: part.0.value,
          jackknife: jackknife.isEmpty ? [] : jackknife[place]
        ).estimate(part.1)
      }
    }[...]
    return values.map { value in
      value.flatMap { _ in made.popFirst() ?? .failure(.noRating) }
    }
  }
}

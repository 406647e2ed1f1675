/// Intervals from the replicates of a coefficient.
struct BootstrapInterval {
  let options: BootstrapOptions
  /// The coefficient of the table itself.
  let value: Double
  /// The coefficient without one unit of each kind, and how many units are of that kind; only for ``BootstrapOptions/Method/bca``.
  let jackknife: [(value: Double, units: Int)]

  /// The interval at the level that the options say.
  ///
  /// - Parameter replicates: The coefficient in each sample of units; what is not finite is left out.
  /// - Returns: The interval with the replicates' standard deviation.
  /// - Throws: The reason why there is none.
  func estimate(_ replicates: [Double]) throws(NotComputable) -> BootstrapEstimate {
    var known = replicates.filter(\.isFinite)
    let count = Double(known.count)
    // With fewer than half, the interval would be one of tables that happen to define the coefficient.
    guard known.count >= 2, known.count * 2 >= replicates.count else {
      throw NotComputable(
        "only \(known.count) of \(replicates.count) samples of units define the coefficient")
    }
    let mean = known.reduce(0, +) / count
    let variance = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let tail = (1 - options.level) / 2
    var shares = (lower: tail, upper: 1 - tail)
    if options.method == .bca {
      guard let corrected = corrected(shares, known) else {
        throw NotComputable(
          "the samples of units do not spread around the estimate, so that there is no BCa interval")
      }
      shares = corrected
    }
    return BootstrapEstimate(
      interval: .init(
        lower: known.quantile(shares.lower), upper: known.quantile(shares.upper),
        method: options.method == .bca ? .bootstrapBCa : .bootstrapPercentile),
      standardError: variance.squareRoot(), replicates: known.count)
  }

  /// The shares at which a bias-corrected and accelerated interval takes its ends.
  private func corrected(
    _ shares: (lower: Double, upper: Double), _ replicates: [Double]
  ) -> (lower: Double, upper: Double)? {
    // Replicates are discrete: those equal to the estimate count half.
    let tolerance = 1e-12
    let below = replicates.count { $0 < value - tolerance }
    let notAbove = replicates.count { $0 <= value + tolerance }
    let bias = NormalDistribution.quantile(Double(below + notAbove) / 2 / Double(replicates.count))
    let known = jackknife.filter { $0.value.isFinite && $0.units > 0 }
    let units = known.reduce(0) { $0 + $1.units }
    guard bias.isFinite, units >= 2 else { return nil }
    let mean = known.reduce(0) { $0 + $1.value * Double($1.units) } / Double(units)
    var (squares, cubes) = (0.0, 0.0)
    for part in known {
      let apart = mean - part.value
      squares += Double(part.units) * apart * apart
      cubes += Double(part.units) * apart * apart * apart
    }
    guard squares > 0 else { return nil }
    let acceleration = cubes / (6 * squares * squares.squareRoot())
    func moved(_ share: Double) -> Double {
      let sum = bias + NormalDistribution.quantile(share)
      return NormalDistribution.cumulative(bias + sum / (1 - acceleration * sum))
    }
    return (moved(shares.lower), moved(shares.upper))
  }
}

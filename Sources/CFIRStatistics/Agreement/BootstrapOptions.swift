/// How units are resampled.
public struct BootstrapOptions: Hashable, Sendable {
  /// The kinds of interval.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// Quantiles of the replicates.
    case percentile
    /// Quantiles corrected for bias and skewness: Efron, Journal of the American Statistical Association 1987;82:171–185.
    case bca
  }

  /// How many samples of units are drawn.
  public var replicates: Int
  /// Where the random numbers start; the same seed gives the same bits, on any number of threads.
  public var seed: UInt64
  /// The kind of interval.
  public var method: Method
  /// The level of the interval, between 0 and 1.
  public var level: Double
  /// How many threads share the work.
  public var threads: Int

  /// Options.
  public init(
    replicates: Int, seed: UInt64 = 1, method: Method = .bca, level: Double = 0.95, threads: Int = 1
  ) {
    self.replicates = replicates
    self.seed = seed
    self.method = method
    self.level = level
    self.threads = threads
  }
}

/// What resampling says of a coefficient.
public struct BootstrapEstimate: Hashable, Sendable {
  /// The interval.
  public var interval: AgreementEstimate.Interval
  /// The standard deviation of the replicates.
  public var standardError: Double
  /// How many replicates gave a number; the others were samples that do not define the coefficient.
  public var replicates: Int
}

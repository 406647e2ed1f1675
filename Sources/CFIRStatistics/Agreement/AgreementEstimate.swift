/// A coefficient of agreement with its uncertainty, unrounded.
public struct AgreementEstimate: Hashable, Sendable {
  /// An interval and how it was found.
  public struct Interval: Hashable, Sendable {
    /// Its lower end.
    public var lower: Double
    /// Its upper end.
    public var upper: Double
    /// How it was found.
    public var method: Method

    /// The ways of finding an interval.
    public enum Method: String, Hashable, Sendable {
      /// Student's t with Gwet's standard error, units − 1 degrees of freedom, cut off at 1.
      case gwet = "gwet-t"
      /// The normal distribution with the standard error of Fleiss, Cohen & Everitt, cut off at 1.
      case normal
      /// Wilson's score interval of a proportion.
      case wilson
      /// Quantiles of the F distribution.
      case f
      /// Quantiles of the bootstrap replicates.
      case bootstrapPercentile = "bootstrap-percentile"
      /// Quantiles of the bootstrap replicates, corrected for bias and skewness.
      case bootstrapBCa = "bootstrap-bca"
    }

    /// An interval.
    public init(lower: Double, upper: Double, method: Method) {
      self.lower = lower
      self.upper = upper
      self.method = method
    }
  }

  /// The statistic that `p` was taken from.
  public struct Test: Hashable, Sendable {
    /// `t`, `z`, `F` or `chi-squared`.
    public var name: String
    /// Its value.
    public var statistic: Double
    /// Its degrees of freedom; two for F, none for z.
    public var degrees: [Double]
  }

  /// The coefficient.
  public var value: Double
  /// The agreement that was observed, 0 … 1, where the coefficient is made of it.
  public var observed: Double?
  /// The agreement that chance would give.
  public var expected: Double?
  /// The standard error over samples of units.
  public var standardError: Double?
  /// The interval, at the level that was asked for.
  public var interval: Interval?
  /// How likely a value at least as far from 0 would be if raters agreed by chance only.
  public var p: Double?
  /// What `p` was taken from.
  public var test: Test?
  /// How many units it rests on.
  public var units: Int
  /// Why something above is missing.
  public var remark: String?

  init(_ value: Double, units: Int) {
    self.value = value
    self.units = units
  }

  /// Whether all of it is numbers.
  var isFinite: Bool {
    [value, observed, expected, standardError, interval?.lower, interval?.upper, p, test?.statistic]
      .allSatisfy { $0?.isFinite ?? true }
  }

  /// The same with a standard error over so many units, a t interval and a t test, as Gwet has it.
  func sampled(variance: Double, units: Double, level: Double) -> AgreementEstimate {
    var estimate = self
    guard units >= 2 else {
      estimate.remark = "one unit says nothing of the error of sampling units"
      return estimate
    }
    let error = max(0, variance).squareRoot()
    estimate.standardError = error
    guard error > 1e-12 else {
      estimate.standardError = 0
      estimate.interval = Interval(lower: value, upper: value, method: .gwet)
      estimate.remark = "all units are rated alike in this respect, so that the interval shows no uncertainty"
      return estimate
    }
    let distribution = StudentT(degrees: units - 1)
    let reach = distribution.quantile(0.5 + level / 2) * error
    estimate.interval = Interval(lower: value - reach, upper: min(1, value + reach), method: .gwet)
    estimate.test = Test(name: "t", statistic: value / error, degrees: [units - 1])
    estimate.p = distribution.bothTails(value / error)
    return estimate
  }
}

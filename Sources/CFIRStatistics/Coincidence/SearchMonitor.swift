/// How a long search is followed and stopped.
public struct SearchMonitor: Sendable {
  /// What a search is doing.
  public enum Stage: Hashable, Sendable {
    /// Conditions with so many conjuncts are tried for sufficiency.
    case sufficient(outcome: FactorValue, conjuncts: Int)
    /// Models with so many alternatives are tried for necessity.
    case necessary(outcome: FactorValue, disjuncts: Int)
    /// Models of several outcomes are put together.
    case complex
    /// Models of all thresholds are compared with each other.
    case scores
  }

  /// Asked now and then, from any thread: whether to stop with what was found so far.
  public var isCancelled: @Sendable () -> Bool
  /// Told when a stage begins.
  public var begins: @Sendable (Stage) -> Void

  /// A monitor; by default nothing stops a search and nobody is told.
  public init(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    begins: @escaping @Sendable (Stage) -> Void = { _ in }
  ) {
    self.isCancelled = isCancelled
    self.begins = begins
  }
}

/// Where a search ended before it was complete: what was found is right, what else there is is not known.
public enum SearchBound: Hashable, Sendable {
  /// Sufficient conditions of an outcome are complete up to so many conjuncts only.
  case sufficient(outcome: FactorValue, conjuncts: Int)
  /// Models of an outcome are complete up to so many alternatives only.
  case necessary(outcome: FactorValue, disjuncts: Int)
  /// Only the simplest of so many combinations were put together.
  case complex(tried: Int, combinations: Double)
  /// Only so many of the pairs of thresholds were analysed.
  case thresholds(analysed: Int, pairs: Int)
  /// Only the first of so many models were compared with each other.
  case scores(compared: Int, models: Int)
}

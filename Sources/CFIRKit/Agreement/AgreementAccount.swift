import CFIRStatistics

/// How far raters agree: every coefficient, for all units together and for parts of them.
public struct AgreementAccount: Sendable {
  /// What is asked for.
  public struct Options: Sendable {
    /// Only these coefficients; a name without weights stands for all its weights. Empty: all that the scale bears.
    public var only: [(name: AgreementCoefficient.Name, weights: AgreementWeights?)] = []
    /// The level of the intervals, between 0 and 1.
    public var level = 0.95
    /// How units are resampled; nothing: not at all. Parts keep their analytic intervals.
    public var bootstrap: BootstrapOptions?

    /// All coefficients with 95 % intervals.
    public init() {}
  }

  /// A coefficient: an estimate, or the reason why there is none.
  public struct Entry: Sendable {
    /// Which coefficient.
    public var coefficient: AgreementCoefficient
    /// What it comes to.
    public var result: Result<AgreementEstimate, NotComputable>
    /// The standard deviation over resampled units.
    public var bootstrapError: Double?

    /// The estimate, where there is one.
    public var estimate: AgreementEstimate? { try? result.get() }
    /// Why there is none.
    public var reason: String? {
      if case .failure(let problem) = result { problem.reason } else { nil }
    }
  }

  /// A part of the units, or a pair of raters, with its coefficients.
  public struct PartAccount: Sendable {
    /// Which.
    public var part: RatedUnits.Part
    /// Its coefficients.
    public var entries: [Entry]

    /// One of them.
    public subscript(name: AgreementCoefficient.Name, weights: AgreementWeights) -> Entry? {
      entries.first { $0.coefficient == AgreementCoefficient(name, weights) }
    }
  }

  /// What was rated.
  public let units: RatedUnits
  /// What was asked for.
  public let options: Options
  /// All units and raters together.
  public let entries: [Entry]
  /// Domains and constructs.
  public let parts: [PartAccount]
  /// Every two raters, where there are more than two.
  public let raterPairs: [PartAccount]
  /// Where κ and AC part ways.
  public let paradox: AgreementParadox?

  /// Works out all coefficients.
  ///
  /// - Parameters:
  ///   - units: What was rated.
  ///   - options: What is asked for.
  ///   - progress: Told how many bootstrap replicates are done, from any thread.
  public init(_ units: RatedUnits, _ options: Options, progress: (@Sendable (Int) -> Void)? = nil) {
    self.units = units
    self.options = options
    let coefficients = units.scale.coefficients(values: units.table.values).filter { coefficient in
      options.only.isEmpty
        || options.only.contains {
          $0.name == coefficient.name && ($0.weights ?? coefficient.weights) == coefficient.weights
        }
    }
    func entries(_ table: AgreementTable) -> [Entry] {
      let possible = coefficients.filter { units.scale != .nominal || !$0.name.needsOrder }
      var results = Dictionary(
        zip(possible, table.estimates(possible, level: options.level)).map { ($0, $1) },
        uniquingKeysWith: { first, _ in first })
      return coefficients.map {
        Entry(
          coefficient: $0,
          result: results.removeValue(forKey: $0)
            ?? .failure(NotComputable("the scale is nominal, and this coefficient takes an order")))
      }
    }
    var overall = entries(units.table)
    if let bootstrap = options.bootstrap {
      Self.resample(&overall, units.table, bootstrap, progress: progress)
    }
    self.entries = overall
    parts = units.parts.map { PartAccount(part: $0, entries: entries($0.table)) }
    raterPairs = units.raterPairs.map { PartAccount(part: $0, entries: entries($0.table)) }
    paradox = AgreementParadox(units.table)
  }

  /// One coefficient over all units.
  public subscript(name: AgreementCoefficient.Name, weights: AgreementWeights) -> Entry? {
    entries.first { $0.coefficient == AgreementCoefficient(name, weights) }
  }

  /// The coefficient that stands for all.
  public var headline: Entry? {
    let wanted = units.scale.headline
    return self[wanted.name, wanted.weights]
  }

  /// Puts bootstrap intervals in the place of analytic ones.
  private static func resample(
    _ entries: inout [Entry], _ table: AgreementTable, _ options: BootstrapOptions,
    progress: (@Sendable (Int) -> Void)?
  ) {
    let places = entries.indices.filter { entries[$0].estimate != nil }
    let results = table.bootstrap(places.map { entries[$0].coefficient }, options, progress: progress)
    for (place, result) in zip(places, results) {
      guard var estimate = entries[place].estimate else { continue }
      switch result {
      case .success(let bootstrap):
        estimate.interval = bootstrap.interval
        entries[place].bootstrapError = bootstrap.standardError
        if bootstrap.replicates < options.replicates {
          estimate.remark =
            "\(options.replicates - bootstrap.replicates) of \(options.replicates) samples of units do not define it and are left out"
        }
      case .failure(let problem):
        estimate.interval = nil
        estimate.remark = problem.reason
      }
      entries[place].result = .success(estimate)
    }
  }
}

import CFIRStatistics

/// How a study's numbers become sets, written down so that it can be read, criticized and run again.
public struct CalibrationRecipe: Sendable {
  /// What becomes of a case that has no number on a factor.
  public enum Missing: String, Sendable, CaseIterable {
    /// It is left out of the analysis, and named.
    case exclude
    /// It counts as fully out of the set.
    case absent
  }

  /// One factor's part.
  public struct Entry: Sendable {
    /// The factor as the recipe names it: a construct by id or name, or a column.
    public var factor: String
    /// How its numbers become memberships.
    public var calibration: Calibration
    /// Where this is said.
    public var origin: Origin

    /// One factor's part.
    public init(factor: String, calibration: Calibration, origin: Origin) {
      self.factor = factor
      self.calibration = calibration
      self.origin = origin
    }
  }

  /// The factors, the first entry of a name being the one that counts.
  public var entries: [Entry] = []
  /// How ratings are calibrated where no entry names their construct; nothing: by ``usualForRatings``.
  public var ratings: Calibration?
  /// What mixed ratings count for; nothing: as everywhere in the study.
  public var mixed: MixedRule?
  /// What becomes of cases without a number.
  public var missing = Missing.exclude

  /// Nothing said.
  public init() {}

  /// The calibration of a factor by any of its names.
  public func calibration(of names: [String]) -> Calibration? {
    let keys = names.map(NameKey.init)
    return entries.first { keys.contains(NameKey($0.factor)) }?.calibration
  }

  /// Holds it against the columns that it is for.
  ///
  /// - Throws: A finding for each entry whose column is not there.
  func check(against columns: CaseColumns) throws(Findings) {
    let unknown = entries.filter { columns.column($0.factor) == nil }
    guard unknown.isEmpty else { throw Findings(unknown.map { columns.unknown($0.factor, at: $0.origin) }) }
  }

  /// How ratings from −2 to +2 are calibrated where nothing is said: fully out at −2, fully in at +2, straight lines between, and the
  /// crossover between 0 and +1, since a neutral rating is no sign that a construct helps. −2 … +2 become 0, 0.2, 0.4, 0.67, 1.
  public static let usualForRatings: Calibration =
    Calibration.Anchors(exclusion: -2, crossover: 0.5, inclusion: 2).map(Calibration.linear) ?? .none

  /// How means of survey scores are calibrated where nothing is said: as ratings are, with the lowest score for −2 and the highest for
  /// +2. Of answers from 1 to 5 the anchors are 1, 3.5 and 5.
  public static func usualForScores(within ends: ClosedRange<Double>) -> Calibration {
    Calibration.Anchors(
      exclusion: ends.lowerBound,
      crossover: ends.lowerBound + (ends.upperBound - ends.lowerBound) * 5 / 8,
      inclusion: ends.upperBound
    ).map(Calibration.linear) ?? .none
  }
}

/// The names by which recipes call ways of calibration.
public enum CalibrationMethod: String, Sendable, CaseIterable {
  /// Three anchors, log odds.
  case direct
  /// Three anchors, straight lines.
  case linear
  /// One threshold.
  case crisp
  /// One or more thresholds.
  case multiValue = "multi-value"
  /// None: the numbers are memberships or values already.
  case none

  /// The calibration with these anchors.
  ///
  /// - Parameters:
  ///   - anchors: Full exclusion, crossover and full inclusion for ``direct`` and ``linear``; thresholds for the others.
  ///   - degree: The membership at full inclusion of the direct method, between 0.5 and 1; 0.95 as in R `QCA`.
  /// - Returns: The calibration.
  /// - Throws: ``UnusableAnchors`` where the method wants others.
  public func calibration(_ anchors: [Double], degree: Double = 0.95) throws(UnusableAnchors) -> Calibration {
    switch self {
    case .direct, .linear:
      guard anchors.count == 3,
        let three = Calibration.Anchors(
          exclusion: anchors[0], crossover: anchors[1], inclusion: anchors[2])
      else { throw UnusableAnchors(method: self) }
      guard degree > 0.5, degree < 1 else { throw UnusableAnchors(method: self) }
      return self == .direct ? .direct(three, degree: degree) : .linear(three)
    case .crisp:
      guard anchors.count == 1 else { throw UnusableAnchors(method: self) }
      return .thresholds(anchors)
    case .multiValue:
      guard !anchors.isEmpty else { throw UnusableAnchors(method: self) }
      return .thresholds(anchors.sorted())
    case .none:
      guard anchors.isEmpty else { throw UnusableAnchors(method: self) }
      return .none
    }
  }
}

/// Anchors that do not fit their method.
public struct UnusableAnchors: Error, Hashable, Sendable {
  /// The method.
  public let method: CalibrationMethod

  /// What can be written instead.
  public var fix: String {
    switch method {
    case .direct, .linear:
      "give three numbers: full exclusion, crossover between them, full inclusion (and a degree between 0.5 and 1)"
    case .crisp: "give one threshold, from which on a case is in"
    case .multiValue: "give one or more thresholds"
    case .none: "give no anchors"
    }
  }
}

extension Calibration {
  /// The calibration in words, with its anchors.
  public var words: String {
    func list(_ numbers: [Double]) -> String { numbers.map(NumberText.plain).joined(separator: ", ") }
    return switch self {
    case .direct(let anchors, let degree):
      "direct method, anchors \(list([anchors.exclusion, anchors.crossover, anchors.inclusion])), degree \(NumberText.plain(degree))"
    case .linear(let anchors):
      "end-point method in straight lines, anchors \(list([anchors.exclusion, anchors.crossover, anchors.inclusion]))"
    case .thresholds(let thresholds):
      thresholds.count == 1
        ? "crisp, in from \(list(thresholds))" : "multi-value, thresholds \(list(thresholds))"
    case .none: "as given"
    }
  }
}

/// Numbers as recipes print them.
enum NumberText {
  /// Without decimals where there are none.
  static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
  }
}

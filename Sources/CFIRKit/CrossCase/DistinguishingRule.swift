/// Whether a construct separates organizations that implemented well from those that did not.
public enum Verdict: String, Sendable, CaseIterable {
  /// It does, strongly.
  case strong
  /// It does, weakly.
  case weak
  /// It does not.
  case none
  /// A group has no score at all.
  case insufficient

  /// Reads an author's or analyst's label: `**`, `b`, `strong`; `*`, `a`, `weak`; `I`, `insufficient`; `none`.
  ///
  /// - Returns: `nil` for an empty cell, which most papers leave for “none” and “insufficient” alike, and for anything else.
  public init?(label: String) {
    switch label.trimmingWhitespace().lowercased() {
    case "**", "b", "strong", "strongly", "strongly distinguishing": self = .strong
    case "*", "a", "weak", "weakly", "weakly distinguishing": self = .weak
    case "i", "insufficient", "insufficient data": self = .insufficient
    case "none", "not distinguishing", "0": self = .none
    default: return nil
    }
  }

  /// Whether a printed label says the same; a blank one agrees with `none` and `insufficient`.
  public func agrees(withPublished label: Verdict?) -> Bool {
    if let label { return self == label }
    return self == .none || self == .insufficient
  }
}

/// A named rule for calling a construct strongly or weakly distinguishing.
///
/// Published papers follow no common rule; see the project's page on comparing for how each does on published tables.
public enum DistinguishingRule: String, Sendable, CaseIterable {
  /// Strong: the groups stand two points apart. Weak: one point. The default.
  case separation
  /// Strong: one point apart, and every rating of the better group positive. Weak: one point apart.
  case separationPositive = "separation-positive"
  /// Strong: every rating of the better group positive, every one of the other negative. Weak: one point apart.
  case valence
  /// Strong: the means differ by two. Weak: by one.
  case meanDifference = "mean-difference"
  /// Strong: the means differ by two and a half. Weak: by one.
  case meanDifferenceTwoAndAHalf = "mean-difference-2.5"

  /// What the rule asks, in words.
  public var criteria: String {
    switch self {
    case .separation:
      "strong where the lowest rating of one group is at least 2 above the highest of the other, weak where it is at least 1 above"
    case .separationPositive:
      "strong where the lowest rating of one group is positive and at least 1 above the highest of the other, weak where it is at least 1 above"
    case .valence:
      "strong where one group is all positive and the other all negative, weak where the lowest rating of one group is at least 1 above the highest of the other"
    case .meanDifference:
      "strong where the group means differ by at least 2, weak where they differ by at least 1"
    case .meanDifferenceTwoAndAHalf:
      "strong where the group means differ by at least 2.5, weak where they differ by at least 1"
    }
  }

  func verdict(_ contrast: Contrast) -> Verdict {
    let isStrong: Bool
    let isWeak: Bool
    switch self {
    case .separation:
      isStrong = contrast.gap >= 2
      isWeak = contrast.gap >= 1
    case .separationPositive:
      isStrong = contrast.gap >= 1 && contrast.upper.lowest > 0
      isWeak = contrast.gap >= 1
    case .valence:
      isStrong = contrast.upper.lowest > 0 && contrast.lower.highest < 0
      isWeak = contrast.gap >= 1
    case .meanDifference:
      isStrong = contrast.isMeanApart(byHalves: 4)
      isWeak = contrast.isMeanApart(byHalves: 2)
    case .meanDifferenceTwoAndAHalf:
      isStrong = contrast.isMeanApart(byHalves: 5)
      isWeak = contrast.isMeanApart(byHalves: 2)
    }
    return isStrong ? .strong : isWeak ? .weak : .none
  }
}

/// Why there is no number, in words that can be printed.
public struct NotComputable: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reason, as a clause without a full stop: `there is one rater, and agreement takes two`.
  public let reason: String

  /// A reason.
  public init(_ reason: String) { self.reason = reason }

  /// The reason.
  public var description: String { reason }
}

extension NotComputable {
  static let noRating = NotComputable("there is no rating")
  static let oneRater = NotComputable("there is one rater, and agreement takes two")
  static let noPair = NotComputable("no unit has ratings by two raters")
  static let noVariation = NotComputable(
    "all ratings fall into one category, so that agreement beyond chance is not defined")
}

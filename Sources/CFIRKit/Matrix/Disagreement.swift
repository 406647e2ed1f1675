/// A cell on which raters differ, or differed before the team decided.
public struct Disagreement: Sendable {
  /// In what the ratings differ, worst first.
  public enum Kind: Int, Sendable, Comparable {
    /// In their scores.
    case scores
    /// A score stands against none.
    case scoreAgainstNone
    /// The number is the same, mixed or not.
    case mixedOrNot
    /// Two reasons for no score, or two descriptors.
    case reasons

    /// Worse.
    public static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
  }

  /// The cell.
  public let cell: RatingMatrix.Cell
  /// The ratings, in the order of their raters.
  public let ratings: [Rating]
  /// In what the ratings differ.
  public let kind: Kind
  /// From the lowest score to the highest, 0 … 4; nothing where no two scores are there.
  public let spread: Int?
  /// Whether one says that it helps and another that it hinders.
  public let crossesZero: Bool

  /// Nothing where the cell is settled.
  public init?(_ cell: RatingMatrix.Cell) {
    guard cell.settled.basis == .unresolved else { return nil }
    self.init(cell, ratings: cell.settled.ratings)
  }

  /// How ratings of a cell differ, whatever the team has decided since.
  ///
  /// - Returns: `nil` where they do not differ.
  public init?(_ cell: RatingMatrix.Cell, ratings: [Rating]) {
    guard Set(ratings.map(\.value)).count > 1 else { return nil }
    let scores = ratings.compactMap(\.value.score?.value)
    self.cell = cell
    self.ratings = ratings
    if let low = scores.min(), let high = scores.max(), scores.count > 1 {
      spread = high - low
      crossesZero = low < 0 && high > 0
    } else {
      spread = nil
      crossesZero = false
    }
    if let spread, spread > 0 {
      kind = .scores
    } else if scores.isEmpty {
      kind = .reasons
    } else {
      kind = scores.count < ratings.count ? .scoreAgainstNone : .mixedOrNot
    }
  }

  /// Why it stands where it stands in the queue, in words.
  public var reason: String {
    switch kind {
    case .scores:
      "\(spread ?? 0) \(spread == 1 ? "step" : "steps") apart" + (crossesZero ? ", across zero" : "")
    case .scoreAgainstNone: "a score against none"
    case .mixedOrNot: "the same number, mixed or not"
    case .reasons: "different reasons for no score"
    }
  }
}

extension RatingMatrix {
  /// The cells to work through, worst first.
  public var disagreements: [Disagreement] { allCells.compactMap { Disagreement($0) }.worstFirst }
}

extension [Disagreement] {
  /// The widest apart first, of these first those where one rating helps and another hinders; then a score against none, mixed or not,
  /// different reasons for none. Within each, as they came.
  var worstFirst: [Disagreement] {
    enumerated().sorted { first, second in
      let (a, b) = (first.element, second.element)
      if a.kind != b.kind { return a.kind < b.kind }
      if a.spread != b.spread { return (a.spread ?? 0) > (b.spread ?? 0) }
      if a.crossesZero != b.crossesZero { return a.crossesZero }
      return first.offset < second.offset
    }.map(\.element)
  }
}

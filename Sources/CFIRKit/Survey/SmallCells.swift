/// Which parts of a whole are held back so that nobody's answer can be seen, nor worked out from the parts that are shown.
public enum SmallCells {
  /// The parts that are held back where the whole is shown.
  ///
  /// Those of fewer respondents than the minimum; and besides, the smallest of the others until what is held back is at
  /// least two parts and as many respondents as the minimum, since whole less shown is what is held back.
  ///
  /// - Parameters:
  ///   - counts: How many respondents each part has; parts of none say nothing and are never held back.
  ///   - minimum: The least number of respondents that a statistic may be over; 0 or 1 holds nothing back.
  /// - Returns: The places of the parts.
  public static func hidden(_ counts: [Int], minimum: Int) -> Set<Int> {
    var hidden = Set(counts.indices.filter { counts[$0] > 0 && counts[$0] < minimum })
    guard !hidden.isEmpty else { return [] }
    let others = counts.indices.filter { counts[$0] >= minimum && counts[$0] > 0 }
    for place in others.sorted(by: { (counts[$0], $0) < (counts[$1], $1) }) {
      if hidden.count >= 2 && hidden.reduce(0, { $0 + counts[$1] }) >= minimum { break }
      hidden.insert(place)
    }
    return hidden
  }
}

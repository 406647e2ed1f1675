/// Which parts of a whole are held back so that nobody's answer can be seen, nor worked out from the parts that are shown.
public enum SmallCells {
  /// The parts that are held back where the whole is shown.
  ///
  /// Those of fewer respondents than the minimum; and besides, the smallest of the others until what is held back is at
  /// least two parts and as many respondents as the minimum, since whole less shown is what is held back.
  ///
  /// Some respondents' answers may be known besides, as a leader knows the leader's own: what is left of a part, and of all that is
  /// held back, must then be as many as the minimum without them, or nobody.
  ///
  /// - Parameters:
  ///   - counts: How many respondents each part has; parts of none say nothing and are never held back.
  ///   - known: How many of each part's respondents are known besides; empty: none of any.
  ///   - minimum: The least number of respondents that a statistic may be over; 0 or 1 holds nothing back.
  /// - Returns: The places of the parts.
  public static func hidden(_ counts: [Int], known: [Int] = [], minimum: Int) -> Set<Int> {
    guard minimum > 1 else { return [] }
    let unknown = counts.indices.map { counts[$0] - (known.indices.contains($0) ? known[$0] : 0) }
    func isSmall(_ count: Int) -> Bool { count > 0 && count < minimum }
    var hidden = Set(counts.indices.filter { isSmall(counts[$0]) || isSmall(unknown[$0]) })
    guard !hidden.isEmpty else { return [] }
    func isCovered() -> Bool {
      hidden.count >= 2 && hidden.reduce(0) { $0 + counts[$1] } >= minimum
        && !isSmall(hidden.reduce(0) { $0 + unknown[$1] })
    }
    let others = counts.indices.filter { counts[$0] > 0 && !hidden.contains($0) }
    for place in others.sorted(by: { (counts[$0], $0) < (counts[$1], $1) }) {
      if isCovered() { break }
      hidden.insert(place)
    }
    return hidden
  }
}

/// How much a disagreement counts, by how far apart two categories are: 1 for the same category, down to 0.
///
/// Sources: Cohen, Psychological Bulletin 1968;70:213–220 (linear and quadratic); Krippendorff, Content Analysis, 4th edition 2019,
/// chapter 12 (`ordinal`, `interval`, `ratio` as metric differences); Gwet, Handbook of Inter-Rater Reliability, 4th edition 2014,
/// chapter 3 (`ordinal-gwet` and all as weights of agreement).
public enum AgreementWeights: String, Hashable, Sendable, CaseIterable {
  /// 1 for the same category, 0 for any other: nominal.
  case unweighted
  /// Falls with the distance of values.
  case linear
  /// Falls with the squared distance of values.
  case quadratic
  /// Krippendorff's ordinal metric: the squared number of ratings that lie between two categories, half of each included. It depends on how
  /// often categories are given.
  case ordinal
  /// Gwet's ordinal weights: the number of pairs of categories from one to the other, whatever their values.
  case ordinalGwet = "ordinal-gwet"
  /// Krippendorff's interval metric, which is ``quadratic``.
  case interval
  /// Krippendorff's ratio metric: the squared difference in proportion to the sum.
  case ratio

  /// Whether categories must have an order for these.
  public var needsOrder: Bool { self != .unweighted }

  /// The weight of each pair of categories, row by row.
  ///
  /// - Parameters:
  ///   - values: The values of the categories, rising.
  ///   - frequencies: How often each was given, in any unit; only ``ordinal`` looks at it.
  /// - Returns: Weights from 0 to 1, 1 where both categories are the same.
  /// - Throws: Where the values do not bear these weights.
  func matrix(values: [Double], frequencies: [Double]) throws(NotComputable) -> [Double] {
    let last = values.count - 1
    if self == .ratio, values.contains(where: { $0 < 0 }) {
      throw NotComputable("ratio weights take values from 0 upwards, and there are negative ones")
    }
    var distances: [Double] = []
    for k in values.indices {
      for l in values.indices { distances.append(distance(k, l, values, frequencies)) }
    }
    // Between the ends of the scale; Krippendorff's metric is largest there as well.
    let largest = last < 0 ? 0 : distance(0, last, values, frequencies)
    return distances.map { largest > 0 ? 1 - $0 / largest : $0 > 0 ? 0 : 1 }
  }

  private func distance(_ k: Int, _ l: Int, _ values: [Double], _ frequencies: [Double]) -> Double {
    if k == l { return 0 }
    let difference = values[k] - values[l]
    switch self {
    case .unweighted: return 1
    case .linear: return abs(difference)
    case .quadratic, .interval: return difference * difference
    case .ordinal:
      let between = frequencies[min(k, l)...max(k, l)].reduce(0, +) - (frequencies[k] + frequencies[l]) / 2
      return between * between
    case .ordinalGwet:
      let steps = Double(abs(k - l))
      return steps * (steps + 1) / 2
    case .ratio:
      let share = difference / (values[k] + values[l])
      return share * share
    }
  }
}

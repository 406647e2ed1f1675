/// What the answers to an item would vary by if nobody agreed with anybody.
public enum NullDistribution: String, Sendable, CaseIterable {
  /// Every answer is as likely as any other: the variance is (*A*² − 1)/12 for *A* answers.
  case uniform
  /// Answers lean to one side, as they do where people are polite.
  ///
  /// The published variances for 5 answers (shares .05, .15, .20, .35, .25) and for 7. Source: LeBreton & Senter,
  /// Organizational Research Methods 2008;11:815–852, table 2.
  case slightlySkewed

  /// The variance of answers in steps of 1; `nil` where none was published, and for fewer than two answers.
  public func variance(answers: Int) -> Double? {
    guard answers >= 2 else { return nil }
    switch self {
    case .uniform: return Double(answers * answers - 1) / 12
    case .slightlySkewed: return [5: 1.34, 7: 2.90][answers]
    }
  }
}

/// r_wg: how far less the answers of one group vary than they would by chance.
///
/// 1 − variance/null variance; 0 where the group varies more than chance, as James and others advise and R's `multilevel`
/// does. Source: James, Demaree & Wolf, Journal of Applied Psychology 1984;69:85–98.
///
/// - Parameters:
///   - variance: The variance of the group's answers, divisor *n* − 1.
///   - null: The variance by chance, above 0.
/// - Returns: 0 … 1.
public func withinGroupAgreement(variance: Double, null: Double) -> Double { max(0, 1 - variance / null) }

/// r_wg(j): r_wg of the mean of several parallel items, stepped up by their number.
///
/// *J*(1 − v)/(*J*(1 − v) + v), where v is the mean variance of the items over the null variance; 0 where v is above 1.
/// Source: James, Demaree & Wolf, Journal of Applied Psychology 1984;69:85–98.
///
/// - Parameters:
///   - variances: The variance of the group's answers to each item, divisor *n* − 1.
///   - null: The variance by chance, above 0.
/// - Returns: 0 … 1; `nil` without items.
public func withinGroupAgreement(variances: [Double], null: Double) -> Double? {
  guard !variances.isEmpty else { return nil }
  let items = Double(variances.count)
  let relative = min(1, variances.reduce(0, +) / items / null)
  return items * (1 - relative) / (items * (1 - relative) + relative)
}

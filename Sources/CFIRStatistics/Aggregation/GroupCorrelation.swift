/// How far respondents of one group answer more alike than respondents of different groups: one-way analysis of variance.
public struct GroupCorrelation: Sendable {
  /// ICC(1): the share of one respondent's answer that the group accounts for; below 0 where groups differ less than chance.
  public let single: Double
  /// ICC(2): the reliability of the groups' means; `nil` where the groups' means are all alike.
  public let average: Double?
  /// The mean square between groups.
  public let betweenSquare: Double
  /// The mean square within groups.
  public let withinSquare: Double
  /// Between over within; `nil` where nothing varies within.
  public let f: Double?
  /// Groups − 1.
  public let betweenFreedom: Int
  /// Respondents − groups.
  public let withinFreedom: Int
  /// The chance of an F at least as large where groups do not differ.
  public let p: Double?

  /// Analyses the values of groups; `nil` for fewer than two groups, where no group has two values, or where nothing varies.
  ///
  /// ICC(1) = (MSB − MSW)/(MSB + (*k* − 1) MSW) and ICC(2) = (MSB − MSW)/MSB. Where groups differ in size, *k* is the mean
  /// group size, as in R's `multilevel`. Source: Bliese, in Klein & Kozlowski, Multilevel Theory, 2000:349–381.
  ///
  /// - Parameter groups: The values of each group; empty groups are left out.
  public init?(_ groups: [ValueCounts]) {
    let groups = groups.filter { $0.count > 0 }
    let total = groups.reduce(0) { $0 + $1.count }
    guard groups.count >= 2, total > groups.count else { return nil }
    let means = groups.map { $0.mean ?? 0 }
    let grand = zip(groups, means).reduce(0) { $0 + Double($1.0.count) * $1.1 } / Double(total)
    let between = zip(groups, means).reduce(0) { $0 + Double($1.0.count) * ($1.1 - grand) * ($1.1 - grand) }
    let within = zip(groups, means).reduce(0) { $0 + $1.0.squares(about: $1.1) }
    betweenFreedom = groups.count - 1
    withinFreedom = total - groups.count
    betweenSquare = between / Double(betweenFreedom)
    withinSquare = within / Double(withinFreedom)
    let size = Double(total) / Double(groups.count)
    let spread = betweenSquare + (size - 1) * withinSquare
    guard spread > 0 else { return nil }
    single = (betweenSquare - withinSquare) / spread
    average = betweenSquare > 0 ? (betweenSquare - withinSquare) / betweenSquare : nil
    f = withinSquare > 0 ? betweenSquare / withinSquare : nil
    p = f.map { FDistribution(Double(groups.count - 1), Double(total - groups.count)).upperTail($0) }
  }
}

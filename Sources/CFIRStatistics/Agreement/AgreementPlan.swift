/// How many units must be rated by several raters for an interval of a wanted width.
public enum AgreementPlan {
  /// From an expected reliability, before anything is rated.
  ///
  /// Takes the ratings for numbers with one error for all raters and no gaps, and the coefficient for an intraclass correlation: interval
  /// α is one but for a small-sample correction, and ordinal α of a symmetric scale is close to it. With two raters and an expected value
  /// of 0.7 or more, five times that value is added, as the source advises.
  ///
  /// Source: Bonett, Statistics in Medicine 2002;21:1331–1335, formula 3.
  ///
  /// - Parameters:
  ///   - width: From the lower to the upper end of the interval, above 0.
  ///   - expected: The reliability that is expected, −1/(raters − 1) … 1.
  ///   - raters: How many rate each unit, at least 2.
  ///   - level: The level of the interval.
  /// - Returns: How many units.
  /// - Throws: A reason where the wishes cannot be met.
  public static func units(
    width: Double, expected: Double, raters: Int, level: Double = 0.95
  ) throws(NotComputable) -> Int {
    guard width > 0, width <= 2 else { throw NotComputable("a width is above 0 and at most 2") }
    guard raters >= 2 else { throw .oneRater }
    guard expected < 1, expected > -1 else {
      throw NotComputable("an expected agreement is above −1 and below 1")
    }
    let k = Double(raters)
    let z = NormalDistribution.quantile(0.5 + level / 2)
    let spread = (1 - expected) * (1 + (k - 1) * expected)
    var units = 8 * z * z * spread * spread / (k * (k - 1) * width * width) + 1
    if raters == 2 && expected >= 0.7 { units += 5 * expected }
    return try whole(max(2, units))
  }

  /// From units that have been rated: their standard error, shrunk to the number that is planned.
  ///
  /// Takes further units to be like these, rated by as many raters; the error falls with the root of their number and the interval is
  /// Student's t. Any coefficient and any weights.
  ///
  /// Source: Gwet, Handbook of Inter-Rater Reliability, 4th edition 2014, chapter 5 (the variance over samples of units).
  ///
  /// - Parameters:
  ///   - width: From the lower to the upper end of the interval, above 0.
  ///   - standardError: That of the units that have been rated.
  ///   - pilot: How many these are.
  ///   - level: The level of the interval.
  /// - Returns: How many units in all, those rated so far among them.
  /// - Throws: A reason where the wishes cannot be met.
  public static func units(
    width: Double, standardError: Double, pilot: Int, level: Double = 0.95
  ) throws(NotComputable) -> Int {
    guard width > 0, width <= 2 else { throw NotComputable("a width is above 0 and at most 2") }
    guard standardError > 0, pilot >= 2 else {
      throw NotComputable("the units rated so far show no sampling error to plan from")
    }
    // The normal quantile is the least that t can need.
    let z = NormalDistribution.quantile(0.5 + level / 2)
    let root = 2 * z * standardError / width
    var units = try whole(max(2, root * root * Double(pilot)))
    while reach(units, standardError, pilot, level) * 2 > width { units += 1 }
    return units
  }

  private static func reach(_ units: Int, _ standardError: Double, _ pilot: Int, _ level: Double) -> Double {
    StudentT(degrees: Double(units - 1)).quantile(0.5 + level / 2) * standardError
      * (Double(pilot) / Double(units)).squareRoot()
  }

  private static func whole(_ units: Double) throws(NotComputable) -> Int {
    guard units < 1e9 else { throw NotComputable("the width takes more than a thousand million units") }
    return Int(units.rounded(.up))
  }
}

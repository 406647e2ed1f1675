/// High agreement with a low κ: where nearly all ratings fall into one category, κ takes agreement for chance.
///
/// Sources: Feinstein & Cicchetti, Journal of Clinical Epidemiology 1990;43:543–549; Gwet, British Journal of Mathematical and Statistical
/// Psychology 2008;61:29–48. That κ and AC part by 0.2 or more is this project's mark.
public struct AgreementParadox: Hashable, Sendable {
  /// The difference from which a warning is due.
  public static let threshold = 0.2

  /// Fleiss' κ, unweighted.
  public let kappa: Double
  /// Gwet's AC1.
  public let ac: Double
  /// The share of agreeing pairs.
  public let observed: Double
  /// The category that was given most often.
  public let category: Int
  /// Its share of all ratings.
  public let share: Double

  /// Nothing where κ and AC do not part ways, or where either is not defined.
  public init?(_ table: AgreementTable) {
    let both = table.estimates([AgreementCoefficient(.fleissKappa), AgreementCoefficient(.gwetAC)])
    guard let kappa = try? both[0].get(), let ac = try? both[1].get(),
      ac.value - kappa.value >= Self.threshold, let observed = kappa.observed
    else { return nil }
    let counts = table.categoryCounts
    guard let category = counts.indices.max(by: { counts[$0] < counts[$1] }) else { return nil }
    self.kappa = kappa.value
    self.ac = ac.value
    self.observed = observed
    self.category = category
    share = Double(counts[category]) / Double(counts.reduce(0, +))
  }
}

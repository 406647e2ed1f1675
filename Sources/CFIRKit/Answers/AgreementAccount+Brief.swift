import CFIRStatistics

extension AgreementAccount {
  /// `2 raters gave the same rating in 79 % of 192 cells that both rated; Krippendorff’s α (ordinal) 0.93, …`; nothing where no unit was
  /// rated twice.
  public var brief: String? {
    guard let share = self[.percentAgreement, .unweighted]?.estimate else { return nil }
    let (raters, pairable) = (units.raters.count, units.table.pairableUnitCount)
    let who = raters == 2 ? "both" : "two or more"
    let cells = "\(NumberStyle.count(pairable, units.unitName)) that \(who) rated"
    let percent = NumberStyle.decimal(share.value * 100, places: 0)
    let same =
      raters == 2
      ? "2 raters gave the same rating in \(percent) % of \(cells)"
      : "\(raters) raters agreed in \(percent) % of pairs of ratings, in \(cells)"
    let coefficient = units.scale.headline
    let name = "\(coefficient.label) (\(coefficient.weightsLabel))"
    guard let estimate = headline?.estimate else { return "\(same); \(name) is not defined" }
    let level = NumberStyle.decimal(options.level * 100, places: 0)
    let interval = estimate.interval.map { ", \(level) % interval \(Self.range($0, places: 2))" } ?? ""
    return "\(same); \(name) \(NumberStyle.decimal(estimate.value))\(interval)"
  }
}

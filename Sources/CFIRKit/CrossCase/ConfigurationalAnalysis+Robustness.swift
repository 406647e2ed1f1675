import CFIRStatistics

extension ConfigurationalAnalysis {
  /// A solution under another setting.
  public struct Variation: Sendable {
    /// What was varied.
    public enum Varied: String, Sendable, CaseIterable {
      /// The least inclusion of a row.
      case inclusion = "inclusion cut-off"
      /// The least number of cases of a row.
      case count = "frequency cut-off"
      /// An anchor or threshold of a factor.
      case anchor
      /// One case left out.
      case deletion = "case left out"
    }

    /// What was varied.
    public let varied: Varied
    /// To what, in words.
    public let setting: String
    /// The kind of solution.
    public let kind: Solution.Kind
    /// The models as they are written, as far as they are listed.
    public let formulas: [String]
    /// Whether they are those of the analysis.
    public let isSame: Bool
  }

  /// The models of a solution as they are written.
  public func formulas(_ solution: Solution) -> [String] {
    solution.models.map { $0.text(truthTable.conditions) }
  }

  func vary(_ isStopped: @escaping () -> Bool) -> [Variation] {
    let base = solutions.map { Set(formulas($0)) }
    func row(_ varied: Variation.Varied, _ setting: String, _ table: TruthTable?) -> [Variation] {
      guard let table, !isStopped(), let found = try? solve(table, solutions.map(\.kind), isStopped) else {
        return []
      }
      return zip(found, base).map { solution, known in
        let formulas = solution.models.map { $0.text(table.conditions) }
        return Variation(
          varied: varied, setting: setting, kind: solution.kind, formulas: formulas,
          isSame: Set(formulas) == known)
      }
    }
    return varyInclusion(row) + varyCount(row) + varyAnchors(row)
      + truthTable.cases.indices.flatMap { place in
        row(.deletion, truthTable.cases[place], without(place))
      }
  }

  /// Solutions change with the cut-off only where it passes the inclusion of a row: each stretch between two is tried once.
  private func varyInclusion(_ row: (Variation.Varied, String, TruthTable?) -> [Variation]) -> [Variation] {
    let steps = Set(truthTable.rows.compactMap(\.inclusion)).filter { $0 > 0.5 }.sorted()
    var variations: [Variation] = []
    var last = 0.5
    for step in steps where step - last > 1e-9 {
      var cuts = truthTable.cuts
      cuts.inclusion = step
      variations += row(
        .inclusion, "over \(CutOffText.text(last)) up to \(CutOffText.text(step))", remade(cuts: cuts))
      last = step
    }
    return variations
  }

  private func varyCount(_ row: (Variation.Varied, String, TruthTable?) -> [Variation]) -> [Variation] {
    let most = min(truthTable.rows.map(\.count).max() ?? 1, 10)
    return (1...max(1, most)).filter { $0 != truthTable.cuts.count }.flatMap { count in
      var cuts = truthTable.cuts
      cuts.count = count
      return row(.count, "\(count)", remade(cuts: cuts))
    }
  }

  private func remade(cuts: TruthTable.Cuts) -> TruthTable? {
    try? TruthTable(
      cases.table, conditions: truthTable.conditions.map(\.name), outcome: truthTable.outcome, cuts: cuts)
  }

  private func without(_ place: Int) -> TruthTable? {
    guard truthTable.cases.count > 1 else { return nil }
    var outcome = truthTable.outcome
    outcome.remove(at: place)
    return try? TruthTable(
      cases.table.leavingOut(place), conditions: truthTable.conditions.map(\.name), outcome: outcome,
      cuts: truthTable.cuts)
  }

  private func varyAnchors(_ row: (Variation.Varied, String, TruthTable?) -> [Variation]) -> [Variation] {
    cases.factors.flatMap { factor in
      let raw = columns.column(factor.name)?.values.compactMap { $0 } ?? []
      return factor.calibration.neighbours(raw).flatMap { neighbour in
        row(.anchor, "\(factor.name): \(neighbour.words)", recalibrated(factor.name, neighbour))
      }
    }
  }

  private func recalibrated(_ name: String, _ calibration: Calibration) -> TruthTable? {
    var changed = recipe
    changed.entries.insert(
      CalibrationRecipe.Entry(factor: name, calibration: calibration, origin: Origin(file: "")), at: 0)
    guard let parts = try? Self.factors(columns, question),
      let cases = try? CalibratedCases(columns, parts.conditions + [parts.outcome.column], by: changed),
      let outcome = try? Self.memberships(cases, parts.outcome, question)
    else { return nil }
    return try? Self.truthTable(cases.table, parts.conditions.map(\.name), outcome, truthTable.cuts)
  }
}

/// Cut-offs as robustness prints them.
private enum CutOffText {
  static func text(_ number: Double) -> String {
    let thousandths = Int((number * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}

extension Calibration {
  /// The same calibration with one anchor moved: by a tenth of the way between exclusion and inclusion, a threshold by one of the
  /// numbers that cases have.
  func neighbours(_ numbers: [Double]) -> [Calibration] {
    switch self {
    case .direct(let anchors, let degree): anchors.neighbours.map { .direct($0, degree: degree) }
    case .linear(let anchors): anchors.neighbours.map { .linear($0) }
    case .thresholds(let thresholds):
      thresholds.indices.flatMap { place -> [Calibration] in
        let values = Set(numbers).sorted()
        let lower = values.last { $0 < thresholds[place] }
        let upper = values.filter { $0 >= thresholds[place] }.dropFirst().first
        return [lower, upper].compactMap { $0 }.map { moved in
          var changed = thresholds
          changed[place] = moved
          return .thresholds(changed.sorted())
        }
      }
    case .none: []
    }
  }
}

extension Calibration.Anchors {
  fileprivate var neighbours: [Calibration.Anchors] {
    let step = (inclusion - exclusion) / 10
    // Kept to nine digits, so that a moved anchor is a number that people write.
    func moved(_ anchor: Double, _ move: Double) -> Double { ((anchor + move) * 1e9).rounded() / 1e9 }
    return [-step, step].flatMap { move in
      [
        Calibration.Anchors(exclusion: moved(exclusion, move), crossover: crossover, inclusion: inclusion),
        Calibration.Anchors(exclusion: exclusion, crossover: moved(crossover, move), inclusion: inclusion),
        Calibration.Anchors(exclusion: exclusion, crossover: crossover, inclusion: moved(inclusion, move)),
      ].compactMap { $0 }
    }
  }
}

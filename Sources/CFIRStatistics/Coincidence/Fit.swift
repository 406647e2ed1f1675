/// How far a condition and an outcome overlap.
struct Overlap {
  /// The sum of the smaller membership of each case.
  var both: Double
  /// The sum of memberships in the condition.
  var condition: Double

  /// Of the condition, the share that has the outcome; not a number where nothing is a member of the condition.
  var consistency: Double { both / condition }

  /// An overlap whose sums are known.
  init(both: Double, condition: Double) { (self.both, self.condition) = (both, condition) }

  /// Summed in the order of cases.
  init(_ condition: [Double], _ outcome: [Double]) {
    both = 0
    self.condition = 0
    for index in condition.indices {
      both += min(condition[index], outcome[index])
      self.condition += condition[index]
    }
  }
}

/// Consistency and coverage that are asked for.
struct Thresholds: Sendable {
  var consistency: Double
  var coverage: Double

  /// How far below its threshold a share may fall, so that the rounding of sums decides nothing.
  static let tolerance = 1e-12

  /// Whether a share reaches a threshold; nothing of nothing never does.
  @inline(__always)
  static func meets(_ part: Double, of whole: Double, _ threshold: Double) -> Bool {
    whole > 0 && part >= (threshold - tolerance) * whole
  }
}

extension FactorTable {
  /// How far each case is a member of a conjunction: the smallest of its memberships.
  func membership(_ conjunction: Conjunction) -> [Double] {
    var result = [Double](repeating: 1, count: caseCount)
    for value in conjunction.values {
      for (index, membership) in membership(value).enumerated() {
        result[index] = min(result[index], membership)
      }
    }
    return result
  }

  /// How far each case is a member of alternatives: the largest of its memberships.
  func membership(_ disjuncts: [Conjunction]) -> [Double] {
    var result = [Double](repeating: 0, count: caseCount)
    for conjunction in disjuncts {
      for (index, membership) in membership(conjunction).enumerated() {
        result[index] = max(result[index], membership)
      }
    }
    return result
  }

  /// A formula with its consistency and coverage.
  ///
  /// Source: Ragin, Political Analysis 2006;14:291–310.
  public func model(_ formula: AtomicFormula) -> CoincidenceModel {
    let outcome = membership(formula.outcome)
    let overlap = Overlap(membership(formula.disjuncts), outcome)
    return CoincidenceModel(
      formulas: [formula], consistency: overlap.consistency,
      coverage: overlap.both / outcome.reduce(0, +))
  }

  /// Formulas with the lowest of their consistencies and coverages.
  public func model(_ formulas: [AtomicFormula]) -> CoincidenceModel {
    let models = formulas.map { model($0) }
    return CoincidenceModel(
      formulas: formulas, consistency: models.map(\.consistency).min() ?? .nan,
      coverage: models.map(\.coverage).min() ?? .nan)
  }
}

/// The fit of sets of conditions of one outcome, whose memberships are kept.
struct ConditionFit {
  private let outcome: FactorValue
  private let conditions: [Conjunction]
  private let memberships: [[Double]]
  private let outcomeMembership: [Double]
  private let outcomeSum: Double

  init(_ table: FactorTable, _ outcome: FactorValue, _ conditions: [Conjunction]) {
    self.outcome = outcome
    self.conditions = conditions
    memberships = conditions.map { table.membership($0) }
    outcomeMembership = table.membership(outcome)
    outcomeSum = outcomeMembership.reduce(0, +)
  }

  /// The model that some of the conditions make; nothing where it explains no difference.
  ///
  /// In cases that bear the model out, the outcome must both come about and fail to, fuzzy memberships of 0.5 and more
  /// counting as 1.
  func model(_ members: [Int]) -> CoincidenceModel? {
    var membership = [Double](repeating: 0, count: outcomeMembership.count)
    for member in members {
      for index in membership.indices {
        membership[index] = max(membership[index], memberships[member][index])
      }
    }
    var agreeing = (present: false, absent: false)
    for (index, outcome) in outcomeMembership.enumerated() {
      if outcome >= 0.5 && membership[index] >= 0.5 { agreeing.present = true }
      if outcome < 0.5 && membership[index] < 0.5 { agreeing.absent = true }
    }
    guard agreeing.present, agreeing.absent else { return nil }
    let overlap = Overlap(membership, outcomeMembership)
    return CoincidenceModel(
      formulas: [AtomicFormula(members.map { conditions[$0] }, outcome: outcome)],
      consistency: overlap.consistency, coverage: overlap.both / outcomeSum)
  }
}

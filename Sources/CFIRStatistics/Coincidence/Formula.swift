/// Factor values that come together: `g*E`.
public struct Conjunction: Hashable, Sendable {
  /// The conjuncts, in the table's order of factors.
  public var values: [FactorValue]

  /// Factor values that come together.
  public init(_ values: [FactorValue]) { self.values = values }

  /// Whether all conjuncts of this one are among those of another.
  public func isPart(of other: Conjunction) -> Bool { values.allSatisfy(other.values.contains) }
}

/// What makes an outcome come about: `U+D<->L`.
public struct AtomicFormula: Hashable, Sendable {
  /// The alternatives.
  public var disjuncts: [Conjunction]
  /// The outcome.
  public var outcome: FactorValue

  /// Alternatives and their outcome.
  public init(_ disjuncts: [Conjunction], outcome: FactorValue) {
    self.disjuncts = disjuncts
    self.outcome = outcome
  }

  /// How many factor values stand on its left.
  public var complexity: Int { disjuncts.reduce(0) { $0 + $1.values.count } }

  /// Whether each alternative of this formula is part of an alternative of the other, no two of the same.
  ///
  /// Then the other tells the same story in more detail. Source: Baumgartner & Ambühl, Political Science Research and
  /// Methods 2020;8:526–542, on submodels.
  public func isSubmodel(of other: AtomicFormula) -> Bool {
    guard outcome == other.outcome, disjuncts.count <= other.disjuncts.count else { return false }
    var owners = [Int?](repeating: nil, count: other.disjuncts.count)
    func place(_ disjunct: Int, _ tried: inout Set<Int>) -> Bool {
      for target in other.disjuncts.indices
      where disjuncts[disjunct].isPart(of: other.disjuncts[target]) && tried.insert(target).inserted {
        if owners[target].map({ place($0, &tried) }) ?? true {
          owners[target] = disjunct
          return true
        }
      }
      return false
    }
    return disjuncts.indices.allSatisfy { disjunct in
      var tried: Set<Int> = []
      return place(disjunct, &tried)
    }
  }
}

/// A condition or model with how well it fits.
public struct CoincidenceModel: Hashable, Sendable {
  /// Its formulas, one for each outcome.
  public var formulas: [AtomicFormula]
  /// Of the members of the condition, the share that are members of the outcome, 0 … 1; the lowest of several formulas.
  public var consistency: Double
  /// Of the members of the outcome, the share that are members of the condition, 0 … 1; the lowest of several formulas.
  public var coverage: Double

  /// How many factor values stand on the left of its formulas.
  public var complexity: Int { formulas.reduce(0) { $0 + $1.complexity } }

  /// Whether each formula is a submodel of one of the other's.
  public func isSubmodel(of other: CoincidenceModel) -> Bool {
    formulas.allSatisfy { formula in other.formulas.contains { formula.isSubmodel(of: $0) } }
  }
}

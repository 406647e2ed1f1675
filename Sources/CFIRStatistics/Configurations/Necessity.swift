/// Sets that cases with the outcome belong to: single conditions, and combinations and alternatives that only together are necessary.
public struct Necessity: Sendable {
  /// How literals are joined.
  public enum Join: String, Sendable {
    /// One literal.
    case single
    /// All of them: joined by `*`.
    case all = "*"
    /// Any of them: joined by ` + `.
    case any = " + "
  }

  /// A set and how well it stands for being necessary.
  public struct Row: Sendable {
    /// The literals.
    public let term: Term
    /// How they are joined.
    public let join: Join
    /// How well they stand.
    public let fit: NecessityFit

    /// As it is printed; two-valued conditions plainly, even among others.
    public func text(_ conditions: [Condition]) -> String {
      zip(conditions, term.values).compactMap { condition, value in
        value.map { condition.literal($0, asMultiValue: false) }
      }.joined(separator: join == .any ? " + " : "*")
    }
  }

  /// Every value of every condition.
  public let singles: [Row]
  /// Combinations whose inclusion reaches the cut-off, and the shortest alternatives that do.
  public let combinations: [Row]
}

extension TruthTable {
  /// What is necessary for the outcome.
  ///
  /// - Parameters:
  ///   - cut: The least inclusion of combinations and alternatives.
  ///   - ron: The least relevance of necessity of alternatives, which are trivial when enough of them are joined.
  ///   - depth: How many conditions they join at most; 1 looks at single conditions alone.
  /// - Returns: Single conditions always, combinations where they reach the cut-off.
  public func necessity(cut: Double = 0.9, ron: Double = 0.5, depth: Int = 3) -> Necessity {
    let literals = conditions.indices.flatMap { place in
      (0..<conditions[place].levels).reversed().map { value in literal(place, value) }
    }
    let sets = literals.map(membership)
    let fits = sets.map { NecessityFit($0, outcome, counts: counts) }
    let singles = literals.indices.map { Necessity.Row(term: literals[$0], join: .single, fit: fits[$0]) }
    var rows: [Necessity.Row] = []
    var necessary = literals.indices.filter { SetFit.reaches(fits[$0].inclusion, cut) }.map {
      (term: literals[$0], set: sets[$0])
    }
    // A combination is necessary only where each part is; alternatives grow from what is not necessary yet.
    var partial = literals.indices.filter { !SetFit.reaches(fits[$0].inclusion, cut) }.map {
      (term: literals[$0], set: sets[$0])
    }
    let (needed, spare) = (necessary, partial)
    var minimal: [Term] = []
    for _ in stride(from: 2, through: max(1, depth), by: 1) {
      necessary = joined(necessary, needed, min).filter { row in
        let fit = NecessityFit(row.set, outcome, counts: counts)
        guard SetFit.reaches(fit.inclusion, cut) else { return false }
        rows.append(Necessity.Row(term: row.term, join: .all, fit: fit))
        return true
      }
      let known = minimal
      partial = joined(partial, spare, max).filter { row in
        guard !known.contains(where: { $0.holdsWherever(row.term) }) else { return false }
        let fit = NecessityFit(row.set, outcome, counts: counts)
        guard SetFit.reaches(fit.inclusion, cut) else { return true }
        minimal.append(row.term)
        if SetFit.reaches(fit.ron, ron) { rows.append(Necessity.Row(term: row.term, join: .any, fit: fit)) }
        return false
      }
    }
    return Necessity(singles: singles, combinations: rows)
  }

  private func literal(_ place: Int, _ value: Int) -> Term {
    var values = [Int?](repeating: nil, count: conditions.count)
    values[place] = value
    return Term(values)
  }

  /// Each set with each literal of a later condition.
  private func joined(
    _ sets: [(term: Term, set: [Double])], _ literals: [(term: Term, set: [Double])],
    _ join: (Double, Double) -> Double
  ) -> [(term: Term, set: [Double])] {
    var longer: [(term: Term, set: [Double])] = []
    for row in sets {
      let last = row.term.values.lastIndex { $0 != nil } ?? -1
      for literal in literals {
        guard let place = literal.term.values.firstIndex(where: { $0 != nil }), place > last else { continue }
        var term = row.term
        term.values[place] = literal.term.values[place]
        longer.append((term, zip(row.set, literal.set).map { join($0, $1) }))
      }
    }
    return longer
  }
}

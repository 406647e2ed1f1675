/// The prime implicants that a chart needs: each holds for some configuration with the outcome, for none that is barred, and for
/// fewer conditions holds for one that is.
///
/// Source: Quine, American Mathematical Monthly 1955;62:627–631. They are found case by case rather than by merging: a set of
/// conditions, fixed at the values of a configuration, keeps all barred ones out just when it contains one of the conditions on
/// which each of them differs; the prime implicants are the smallest such sets.
struct PrimeImplicants {
  let space: ConfigurationSpace
  /// The configurations to be covered.
  let positives: [[Int]]
  /// The terms by length, then by their values, first condition first, present before absent.
  private(set) var terms: [Implicant] = []

  /// A term by its fixed conditions, one bit each, and its code.
  struct Implicant: Hashable {
    let fixed: Int
    let code: Int
  }

  /// Those that hold for none of the configurations given (anything else may be assumed).
  init(of positives: [[Int]], avoiding negatives: [[Int]], in space: ConfigurationSpace) {
    self.init(of: positives, in: space) { positive in
      var agreeing = ConditionSets(conditions: space.conditions.count)
      let all = (1 << space.conditions.count) - 1
      for negative in negatives { agreeing.insert(all ^ space.difference(positive, negative)) }
      agreeing.closeDownwards()
      return agreeing.smallestAbsent()
    }
  }

  /// Those that hold for none but the configurations given, `positives` among them.
  init(of positives: [[Int]], within allowed: [[Int]], in space: ConfigurationSpace) {
    let count = space.conditions.count
    let all = (1 << count) - 1
    // How many configurations a term has that leaves a set of conditions free.
    var sizes = [Int](repeating: 1, count: 1 << count)
    for free in 1..<(1 << count) {
      let condition = free.trailingZeroBitCount
      sizes[free] = sizes[free & (free - 1)] * space.conditions[condition].levels
    }
    self.init(of: positives, in: space) { positive in
      var within = [Int](repeating: 0, count: 1 << count)
      for other in allowed { within[space.difference(positive, other)] += 1 }
      for condition in 0..<count {
        let bit = 1 << condition
        for free in 0..<(1 << count) where free & bit != 0 { within[free] += within[free ^ bit] }
      }
      var outside = ConditionSets(conditions: count)
      for free in 0...all where within[free] < sizes[free] { outside.insert(all ^ free) }
      return outside.smallestAbsent()
    }
  }

  private init(of positives: [[Int]], in space: ConfigurationSpace, smallest: ([Int]) -> [Int]) {
    self.space = space
    self.positives = positives
    var found: Set<Implicant> = []
    for positive in positives {
      for fixed in smallest(positive) {
        var code = 0
        for place in positive.indices where fixed >> place & 1 == 1 {
          code += (positive[place] + 1) * space.codeBases[place]
        }
        found.insert(Implicant(fixed: fixed, code: code))
      }
    }
    terms = found.sorted {
      let (first, second) = ($0.fixed.nonzeroBitCount, $1.fixed.nonzeroBitCount)
      return first == second ? $0.code > $1.code : first < second
    }
  }

  /// A prime implicant as a term.
  func term(_ place: Int) -> Term {
    let implicant = terms[place]
    return Term(
      space.conditions.indices.map { condition in
        guard implicant.fixed >> condition & 1 == 1 else { return nil }
        return implicant.code / space.codeBases[condition] % (space.conditions[condition].levels + 1) - 1
      })
  }

  /// Which configurations each prime implicant covers.
  func chart() -> CoverChart {
    var chart = CoverChart(rows: positives.count)
    // A configuration's code at the fixed conditions is the implicant's where it is covered.
    let codes = positives.map { positive in
      zip(positive, space.codeBases).map { ($0 + 1) * $1 }
    }
    for implicant in terms {
      var covered = BitSet(size: positives.count)
      for (row, parts) in codes.enumerated() {
        var code = 0
        for place in parts.indices where implicant.fixed >> place & 1 == 1 { code += parts[place] }
        if code == implicant.code { covered.insert(row) }
      }
      chart.add(covered)
    }
    return chart
  }
}

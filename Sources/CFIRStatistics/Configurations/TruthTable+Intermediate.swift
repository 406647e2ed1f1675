extension TruthTable {
  /// At most so many counterfactuals are written out.
  private static let mostCounterfactuals = 1 << 22
  /// At most so many pairs of models are looked at.
  private static let mostPairs = 1000

  /// Models between each conservative and each parsimonious one.
  ///
  /// Of a conservative path that lies in a parsimonious one, the conditions that the latter does without are dropped where they
  /// contradict an expectation; the combinations that the shorter path then holds for are easy counterfactuals. Rows with the
  /// outcome are minimized together with them. Source: Ragin & Sonnett 2005, in Vergleichen in der Politikwissenschaft, 180–197;
  /// combined as in R `QCA`'s `minimize(include = "?", dir.exp = …)`.
  func intermediate(_ options: MinimizationOptions, _ budget: inout SearchBudget) throws(ConfigurationProblem)
    -> Solution
  {
    let conservative = try minimized(.conservative, options: options, budget: &budget)
    let parsimonious = try minimized(.parsimonious, options: options, budget: &budget)
    var pairs: [(shortened: [Term], names: [String])] = []
    var places: [[Term]: Int] = [:]
    var looked = 0
    for (c, complex) in conservative.models.enumerated() {
      for (p, simple) in parsimonious.models.enumerated() where looked < Self.mostPairs {
        looked += 1
        let shortened = shortened(complex, simple, options.expectations)
        if let place = places[shortened] {
          pairs[place].names.append("C\(c + 1)P\(p + 1)")
        } else {
          places[shortened] = pairs.count
          pairs.append((shortened, ["C\(c + 1)P\(p + 1)"]))
        }
      }
    }
    let sawAll =
      conservative.listsAll && parsimonious.listsAll
      && looked == conservative.models.count * parsimonious.models.count
    return try combine(pairs, options, sawAll: sawAll, &budget)
  }

  private func combine(
    _ pairs: [(shortened: [Term], names: [String])], _ options: MinimizationOptions, sawAll: Bool,
    _ budget: inout SearchBudget
  ) throws(ConfigurationProblem) -> Solution {
    let positives = configurations(.present)
    let shown = Set(positives.map(space.number))
    var models: [Solution.Model] = []
    var places: [[Term]: Int] = [:]
    var primes: [Solution.Prime]?
    var (isComplete, isExact) = (sawAll, true)
    var size: ClosedRange<Int>?
    for pair in pairs {
      let easy = try combinations(of: pair.shortened).filter { !shown.contains($0) }
      let allowed = positives + easy.map(space.configuration)
      let found = solution(
        .intermediate, PrimeImplicants(of: positives, within: allowed, in: space), options, &budget)
      primes = primes ?? found.primes
      isComplete = isComplete && found.isComplete
      isExact = isExact && found.listsAll
      size =
        size.map { min($0.lowerBound, found.size.lowerBound)...min($0.upperBound, found.size.upperBound) }
        ?? found.size
      for var model in found.models {
        let terms = model.paths.map(\.term)
        if let place = places[terms] {
          models[place].between += pair.names
          models[place].counterfactuals = Set(models[place].counterfactuals).union(easy.map { $0 + 1 })
            .sorted()
        } else {
          places[terms] = models.count
          model.between = pair.names
          model.counterfactuals = easy.map { $0 + 1 }
          models.append(model)
        }
      }
      if budget.isSpent { break }
      // What would not be listed is not looked for.
      if models.count > options.limit {
        isExact = false
        break
      }
    }
    return Solution(
      kind: .intermediate, primes: primes ?? [], models: Array(models.prefix(options.limit)),
      count: CoverCount(UInt64(models.count), isExact: isExact && isComplete && !budget.isSpent),
      size: size ?? 0...0,
      isComplete: isComplete && !budget.isSpent)
  }

  /// The paths of a conservative model, each without what contradicts an expectation and a parsimonious path does not need.
  private func shortened(_ complex: Solution.Model, _ simple: Solution.Model, _ expectations: [[Int]])
    -> [Term]
  {
    var shortened: [Term] = []
    for path in complex.paths {
      for wider in simple.paths where wider.term.holdsWherever(path.term) {
        var term = path.term
        for place in term.values.indices where wider.term.values[place] == nil {
          guard let value = term.values[place], place < expectations.count, !expectations[place].isEmpty,
            !expectations[place].contains(value)
          else { continue }
          term.values[place] = nil
        }
        if !shortened.contains(term) { shortened.append(term) }
      }
    }
    return shortened
  }

  /// The numbers of all combinations that fulfil any of the terms, in rising order.
  func combinations(of terms: [Term]) throws(ConfigurationProblem) -> [Int] {
    var numbers: Set<Int> = []
    for term in terms {
      var size = 1
      for (value, condition) in zip(term.values, conditions) where value == nil { size *= condition.levels }
      guard size <= Self.mostCounterfactuals else { throw .tooManyCounterfactuals(space.count) }
      var expanded = [0]
      for (place, condition) in conditions.enumerated() {
        let base = space.rowBases[place]
        if let value = term.values[place] {
          expanded = expanded.map { $0 + value * base }
        } else {
          expanded = (0..<condition.levels).flatMap { value in expanded.map { $0 + value * base } }
        }
      }
      numbers.formUnion(expanded)
    }
    return numbers.sorted()
  }
}

extension Term {
  /// Whether this term holds for all that another holds for.
  func holdsWherever(_ other: Term) -> Bool {
    zip(values, other.values).allSatisfy { $0 == nil || $0 == $1 }
  }
}

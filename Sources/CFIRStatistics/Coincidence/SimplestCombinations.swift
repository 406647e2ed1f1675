/// The simplest combinations of one model from each of some groups.
enum SimplestCombinations {
  /// So many combinations at most; ties by fit, then in the order in which groups were joined.
  ///
  /// Groups are joined one after the other, simple combinations first. Only what has not enough fellows that are simpler goes on, all that
  /// are as simple as the last that counts with it; but of more than a hundred times as many as are wanted only the best go on.
  static func of(_ groups: [[CoincidenceModel]], limit: Int) -> [CoincidenceModel] {
    var combined = [CoincidenceModel(formulas: [], consistency: 1, coverage: 1)]
    for (place, group) in groups.enumerated() {
      let pairs = Pairs(combined, group)
      let (ceiling, count) = pairs.complexity(reaching: limit)
      let isLast = place == groups.count - 1
      let chosen =
        isLast || count / 100 > limit ? pairs.best(limit, upTo: ceiling) : pairs.all(upTo: ceiling)
      combined = chosen.map { pair in
        let (before, model) = (combined[pair.first], group[pair.second])
        return CoincidenceModel(
          formulas: before.formulas + model.formulas,
          consistency: min(before.consistency, model.consistency),
          coverage: min(before.coverage, model.coverage))
      }
    }
    return combined
  }

  /// The pairs of a model of one list and one of another.
  private struct Pairs {
    private let first: [Part]
    private let second: [Part]

    /// What of a model counts here.
    private struct Part {
      var complexity: Int
      var consistency: Double
      var coverage: Double

      init(_ model: CoincidenceModel) {
        (complexity, consistency, coverage) = (model.complexity, model.consistency, model.coverage)
      }
    }

    struct Pair {
      var first: Int
      var second: Int
      var complexity: Int
      var fit: Double

      /// Simple ones first, then by fit, then in order.
      func precedes(_ other: Pair) -> Bool {
        if complexity != other.complexity { return complexity < other.complexity }
        if fit != other.fit { return fit > other.fit }
        return (first, second) < (other.first, other.second)
      }
    }

    init(_ first: [CoincidenceModel], _ second: [CoincidenceModel]) {
      self.first = first.map(Part.init)
      self.second = second.map(Part.init)
    }

    /// The complexity up to which there are as many pairs as are wanted, and how many there are.
    func complexity(reaching limit: Int) -> (ceiling: Int, count: Int) {
      func counts(_ parts: [Part]) -> [Int: Int] {
        parts.reduce(into: [:]) { $0[$1.complexity, default: 0] += 1 }
      }
      var pairs: [Int: Int] = [:]
      let others = counts(second)
      for (complexity, count) in counts(first) {
        for (other, more) in others { pairs[complexity + other, default: 0] += count * more }
      }
      var sum = 0
      var ceiling = 0
      for (complexity, count) in pairs.sorted(by: { $0.key < $1.key }) {
        ceiling = complexity
        sum += count
        if sum >= limit { break }
      }
      return (ceiling, sum)
    }

    /// All up to a complexity, simple ones first, else in order.
    func all(upTo ceiling: Int) -> [Pair] {
      var pairs: [Pair] = []
      visit(upTo: ceiling) { pairs.append($0) }
      return pairs.sorted {
        ($0.complexity, $0.first, $0.second) < ($1.complexity, $1.first, $1.second)
      }
    }

    /// The best so many up to a complexity, the best first.
    func best(_ limit: Int, upTo ceiling: Int) -> [Pair] {
      var best: [Pair] = []
      var worst: Pair?
      visit(upTo: ceiling) { pair in
        if let worst, !pair.precedes(worst) { return }
        best.append(pair)
        guard best.count >= 2 * limit else { return }
        best.sort { $0.precedes($1) }
        best.removeSubrange(limit...)
        worst = best.last
      }
      return Array(best.sorted { $0.precedes($1) }.prefix(limit))
    }

    private func visit(upTo ceiling: Int, _ body: (Pair) -> Void) {
      var fitting: [Int: [Int]] = [:]
      for (place, before) in first.enumerated() {
        let room = ceiling - before.complexity
        let others = fitting[room] ?? second.indices.filter { second[$0].complexity <= room }
        fitting[room] = others
        for other in others {
          let part = second[other]
          let fit = min(before.consistency, part.consistency) * min(before.coverage, part.coverage)
          body(Pair(first: place, second: other, complexity: before.complexity + part.complexity, fit: fit))
        }
      }
    }
  }
}

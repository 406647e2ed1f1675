extension TruthTable {
  /// All models of the rows with the outcome.
  ///
  /// Contradictions are neither explained nor assumed. Without a row with the outcome there is no model; where no row speaks against
  /// it, the parsimonious model is the term that names no condition.
  ///
  /// - Parameters:
  ///   - kind: What is assumed of combinations that no case shows.
  ///   - options: Which models, how many of them, and what is expected.
  ///   - budget: When the search has to end.
  /// - Returns: The models with their parameters of fit.
  /// - Throws: ``ConfigurationProblem/tooManyCounterfactuals(_:)`` for intermediate solutions over too many combinations.
  public func minimized(
    _ kind: Solution.Kind, options: MinimizationOptions = MinimizationOptions(), budget: inout SearchBudget
  ) throws(ConfigurationProblem) -> Solution {
    let positives = configurations(.present)
    switch kind {
    case .conservative:
      return solution(kind, PrimeImplicants(of: positives, within: positives, in: space), options, &budget)
    case .parsimonious:
      let negatives = configurations(.absent, .contradiction)
      return solution(kind, PrimeImplicants(of: positives, avoiding: negatives, in: space), options, &budget)
    case .intermediate:
      return try intermediate(options, &budget)
    }
  }

  func solution(
    _ kind: Solution.Kind, _ primes: PrimeImplicants, _ options: MinimizationOptions,
    _ budget: inout SearchBudget
  ) -> Solution {
    let chart = primes.chart()
    let terms = primes.terms.indices.map(primes.term)
    let listing = positiveRows.map { row in (row.number, row) }
    var alone = [Int](repeating: 0, count: listing.count)
    for column in chart.columns {
      for row in column.members { alone[row] += 1 }
    }
    let listed = zip(terms, chart.columns).map { term, column in
      Solution.Prime(
        term: term, rows: column.members.map { listing[$0].0 },
        isEssential: column.members.contains { alone[$0] == 1 })
    }
    guard !listing.isEmpty else {
      return Solution(kind: kind, primes: [], models: [], count: CoverCount(0), size: 0...0, isComplete: true)
    }
    var models = ModelBuilder(self, terms, chart.columns.map { $0.members.map { listing[$0].1 } })
    if options.allIrredundant {
      let covers = IrredundantCovers(of: chart, limit: options.limit, budget: &budget)
      // A listing that was cut may lack the smallest.
      let smallest = covers.covers.map(\.count).min() ?? 0
      return Solution(
        kind: kind, primes: listed, models: covers.covers.map { models.model($0) }, count: covers.count,
        size: (covers.isComplete ? smallest : min(1, smallest))...smallest, isComplete: covers.isComplete)
    }
    let covers = MinimumCovers(of: chart, limit: options.limit, budget: &budget)
    return Solution(
      kind: kind, primes: listed, models: covers.covers.map { models.model($0) }, count: covers.count,
      size: covers.size, isComplete: covers.isComplete)
  }

  var positiveRows: [Row] { rows.filter { $0.outcome == .present } }
}

/// Makes models of covers, each prime implicant's membership worked out once.
struct ModelBuilder {
  private let table: TruthTable
  private let terms: [Term]
  private let rows: [[TruthTable.Row]]
  private var sets: [Int: [Double]] = [:]

  init(_ table: TruthTable, _ terms: [Term], _ rows: [[TruthTable.Row]]) {
    self.table = table
    self.terms = terms
    self.rows = rows
  }

  mutating func model(_ cover: [Int]) -> Solution.Model {
    let sets = cover.map { set($0) }
    let (highest, second) = Self.highest(sets, cases: table.cases.count)
    let paths = cover.indices.map { place in
      Solution.Path(
        term: terms[cover[place]], fit: SufficiencyFit(sets[place], table.outcome, counts: table.counts),
        uniqueCoverage: sets.count > 1 ? uniqueCoverage(sets[place], highest, second) : nil,
        cases: rows[cover[place]].flatMap(\.cases))
    }
    return Solution.Model(paths: paths, fit: SufficiencyFit(highest, table.outcome, counts: table.counts))
  }

  private mutating func set(_ place: Int) -> [Double] {
    if let known = sets[place] { return known }
    let set = table.membership(in: terms[place])
    sets[place] = set
    return set
  }

  /// What a set shares with the outcome and no other set does. Where the set is the highest, the second highest is the others'.
  private func uniqueCoverage(_ set: [Double], _ highest: [Double], _ second: [Double]) -> Double? {
    var (all, unique) = (0.0, 0.0)
    for index in table.outcome.indices {
      let count = Double(table.counts[index])
      let own = min(set[index], table.outcome[index])
      let others = set[index] == highest[index] ? second[index] : highest[index]
      unique += count * (own - min(own, others))
      all += count * table.outcome[index]
    }
    return all > 0 ? unique / all : nil
  }

  /// The highest and second highest membership of each case in the sets.
  private static func highest(_ sets: [[Double]], cases: Int) -> ([Double], [Double]) {
    var highest = [Double](repeating: 0, count: cases)
    var second = highest
    for set in sets {
      for place in set.indices {
        if set[place] > highest[place] {
          second[place] = highest[place]
          highest[place] = set[place]
        } else if set[place] > second[place] {
          second[place] = set[place]
        }
      }
    }
    return (highest, second)
  }
}

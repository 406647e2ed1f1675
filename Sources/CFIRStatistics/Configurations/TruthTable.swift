/// The combinations of conditions that cases show, each with how consistently the outcome goes with it.
///
/// Source: Ragin, The Comparative Method, 1987; Redesigning Social Inquiry, 2008, chapter 7 (fuzzy sets). Numbers and decisions are
/// those of R `QCA`'s `truthTable()`.
public struct TruthTable: Sendable {
  /// From where on a combination counts.
  public struct Cuts: Hashable, Sendable {
    /// The least inclusion with which a combination is taken to lead to the outcome.
    public var inclusion: Double
    /// Below `inclusion` and from here on a combination is a contradiction; nothing: there are none of that name.
    public var contradiction: Double?
    /// The least proportional reduction in inconsistency.
    public var pri: Double
    /// The least number of cases; combinations with fewer are remainders.
    public var count: Int

    /// Cut-offs.
    public init(inclusion: Double = 0.8, contradiction: Double? = nil, pri: Double = 0, count: Int = 1) {
      self.inclusion = inclusion
      self.contradiction = contradiction
      self.pri = pri
      self.count = count
    }
  }

  /// What is concluded of a combination.
  public enum Outcome: String, Sendable {
    /// It leads to the outcome.
    case present = "1"
    /// It does not.
    case absent = "0"
    /// It leads to both.
    case contradiction = "C"
    /// Too few cases show it.
    case remainder = "?"
  }

  /// A combination that some case shows.
  public struct Row: Sendable {
    /// Its number, counted from 1 as in R `QCA`, the last condition changing fastest.
    public let number: Int
    /// The value of each condition.
    public let configuration: [Int]
    /// What is concluded of it.
    public let outcome: Outcome
    /// The places of the cases that belong to it rather than not.
    public let cases: [Int]
    /// How many cases these are.
    public let count: Int
    /// How consistently the outcome goes with it, over all cases.
    public let inclusion: Double?
    /// Proportional reduction in inconsistency.
    public let pri: Double?
    /// Those of its cases that have the outcome rather than not, and those that do not, where it has both.
    public let contradiction: (with: [Int], without: [Int])?
  }

  /// The conditions.
  public let conditions: [Condition]
  /// The cut-offs.
  public let cuts: Cuts
  /// What the cases are called.
  public let cases: [String]
  /// How many cases each stands for.
  public let counts: [Int]
  /// How far each case has the outcome.
  public let outcome: [Double]
  /// The combinations by number.
  public let rows: [Row]
  /// The places of cases that are as much in as out of some condition, and so belong to no combination.
  public let ambiguous: [Int]
  let space: ConfigurationSpace
  /// The numbers of each condition.
  let values: [[Double]]

  /// How many combinations there could be.
  public var possible: Int { space.count }

  /// Makes a truth table.
  ///
  /// - Parameters:
  ///   - table: The cases.
  ///   - names: Those of the conditions.
  ///   - outcome: How far each case has the outcome, 0 … 1.
  ///   - cuts: The cut-offs.
  /// - Throws: ``ConfigurationProblem`` for a name that the table does not have, numbers that are no memberships, or too many conditions.
  public init(_ table: CaseTable, conditions names: [String], outcome: [Double], cuts: Cuts = Cuts())
    throws(ConfigurationProblem)
  {
    var factors: [CaseTable.Factor] = []
    for name in names {
      guard let factor = table.factor(name) else { throw .unknown(name) }
      guard factor.isCalibrated else { throw .notCalibrated(name) }
      factors.append(factor)
    }
    guard let space = ConfigurationSpace(factors.map(\.condition)) else {
      throw .tooManyConditions(names.count)
    }
    self.space = space
    self.cuts = cuts
    self.outcome = outcome
    conditions = space.conditions
    values = factors.map(\.values)
    cases = table.cases
    counts = table.counts
    var (members, ambiguous): ([Int: [Int]], [Int]) = ([:], [])
    for place in table.cases.indices {
      var configuration: [Int] = []
      for (condition, factor) in zip(space.conditions, factors) {
        let number = factor.values[place]
        if condition.isFuzzy && abs(number - 0.5) < SetFit.tolerance { break }
        configuration.append(condition.isFuzzy ? (number > 0.5 ? 1 : 0) : Int(number))
      }
      if configuration.count == names.count {
        members[space.number(configuration), default: []].append(place)
      } else {
        ambiguous.append(place)
      }
    }
    self.ambiguous = ambiguous
    let (values, counts) = (values, table.counts)
    rows = members.keys.sorted().map { number in
      let (configuration, cases) = (space.configuration(number), members[number] ?? [])
      let set = memberships(Term(configuration), space.conditions, values, cases: counts.count)
      let fit = SufficiencyFit(set, outcome, counts: counts)
      let count = cases.reduce(0) { $0 + counts[$1] }
      let (with, without) = (cases.filter { outcome[$0] > 0.5 }, cases.filter { outcome[$0] < 0.5 })
      return Row(
        number: number + 1, configuration: configuration, outcome: cuts.outcome(fit, count: count),
        cases: cases, count: count, inclusion: fit.inclusion, pri: fit.pri,
        contradiction: with.isEmpty || without.isEmpty ? nil : (with, without))
    }
  }

  /// How far each case belongs to a term.
  public func membership(in term: Term) -> [Double] {
    memberships(term, conditions, values, cases: cases.count)
  }

  /// The configurations of a kind of rows.
  func configurations(_ outcome: Outcome...) -> [[Int]] {
    rows.filter { outcome.contains($0.outcome) }.map(\.configuration)
  }
}

extension TruthTable.Cuts {
  fileprivate func outcome(_ fit: SufficiencyFit, count: Int) -> TruthTable.Outcome {
    if count < self.count { return .remainder }
    if SetFit.reaches(fit.inclusion, inclusion) {
      return SetFit.reaches(fit.pri, pri) ? .present : .absent
    }
    if let contradiction, SetFit.reaches(fit.inclusion, contradiction) { return .contradiction }
    return .absent
  }
}

/// How far each case belongs to a term: the least of its memberships in the conditions that it names.
private func memberships(_ term: Term, _ conditions: [Condition], _ values: [[Double]], cases: Int)
  -> [Double]
{
  var set = [Double](repeating: 1, count: cases)
  for (condition, wanted) in term.values.enumerated() {
    guard let wanted else { continue }
    for place in set.indices {
      set[place] = min(set[place], conditions[condition].membership(values[condition][place], in: wanted))
    }
  }
  return set
}

/// Why configurations cannot be analysed.
public enum ConfigurationProblem: Error, Hashable, Sendable {
  /// The table has no factor of this name.
  case unknown(String)
  /// The factor's numbers are neither memberships within 0 … 1 nor values 0, 1, 2, …
  case notCalibrated(String)
  /// There are too many conditions, or too many values, for all combinations to be numbered.
  case tooManyConditions(Int)
  /// The counterfactuals are too many to be listed; so many combinations are possible.
  case tooManyCounterfactuals(Int)
}

extension TruthTable {
  /// The numbers of the combinations that no case shows, or too few, and that a model takes to lead to the outcome, in rising order:
  /// its simplifying assumptions.
  ///
  /// - Parameter model: A model of this table.
  /// - Returns: Nothing where more than 65,536 combinations are possible.
  public func assumptions(of model: Solution.Model) -> [Int]? {
    guard possible <= 1 << 16 else { return nil }
    let shown = Set(rows.filter { $0.outcome != .remainder }.map(\.number))
    let covered = try? combinations(of: model.paths.map(\.term))
    return covered?.map { $0 + 1 }.filter { !shown.contains($0) }
  }

  /// The combination of a number, as a term that names every condition.
  public func term(ofRow number: Int) -> Term { Term(space.configuration(number - 1)) }
}

extension Study {
  /// Which combinations of constructs go with the outcome.
  ///
  /// - Returns: `nil` where there is no outcome, or all organizations have the same.
  public func crossCaseAnalysis() -> CrossCaseAnalysis? {
    guard let groups, !groups.high.isEmpty else { return nil }
    let columns = caseColumns()
    guard let last = columns.columns.last, Set(last.values.compactMap { $0 }).count > 1 else { return nil }
    return CrossCaseAnalysis(
      columns, by: calibration, asking: configurations ?? .init(outcome: outcomeColumn ?? "outcome"),
      among: matrix().constructs.map(\.id))
  }
}

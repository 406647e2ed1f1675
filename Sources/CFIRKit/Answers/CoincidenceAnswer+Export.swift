import CFIRStatistics

extension CoincidenceAnswer {
  /// The analysis for R's package `cna` and for Python.
  ///
  /// - Throws: What cannot be written so that other programs read it the same.
  public func export() throws(Finding) -> AnalysisExport {
    var arguments = [
      "outcome = \(source.vector(outcomes))", "con = \(NumberStyle.threshold(options.consistency))",
      "cov = \(NumberStyle.threshold(options.coverage))",
      "maxstep = c(\(options.conjuncts), \(options.disjuncts), \(options.complexity))",
    ]
    if let ordering = options.ordering {
      let levels = ordering.levels.map { $0.map(source.symbol).joined(separator: ", ") }
      arguments.append("ordering = \(RText.quoted(levels.joined(separator: " < ")))")
      if ordering.isStrict { arguments.append("strict = TRUE") }
    }
    return try source.export(
      "coincidence analysis", analysis: json, arguments: arguments,
      printing: ["msc(result)", "asf(result)", "csf(result)"])
  }

  private var outcomes: [FactorValue] {
    let all = source.table.factorValues.filter { source.table.kind == .multiValue || $0.value == 1 }
    return (options.outcomes ?? all).filter { !options.exogenous.contains($0.factor) }
  }
}

extension ReductionAnswer {
  /// The search for R's package `cna` and for Python.
  ///
  /// - Throws: What cannot be written so that other programs read it the same.
  public func export() throws(Finding) -> AnalysisExport {
    try source.export(
      "minimally sufficient conditions", analysis: json,
      arguments: [
        "outcome = \(source.vector([outcome]))", "con = \(NumberStyle.threshold(options.consistency))",
        "maxstep = c(\(options.conjuncts), 1, \(options.conjuncts))",
      ],
      // Its name is `coverage` or `cov`, by the version of the package.
      printing: [
        "subset(msc(result), msc(result)[[grep(\"^cov\", names(msc(result)))]] >= \(NumberStyle.threshold(options.coverage)))"
      ])
  }
}

extension CoincidenceSource {
  private var symbols: FormulaSymbols { FormulaSymbols(calibrated.factors.map(\.name)) }

  /// A factor as formulas in R name it.
  func symbol(_ factor: Int) -> String { symbols[calibrated.factors[factor].name] }

  /// Factor values as formulas in R name them.
  func vector(_ values: [FactorValue]) -> String {
    RText.vector(
      values.map { value in
        let symbol = symbol(value.factor)
        if table.kind == .multiValue { return "\(symbol)=\(value.value)" }
        return value.value == 1 ? symbol : symbol.lowercased()
      })
  }

  /// An analysis of these cases as files.
  func export(
    _ what: String, analysis: JSON, arguments: [String], printing: [String]
  ) throws(Finding) -> AnalysisExport {
    let type: String =
      switch table.kind {
      case .crisp: "cs"
      case .multiValue: "mv"
      case .fuzzy: "fs"
      }
    let script =
      [RText.comment("\(title): \(what), for the R package cna.")] + RText.reading(calibrated, symbols)
      + [
        "", "library(cna)",
        "result <- cna(cases, type = \"\(type)\", \(arguments.joined(separator: ",\n  ")))",
      ]
      + printing.map { "print(\($0))" }
    return try AnalysisExport(
      calibrated, analysis: analysis, script: script.joined(separator: "\n") + "\n",
      recheck: RecheckScript.coincidence)
  }
}

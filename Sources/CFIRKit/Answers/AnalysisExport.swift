/// What a reviewer needs to run an analysis again elsewhere: `calibrated.csv`, `analysis.json` with the recipe and every result, `rerun.R` for
/// the R package, and `recheck.py`, which works the figures out anew by their definitions.
public struct AnalysisExport: Sendable {
  /// A file.
  public struct File: Sendable {
    /// Its name.
    public var name: String
    /// What stands in it.
    public var text: String
  }

  /// The files in the order of their names.
  public let files: [File]

  /// An analysis as files.
  ///
  /// - Parameters:
  ///   - cases: The cases as they were analysed.
  ///   - analysis: The answer for programs.
  ///   - script: The same questions for R.
  ///   - recheck: The figures' definitions for Python.
  /// - Throws: What cannot be written so that other programs read it the same.
  init(_ cases: CalibratedCases, analysis: JSON, script: String, recheck: String) throws(Finding) {
    let option = Origin(file: "--export")
    if let name = cases.factors.map(\.name).first(where: Self.isSign) {
      throw .error(
        at: option, "the name '\(name)' cannot be told from a sign of formulas, or from the column of cases",
        fix: "rename it; letters, digits, blanks and hyphens are safe")
    }
    guard cases.table.counts.reduce(0, +) <= FactoredCases.mostCases else {
      throw .error(
        at: option, "the rows stand for more than \(FactoredCases.mostCases) cases",
        fix: "divide the frequencies by a common number")
    }
    files = [
      File(name: "analysis.json", text: analysis.text), File(name: "calibrated.csv", text: cases.expanded),
      File(name: "recheck.py", text: recheck), File(name: "rerun.R", text: script),
    ]
  }

  /// Whether a name would be read as something else where formulas or tables are read.
  private static func isSign(_ name: String) -> Bool {
    ["1", "case"].contains(name) || name.contains { $0.isNewline || "*+~{}".contains($0) }
  }
}

extension CalibratedCases {
  /// The cases and their numbers as CSV; rows that stand for several cases are written as often, and names are told apart.
  var expanded: String {
    var writer = CSVWriter()
    writer.row(["case"] + table.factors.map(\.name))
    var taken: Set<String> = []
    for (place, label) in table.cases.enumerated() {
      var copy = 1
      for _ in 0..<table.counts[place] {
        var name = copy == 1 ? label : "\(label) (\(copy))"
        while !taken.insert(name).inserted {
          copy += 1
          name = "\(label) (\(copy))"
        }
        copy += 1
        writer.row([name] + table.factors.map { NumberText.plain($0.values[place]) })
      }
    }
    return writer.text
  }
}

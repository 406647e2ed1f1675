import ArgumentParser
import CFIRInterchange
import CFIRKit

/// Whether an analysis is written so that it can be run again elsewhere.
struct ExportArguments: ParsableArguments {
  @Option(
    help: """
      Also write a folder with the calibrated cases, the analysis, and scripts that rerun it in R and recheck its figures \
      in Python.
      """)
  var export: String?

  /// Makes the files.
  typealias Maker = () throws(Finding) -> AnalysisExport

  /// Writes the folder where it is wanted; one that was written before is replaced with all that is in it.
  func write(_ analysis: Maker) throws {
    guard let export else { return }
    let made = try OutputFile.orExplain(analysis)
    try OutputFile.writeFolder(
      made.files.map { ($0.name, .text($0.text)) }, to: export,
      replacing: Draft.Mark(file: "analysis.json", text: "\"schema\": \"cfir."))
  }
}

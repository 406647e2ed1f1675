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

  /// Writes the folder where it is wanted; one that was written before is replaced.
  func write(_ analysis: @autoclosure () -> AnalysisExport) throws {
    guard let export else { return }
    try OutputFile.writeFolder(
      analysis().files.map { ($0.name, .text($0.text)) }, to: export,
      replacing: Draft.Mark(file: "analysis.json", text: "\"schema\": \"cfir."))
  }
}

import CFIRKit
import Foundation

/// A conversion between formats: what was taken, what was left and why.
public struct Conversion {
  /// What was taken and what was left.
  public let account: ImportAccount
  /// What else is to be said of the input and the output.
  public let findings: Findings
  /// What was written.
  public let target: ConversionTarget

  /// Converts.
  ///
  /// - Parameters:
  ///   - input: What is converted.
  ///   - path: The file or folder to write, whole or not at all.
  ///   - target: What to write; by default what the path's ending and the input say.
  /// - Throws: A finding where the input cannot be read, has nothing of the kind, or the output cannot be written.
  public init(_ input: ConversionInput, to path: String, as target: ConversionTarget? = nil) throws(Finding) {
    let target = if let target { target } else { try Self.usual(input, path) }
    var run = ConversionRun(input: input, path: path)
    try run.write(target)
    self.target = target
    account = run.account
    findings = run.findings
  }

  /// What is written where nobody says.
  private static func usual(_ input: ConversionInput, _ path: String) throws(Finding) -> ConversionTarget {
    if let target = ConversionTarget(path: path) { return target }
    let ending = (path as NSString).pathExtension.lowercased()
    switch (input.content, ending) {
    case (.study(let place), "csv"): return place.isFolder ? .excerpts : .ratings
    case (.study(let place), "xlsx"): return place.isFolder ? .workbook : .ratings
    case (.project, "csv"), (.excerpts, "csv"), (.project, "xlsx"), (.excerpts, "xlsx"): return .excerpts
    case (.codebook, "csv"), (.codes, "csv"), (.codebook, "xlsx"), (.codes, "xlsx"): return .codebook
    case (.responses, "csv"), (.responses, "xlsx"): return .responses
    case (.project, ""), (.excerpts, ""): return .study
    default:
      throw .error(
        at: Origin(file: path), "it is not clear what to write here",
        fix: "end the name in .csv, .xlsx, .qdc or .qdpx, or say --to "
          + ConversionTarget.allCases.map(\.rawValue).joined(separator: ", "))
    }
  }
}

import CFIRKit
import Foundation

/// An instrument by name: one that travels with the program, or a file.
public enum InstrumentFile {
  /// Reads an instrument.
  ///
  /// - Parameters:
  ///   - name: A shipped instrument's name, or a path.
  ///   - codebook: Where the constructs that its items name are looked up.
  ///   - findings: What is wrong with its rows.
  /// - Returns: The instrument, as far as it could be read.
  /// - Throws: A finding where there is none of that name, or it cannot be read.
  public static func read(_ name: String, by codebook: Codebook, noting findings: inout Findings)
    throws(Finding)
    -> Instrument
  {
    let shipped = ShippedInstrument.allCases.map(\.rawValue)
    if let shipped = ShippedInstrument(rawValue: name) {
      // Constructs of 2022 are unknown to a study of 2009, whose own scores they cannot make.
      return try InstrumentTable.read(shipped)
    }
    guard FileManager.default.fileExists(atPath: name) else {
      throw .error(
        at: Origin(file: name), "there is no instrument of that name, and no such file",
        fix: nearest(name, among: shipped).asSuggestion.ifEmpty(
          "write \(shipped.joined(separator: ", ")), or a file"))
    }
    return try InstrumentTable.read(TableReader(RecordReader(path: name)), by: codebook, noting: &findings)
  }
}

import CFIRKit

/// The lines that hold an NVivo code report together, in any language of its interface.
enum NVivoLine {
  /// `Files\\Interviews\\N1 - § 2 references coded [ 6.78% Coverage]`: what follows is coded in this document.
  case document(folders: [String], name: String, references: Int)
  /// `Reference 1 - 5.80% Coverage`: a passage follows.
  case reference(Int)
  /// `Page 1 : (136,153) - (502,293)`: the passage is a region of a page or picture.
  case region
  /// Words.
  case text

  init(_ line: String) {
    if let document = Self.document(line) {
      self = document
    } else if let match = line.wholeMatch(of: /\p{L}+ (\d+) - .*?\d\s?%.*/), let number = Int(match.1) {
      self = .reference(number)
    } else if line.contains(/^\D*\d+ ?: ?\(-?\d+, ?-?\d+\) - \(-?\d+, ?-?\d+\)\s*$/) {
      self = .region
    } else {
      self = .text
    }
  }

  /// The path with its double backslashes, the number behind the paragraph sign, and a share of the document.
  private static func document(_ line: String) -> NVivoLine? {
    guard let sign = line.range(of: " - § "), line.contains("%") else { return nil }
    let path = line[..<sign.lowerBound].trimmingWhitespace().drop { $0 == "<" }
    guard path.contains("\\\\"), line.hasSuffix("]"),
      let number = Int(line[sign.upperBound...].prefix { $0.isNumber })
    else { return nil }
    let steps = path.split(separator: "\\").map { $0.trimmingWhitespace() }
    guard let last = steps.last else { return nil }
    return .document(
      folders: Array(steps.dropFirst().dropLast()),
      name: last.hasSuffix(">") ? String(last.dropLast()) : last,
      references: number)
  }
}

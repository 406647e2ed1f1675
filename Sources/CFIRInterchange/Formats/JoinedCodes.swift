import CFIRKit

/// How several codes in one cell are told apart: by line breaks, else by semicolons, else by commas where each piece is known as a code.
///
/// Which it is, the whole file says: names of codes may hold commas and semicolons.
struct JoinedCodes {
  private var hasLineBreaks = false
  private var hasSemicolons = false
  /// Cells that are one code for certain, or their pieces.
  private var known: Set<String> = []

  /// Takes a cell into account.
  mutating func meet(_ cell: String) {
    let lines = Self.pieces(cell, at: "\n")
    if lines.count > 1 { hasLineBreaks = true }
    if lines.contains(where: { $0.contains(";") }) { hasSemicolons = true }
    for line in lines {
      for piece in Self.pieces(line, at: ";") where !piece.contains(",") { known.insert(piece) }
    }
  }

  /// The codes in a cell, and whether they had to be told apart by commas.
  func split(_ cell: String) -> (codes: [String], byComma: Bool) {
    if hasLineBreaks { return (Self.pieces(cell, at: "\n"), false) }
    if hasSemicolons { return (Self.pieces(cell, at: ";"), false) }
    let pieces = Self.pieces(cell, at: ",")
    if pieces.count > 1 && pieces.allSatisfy(known.contains) { return (pieces, true) }
    return (cell.trimmingWhitespace().isEmpty ? [] : [cell.trimmingWhitespace()], false)
  }

  private static func pieces(_ cell: String, at separator: Character) -> [String] {
    cell.withLineFeeds.split(separator: separator).map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
  }
}

extension ImportAccount {
  /// Notes that a list of codes was taken apart at commas.
  mutating func noteComma(_ cell: String, at origin: Origin) {
    note(
      Finding(
        .note, at: origin, "'\(cell)' is taken for several codes, since each stands elsewhere on its own",
        fix: "export to Excel, where each code has its own line, if it is one code"))
  }
}

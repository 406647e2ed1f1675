/// Rows as RFC 4180 text: commas, quotes where they are needed, LF.
public struct CSVWriter: Sendable {
  /// What has been written.
  public private(set) var text = ""

  /// An empty table.
  public init() {}

  /// Adds a row; cells are written as they are.
  public mutating func row(_ cells: [String]) {
    text += cells.map(Self.quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ cell: String) -> String {
    // By bytes: comma, quote and line breaks are ASCII.
    let needsQuotes = cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }
}

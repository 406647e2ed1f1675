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
    guard cell.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
